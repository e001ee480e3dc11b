package org.shrinq.solver.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.EliminationRule;
import org.shrinq.shrink.Recalculation;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.TrainedQaoa;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;

/**
 * Recursive QAOA (Bravyi et al. 2020; with constraints as QIRO, Finžgar et al. 2024) with correlations that a device
 * measures: the problem is shrunk to the qubit budget as always; then circuit after circuit is measured, and the
 * strongest of its correlations that the merge guard allows is contracted, until one variable is left. Nothing but the
 * circuits' angles and counts is kept: every state follows from them again, so that a session can be resumed and
 * replayed anywhere. Immutable.
 */
public final class DeviceSession {
    /** Most qubits of its circuits, which are trained by state vectors. */
    public static final int MOST_QUBITS = CorrelationSource.MAX_STATE_VECTOR_SPINS;

    private final Problem problem;
    private final SolverOptions options;
    private final List<SessionStep> steps;
    private final SmallProblem small;

    private DeviceSession(Problem problem, SolverOptions options, List<SessionStep> steps, SmallProblem small) {
        this.problem = problem;
        this.options = options;
        this.steps = List.copyOf(steps);
        this.small = small;
    }

    /**
     * A new session. The options' qubits are the budget, their layers the depth, and their recalculation says how many
     * steps follow from one circuit: one, where it is automatic.
     *
     * @throws IllegalArgumentException for a budget of more qubits than can be trained
     */
    public static DeviceSession of(Problem problem, SolverOptions options) {
        return of(problem, options, List.of());
    }

    /** A session with the circuits and counts that it has had. */
    public static DeviceSession of(Problem problem, SolverOptions options, List<SessionStep> steps) {
        SmallProblem small = Shrinq.with(options).prepare(problem);
        small.shrunk().code().ifPresent(c -> {
            throw new RefusedException("--assignment-code " + c.kind().id()
                    + " has no circuit that a device could run. Use --assignment-code one-hot.");
        });
        return new DeviceSession(problem, options, steps, small);
    }

    /** Circuits so far; the last may be out. */
    public List<SessionStep> steps() {
        return steps;
    }

    private DeviceSession with(List<SessionStep> value) {
        return new DeviceSession(problem, options, value, small);
    }

    /** The state that follows from the counts so far. */
    public SessionState state() {
        RecordedSource source = new RecordedSource(steps, options.quantum().layers());
        ShrinkInput input = ShrinkInput.of(small.encoding())
                .withQubits(1)
                .withStart(small.shrunk().log());
        RandomStreams streams = new RandomStreams(options.seed()).child("session");
        ShrinkOptions shrinking = options.shrinking().withBacktracks(0);
        if (shrinking.recalculation().every() == Recalculation.AUTO) {
            shrinking = shrinking.withRecalculation(Recalculation.every(1));
        }
        // a run that waits for counts is cancelled, and its steps from then on are dropped
        Shrunk all = Shrinker.shrink(
                input, source, shrinking, streams, Deadline.never().orWhen(source::isWaiting));
        int form = small.encoding().form().size();
        List<RecordedSource.Asked> asked = source.asked();
        List<SessionState.Taken> taken = new ArrayList<>();
        int circuits = source.isWaiting() ? asked.size() - 1 : asked.size();
        for (int k = 0; k < circuits; k++) {
            int from = form - asked.get(k).variables().length;
            int to = k + 1 < asked.size()
                    ? form - asked.get(k + 1).variables().length
                    : all.log().entries().size();
            List<SessionState.Used> used = new ArrayList<>();
            for (Elimination e : all.log().entries().subList(from, to)) {
                used.add(new SessionState.Used(e, simulated(asked.get(k), e)));
            }
            taken.add(
                    new SessionState.Taken(prefix(all.log(), from), steps.get(k).shots(), used));
        }
        if (!source.isWaiting()) {
            return new SessionState(all, Optional.empty(), taken);
        }
        RecordedSource.Asked last = asked.get(asked.size() - 1);
        return new SessionState(prefix(all.log(), form - last.variables().length), Optional.of(last.circuit()), taken);
    }

    private Shrunk prefix(EliminationLog log, int entries) {
        return Shrunk.replay(small.encoding().form(), log.prefix(entries));
    }

