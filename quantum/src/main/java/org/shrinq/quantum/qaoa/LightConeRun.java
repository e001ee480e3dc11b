package org.shrinq.quantum.qaoa;

import java.util.Arrays;
import java.util.Optional;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.closedform.SpinForest;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.quantum.train.TrainingResult;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.SampleSet;

/**
 * The plain QAOA by {@link Evaluation#LIGHT_CONE}: angles, energy and moments are exact, whatever the number of
 * variables. Strings cannot be drawn from moments; those returned have the circuit's ⟨Z_i⟩ and, along a spanning
 * forest, its ⟨Z_iZ_j⟩ ({@link SpinForest}), so that their mean energy is not the circuit's. Where cones are too large,
 * angles that need no training can still be written down, for a circuit to be run elsewhere.
 */
final class LightConeRun {
    /** What the account of a run names in place of a backend. */
    private static final String ID = Evaluation.LIGHT_CONE.id();

    private LightConeRun() {}

    static QuantumRun run(String method, QuantumTask task) {
        QuantumOptions options = task.options();
        check(options);
        Ising ising = task.qubo().toIsing();
        int p = options.layers();
        LightConeLandscape landscape = new LightConeLandscape(task, ising);
        SharedTraining training = new SharedTraining(task, ising, landscape);
        if (!options.init().isTrained() && !landscape.fit(p)) {
            return writtenDown(method, task, training.untrained(), landscape.scale());
        }
        Optional<LightConeQaoa> cones = landscape.cones(p);
        TrainingResult trained = cones.isPresent() ? training.run() : training.untrained();
        double[] gamma = Arrays.copyOf(trained.parameters(), p);
        double[] beta = Arrays.copyOfRange(trained.parameters(), p, 2 * p);
        Optional<LightConeQaoa.Expectations> known =
                cones.flatMap(c -> c.expectations(gamma, beta, task.deadline()::expired));
        double[] single = known.map(LightConeQaoa.Expectations::single).orElseGet(() -> new double[ising.size()]);
        double[] pair = known.map(LightConeQaoa.Expectations::pair)
                .orElseGet(() -> new double[Math.toIntExact(ising.couplings())]);
        double energy = known.map(LightConeQaoa.Expectations::energy).orElse(Double.NaN);
        SampleSet samples = SampleSet.ofCounts(
                ising.size(),
                SpinForest.of(ising, single, pair).draw(options.shots(), task.streams().stream("shots")),
                task.qubo()::energy);
        return new QuantumRun(
                method,
                ID,
                ising.size(),
                p,
                ParameterSet.angles(gamma, beta),
                landscape.scale(),
                trained.evaluations(),
                trained.stop(),
                energy,
                energy,
                samples,
                samples.truncate(options.candidates()),
                trained.curve(),
                Optional.empty(),
                1);
    }

    /** Fixed angles of which nothing more is known: neither an energy nor strings. */
    private static QuantumRun writtenDown(String method, QuantumTask task, TrainingResult start, double scale) {
        int p = task.options().layers();
        SampleSet none = SampleSet.empty(task.qubo().size());
        return new QuantumRun(
                method,
                ID,
                task.qubo().size(),
                p,
                ParameterSet.angles(
                        Arrays.copyOf(start.parameters(), p), Arrays.copyOfRange(start.parameters(), p, 2 * p)),
                scale,
                0,
                start.stop(),
                Double.NaN,
                Double.NaN,
                none,
                none,
                start.curve(),
                Optional.empty(),
                1);
    }

    private static void check(QuantumOptions options) {
        if (options.objective() != Objective.EXPECTATION) {
            throw new IllegalArgumentException("backend " + ID + " knows expectations alone: objective "
                    + options.objective() + " cannot be used");
        }
        if (!options.noise().isNone()) {
            throw new IllegalArgumentException("noise '" + options.noise()
                    + "' runs on the backend statevector only, not on " + ID + ". Maybe without noise.");
        }
    }
}
