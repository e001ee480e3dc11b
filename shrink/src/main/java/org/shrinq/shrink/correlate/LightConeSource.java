package org.shrinq.shrink.correlate;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.closedform.Strength;
import org.shrinq.quantum.lightcone.ConeLimits;
import org.shrinq.quantum.lightcone.ConeTooLargeException;
import org.shrinq.quantum.lightcone.FixedAngleTable;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.quantum.train.Trainer;
import org.shrinq.quantum.train.TrainingFunction;
import org.shrinq.quantum.train.TrainingMonitor;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ on couplings of a QAOA of several layers from its light cones, its angles trained on the exact
 * energy.
 */
final class LightConeSource implements CorrelationSource {
    /** More couplings a variable than this make cones too large, which need not be looked at. */
    private static final int DENSE = 12;

    private static final ConeLimits LIMITS = ConeLimits.DEFAULTS.withQubits(16).withWidth(16);
    private static final double STEP = 0.05;

    private final int layers;
    private final int evaluations;
    private final CorrelationSource closedForm = CorrelationSource.qaoa1();

    LightConeSource(int layers, int evaluations) {
        this.layers = layers;
        this.evaluations = evaluations;
    }

    @Override
    public String id() {
        return "light-cone";
    }

    private static boolean isDense(Ising ising) {
        return ising.couplings() > (long) DENSE * ising.size();
    }

    @Override
    public double operations(Ising ising) {
        if (isDense(ising)) {
            return closedForm.operations(ising);
        }
        double degree = 2.0 * ising.couplings() / Math.max(1, ising.size());
        double cone = Math.pow(Math.max(1, degree - 1), layers);
        return ising.couplings() * (3000 * cone + evaluations * Math.pow(4, layers) * 40 * cone);
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        Optional<LightConeQaoa> cones = isDense(task.ising()) ? Optional.empty() : cones(task.ising(), deadline);
        return cones.map(c -> correlate(c, task, deadline))
                .orElseGet(() -> closedForm.correlate(task, random, deadline));
    }

    private Optional<LightConeQaoa> cones(Ising ising, Deadline deadline) {
        try {
            return LightConeQaoa.of(ising, layers, LIMITS, 1, deadline);
        } catch (ConeTooLargeException tooLarge) {
            return Optional.empty();
        }
    }

    private Correlations correlate(LightConeQaoa cones, CorrelationTask task, Deadline deadline) {
        Optional<ConeCorrelations> before = task.previous()
                .map(CorrelationTask.Previous::correlations)
                .filter(ConeCorrelations.class::isInstance)
                .map(ConeCorrelations.class::cast);
        double[] start = before.map(b -> b.angles(cones.scale())).orElseGet(() -> fixed(task.ising(), cones.scale()));
        TrainingMonitor monitor =
                new TrainingMonitor(start, before.isPresent() ? evaluations / 3 : evaluations, deadline, 1);
        Energy energy = new Energy(cones, monitor);
        Trainer.of(Optimizer.LBFGS).minimize(energy, start, STEP, monitor, new SplittableRandom(0));
        double[] best = monitor.best();
        double[] gamma = Arrays.copyOf(best, layers);
        double[] beta = Arrays.copyOfRange(best, layers, 2 * layers);
        SparseCorrelations x = new SparseCorrelations(task.size());
        cones.expectations(gamma, beta, deadline::expired).ifPresent(e -> {
            for (int i = 0; i < task.size(); i++) {
                x.setSingle(i, e.single()[i]);
            }
            int[] next = {0};
            task.ising().forEachCoupling((i, j, c) -> x.setPair(i, j, e.pair()[next[0]++]));
        });
        return new ConeCorrelations(x, best, cones.scale());
    }

    private double[] fixed(Ising ising, double scale) {
        double strength = Strength.of(ising) / scale;
        FixedAngleTable.Angles table = FixedAngleTable.bundled().angles(FixedAngleTable.degree(ising), layers);
        double[] angles = new double[2 * layers];
        for (int l = 0; l < layers; l++) {
            angles[l] = table.gamma()[l] / (strength > 0 ? strength : 1);
            angles[layers + l] = table.beta()[l];
        }
        return angles;
    }

    /** The energy as what is trained on. */
    private record Energy(LightConeQaoa cones, TrainingMonitor monitor) implements TrainingFunction {
        @Override
        public int dimension() {
            return 2 * cones.layers();
        }

        @Override
        public double value(double[] x) {
            int p = cones.layers();
            return cones.energy(Arrays.copyOf(x, p), Arrays.copyOfRange(x, p, 2 * p), monitor);
        }

        @Override
        public double valueAndGradient(double[] x, double[] gradient) {
            int p = cones.layers();
            double[] dGamma = new double[p];
            double[] dBeta = new double[p];
            double value = cones.gradient(Arrays.copyOf(x, p), Arrays.copyOfRange(x, p, 2 * p), dGamma, dBeta, monitor);
            System.arraycopy(dGamma, 0, gradient, 0, p);
            System.arraycopy(dBeta, 0, gradient, p, p);
            return value;
        }

        @Override
        public double unit() {
            return cones.scale();
        }
    }
}
