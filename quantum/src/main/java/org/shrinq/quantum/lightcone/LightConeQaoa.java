package org.shrinq.quantum.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * Exact expectations of the QAOA |ψ⟩ = Π_l exp(−iβ_l ΣX) exp(−iγ_l H/s) |+⟩ of p layers, s the largest |coefficient|,
 * for sparse models of thousands of variables with fields. ⟨Z_i⟩ and ⟨Z_iZ_j⟩ depend on the vertices within distance p
 * of i and j only (Farhi, Goldstone and Gutmann 2014, arXiv 1411.4028): their light cone. Cones that are trees are
 * summed by messages, others by eliminating spins or, where that is cheaper, by a state vector; cones that are equal up
 * to the names of their vertices are computed once.
 *
 * <p>Immutable; to be made once for a model and asked at many angles. The result does not depend on the number of
 * threads. Time: of the order of Σ over different cones of 4^p·vertices for trees, 2^width else.
 */
public final class LightConeQaoa {
    private final Ising ising;
    private final double scale;
    private final int layers;
    private final int threads;
    private final List<ConeClass> classes;
    private final List<ComponentState> states;

    private LightConeQaoa(
            Ising ising, double scale, int layers, int threads, List<ConeClass> classes, List<ComponentState> states) {
        this.ising = ising;
        this.scale = scale;
        this.layers = layers;
        this.threads = threads;
        this.classes = classes;
        this.states = states;
    }

    /**
     * Cuts out and sorts all cones of a model.
     *
     * @param layers p, at least 1
     * @param threads most threads of one evaluation, at least 1
     * @return empty when the deadline struck
     * @throws ConeTooLargeException when a cone is larger than the limits
     * @throws InsufficientMemoryException when the heap is too small for one
     */
    public static Optional<LightConeQaoa> of(
            Ising ising, int layers, ConeLimits limits, int threads, Deadline deadline) {
        if (layers < 1 || layers > 12) {
            throw new IllegalArgumentException("light cones of " + layers + " layers, expected 1 to 12");
        }
        double largest = ising.maxAbsCoefficient();
        double scale = largest > 0 ? largest : 1;
        ConeCatalog catalog = new ConeCatalog(ising, scale, layers, limits);
        if (!catalog.fill(deadline)) {
            return Optional.empty();
        }
        long bytes = 0;
        for (ConeClass c : catalog.classes()) {
            bytes = Math.max(bytes, c.value().bytes());
        }
        for (ComponentState s : catalog.states()) {
            bytes = Math.max(bytes, s.bytes());
        }
        InsufficientMemoryException.check(ising.size(), threads * bytes, "fewer layers, a cone radius, fewer threads");
        return Optional.of(new LightConeQaoa(
                ising, scale, layers, threads, List.copyOf(catalog.classes()), List.copyOf(catalog.states())));
    }

    public int layers() {
        return layers;
    }

    /** The largest |coefficient| s, 1 for a constant model. */
    public double scale() {
        return scale;
    }

    /** How many different cones are computed, state vectors of whole parts counted as one each. */
    public int differentCones() {
        return classes.size() + states.size();
    }

    /** About how many complex multiplications one energy takes; a gradient takes some four times as many. */
    public double operations() {
        double sum = 0;
        for (ComponentState s : states) {
            sum += StateVectorCone.operations(s.size(), layers);
        }
        for (ConeClass c : classes) {
            sum += c.weight() != 0 ? c.value().operations() : 0;
        }
        return sum;
    }