    private static double simulated(RecordedSource.Asked asked, Elimination e) {
        if (e.rule() != EliminationRule.CORRELATION) {
            return Double.NaN;
        }
        int i = -1;
        int j = -1;
        for (int k = 0; k < asked.variables().length; k++) {
            i = asked.variables()[k] == e.i() ? k : i;
            j = asked.variables()[k] == e.j() ? k : j;
        }
        if (i < 0 || (j < 0 && e.j() >= 0)) {
            return Double.NaN;
        }
        return e.j() < 0
                ? asked.circuit().simulated().single(i)
                : asked.circuit().simulated().pair(i, j);
    }

    /**
     * The session with its next circuit out; the same where one is out.
     *
     * @param measured entry i is the qubit of the written program that variable i is measured on
     * @throws IllegalStateException when nothing is left
     */
    public DeviceSession next(TrainedQaoa circuit, List<Integer> measured) {
        List<SessionStep> all = new ArrayList<>(steps);
        if (isOut()) {
            all.set(all.size() - 1, all.get(all.size() - 1).withMeasured(measured));
        } else {
            all.add(SessionStep.out(circuit.gamma(), circuit.beta(), measured));
        }
        return with(all);
    }

    /** Whether counts of a circuit are wanted. */
    public boolean isOut() {
        return !steps.isEmpty() && steps.get(steps.size() - 1).isOut();
    }

    /**
     * The session with the counts of the circuit that is out.
     *
     * @param counts by string, bit i is variable i; not empty
     * @param zeroAsOne the readout error of 0 that is to be undone, 0 for none
     * @param oneAsZero the readout error of 1
     * @throws IllegalStateException when none is out
     */
    public DeviceSession take(Map<Bits, Long> counts, double zeroAsOne, double oneAsZero) {
        if (!isOut()) {
            throw new IllegalStateException("no circuit is out");
        }
        List<SessionStep> all = new ArrayList<>(steps);
        all.set(all.size() - 1, all.get(all.size() - 1).taken(counts, zeroAsOne, oneAsZero));
        return with(all);
    }

    /** The whole session on a backend, from where it is. */
    public DeviceSession run(Backend backend, int shots, SplittableRandom random) {
        DeviceSession session = this;
        SessionState state = session.state();
        while (state.waiting().isPresent()) {
            TrainedQaoa circuit = state.waiting().get();
            int qubits = circuit.ising().size();
            Map<Bits, Long> counts = new HashMap<>();
            for (long index : backend.sample(circuit.circuit(), shots, random)) {
                counts.merge(Bits.ofIndex(qubits, index), 1L, Long::sum);
            }
            List<Integer> identity =
                    java.util.stream.IntStream.range(0, qubits).boxed().toList();
            session = session.next(circuit, identity).take(counts, 0, 0);
            state = session.state();
        }
        return session;
    }

    /**
     * The best solution of all: every string that was measured, and all strings of what is left where nothing is,
     * verified and repaired.
     */
    public Optional<Decoded> best(SessionState state) {
        Shrinq shrinq = Shrinq.with(options);
        List<Decoded> all = new ArrayList<>();
        for (int k = 0; k < state.taken().size(); k++) {
            Shrunk shrunk = state.taken().get(k).shrunk();
            SampleSet samples = SampleSet.ofCounts(shrunk.size(), steps.get(k).counts(), shrunk.qubo()::energy);
            all.add(shrinq.decode(problem, shrunk, samples));
        }
        if (state.isFinished()) {
            Shrunk left = state.shrunk();
            long[] strings =
                    java.util.stream.LongStream.range(0, 1L << left.size()).toArray();
            all.add(shrinq.decode(
                    problem,
                    left,
                    SampleSet.ofIndices(left.size(), strings, z -> left.qubo().energy(Bits.ofIndex(left.size(), z)))));
        }
        return all.stream().filter(d -> d.x().isPresent()).reduce((a, b) -> isBetter(b, a) ? b : a);
    }

    private boolean isBetter(Decoded a, Decoded b) {
        return problem.sense()
                .isBetter(
                        a.verification().orElseThrow().objective(),
                        b.verification().orElseThrow().objective());
    }
}
