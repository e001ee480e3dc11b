package org.shrinq.solver;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.repair.CustomRepair;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.correlate.CorrelationSource;

/**
 * What {@link SolverOptions} chooses, with the defaults: a wither changes a copy before it becomes a new instance;
 * never changed afterwards.
 */
final class SolverDraft implements Cloneable {
    Method method = Method.QAOA;
    int qubits = 16;
    OptionalInt laterQubits = OptionalInt.empty();
    Optional<InequalityEncoding> encoding = Optional.empty();
    PenaltyPolicy penalty = PenaltyPolicy.auto();
    SolverOptions.Stage reduce = SolverOptions.Stage.ON;
    SolverOptions.Stage shrink = SolverOptions.Stage.ON;
    CorrelationChoice correlations = CorrelationChoice.AUTO;
    int shrinkings = 1;
    Optional<CorrelationSource> customSource = Optional.empty();
    Optional<QuantumMethod> customMethod = Optional.empty();
    Optional<CustomRepair> customRepair = Optional.empty();
    Optional<CustomPolish> customPolish = Optional.empty();
    ShrinkOptions shrinking = ShrinkOptions.defaults();
    QuantumOptions quantum = QuantumOptions.defaults();
    SolverOptions.TrainingTarget target = SolverOptions.TrainingTarget.AUTO;
    double feasibilityTolerance;
    SolverOptions.Stage repair = SolverOptions.Stage.ON;
    Polish polish = Polish.auto();
    OptionalInt rounds = OptionalInt.empty();
    OptionalDouble timeLimit = OptionalDouble.empty();
    SolverOptions.Stage bounds = SolverOptions.Stage.ON;
    SolverOptions.Stage controls = SolverOptions.Stage.OFF;
    Optional<Bits> start = Optional.empty();
    int pool = 1;
    int portfolio = 1;
    long seed = 1;
    OptionalInt threads = OptionalInt.empty();

    int automaticThreads() {
        boolean timed = timeLimit.isPresent() && rounds.isEmpty();
        return timed ? Math.min(2, Runtime.getRuntime().availableProcessors()) : 1;
    }

    SolverDraft copy() {
        try {
            return (SolverDraft) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