    /**
     * Expectations at given angles.
     *
     * @param single ⟨Z_i⟩ per variable
     * @param pair ⟨Z_iZ_j⟩ per coupling, in the order of {@link Ising#forEachCoupling}
     * @param energy ⟨H⟩, offset included
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of fresh arrays, never compared
    public record Expectations(double[] single, double[] pair, double energy) {}

    /**
     * All expectations.
     *
     * @param gamma cost angles, one a layer; not modified
     * @param beta mixer angles, one a layer; not modified
     * @param stop asked while cones are computed
     * @return empty when stopped
     */
    public Optional<Expectations> expectations(double[] gamma, double[] beta, BooleanSupplier stop) {
        Schedule schedule = schedule(gamma, beta);
        int n = ising.size();
        double[] byTerm = new double[n + Math.toIntExact(ising.couplings())];
        double[] value = new double[classes.size() + states.size()];
        boolean done = inParallel(
                k -> value[k] = k < states.size()
                        ? states.get(k).expectations(schedule, byTerm, stop)
                        : classes.get(k - states.size()).value().value(schedule, stop),
                i -> true,
                stop);
        if (!done || hasNaN(value)) {
            return Optional.empty();
        }
        for (int k = 0; k < classes.size(); k++) {
            classes.get(k).spread(value[states.size() + k], byTerm);
        }
        return Optional.of(
                new Expectations(Arrays.copyOf(byTerm, n), Arrays.copyOfRange(byTerm, n, byTerm.length), total(value)));
    }

    /** ⟨H⟩, offset included; NaN when stopped. Arrays are not modified. */
    public double energy(double[] gamma, double[] beta, BooleanSupplier stop) {
        Schedule schedule = schedule(gamma, beta);
        double[] value = new double[classes.size() + states.size()];
        boolean done = inParallel(
                k -> value[k] = k < states.size()
                        ? states.get(k).energy(schedule, stop)
                        : classes.get(k - states.size()).value().value(schedule, stop),
                this::counts,
                stop);
        return done ? total(value) : Double.NaN;
    }

    /**
     * ⟨H⟩ and its exact derivatives by all angles, in about the time of four values.
     *
     * @param gamma, beta not modified
     * @param dGamma, dBeta overwritten
     * @return NaN when stopped, the derivatives then being incomplete
     */
    public double gradient(double[] gamma, double[] beta, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        Schedule schedule = schedule(gamma, beta);
        int count = classes.size() + states.size();
        double[] value = new double[count];
        double[][] byGamma = new double[count][layers];
        double[][] byBeta = new double[count][layers];
        boolean done = inParallel(
                k -> value[k] = k < states.size()
                        ? states.get(k).gradient(schedule, byGamma[k], byBeta[k], stop)
                        : classes.get(k - states.size()).value().gradient(schedule, byGamma[k], byBeta[k], stop),
                this::counts,
                stop);
        Arrays.fill(dGamma, 0);
        Arrays.fill(dBeta, 0);
        for (int k = 0; k < count; k++) {
            double weight = weight(k);
            for (int l = 0; l < layers; l++) {
                dGamma[l] += weight * byGamma[k][l];
                dBeta[l] += weight * byBeta[k][l];
            }
        }
        return done ? total(value) : Double.NaN;
    }

    private Schedule schedule(double[] gamma, double[] beta) {
        if (gamma.length != layers || beta.length != layers) {
            throw new IllegalArgumentException(
                    "expected " + layers + " gammas and betas, found " + gamma.length + " and " + beta.length);
        }
        return new Schedule(gamma, beta);
    }

    private double weight(int k) {
        return k < states.size() ? 1 : classes.get(k - states.size()).weight();
    }

    /** False for what does not show in the energy. */
    private boolean counts(int k) {
        return weight(k) != 0;
    }

    private double total(double[] value) {
        double sum = ising.offset();
        for (int k = 0; k < value.length; k++) {
            sum += weight(k) * value[k];
        }
        return sum;
    }

    private static boolean hasNaN(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /** Runs the chosen tasks on up to {@code threads} threads; false when stopped. */
    private boolean inParallel(
            java.util.function.IntConsumer task, java.util.function.IntPredicate chosen, BooleanSupplier stop) {
        List<Integer> tasks = new ArrayList<>();
        for (int k = 0; k < classes.size() + states.size(); k++) {
            if (chosen.test(k)) {
                tasks.add(k);
            }
        }
        return Crew.run(threads, tasks.size(), k -> task.accept(tasks.get(k)), stop);
    }
}
