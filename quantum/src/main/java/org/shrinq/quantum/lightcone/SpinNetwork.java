package org.shrinq.quantum.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A cone of any shape as a sum over the spins of all its vertices on their way through the circuit and back: 2m + 1
 * spins for a vertex with m mixers, 2p for a measured one, and complex factors on single spins and pairs ({@link
 * SpinFactor}). Spins are summed out in an {@link EliminationOrder}; the derivatives come from the same steps walked
 * back. Time and memory are 2^width.
 */
final class SpinNetwork implements ConeValue {
    private final List<SpinFactor> factors;
    private final BucketElimination[] steps;
    private final double operations;
    private final long bytes;
    private final double constant;

    private SpinNetwork(
            List<SpinFactor> factors, BucketElimination[] steps, double operations, long bytes, double constant) {
        this.factors = factors;
        this.steps = steps;
        this.operations = operations;
        this.bytes = bytes;
        this.constant = constant;
    }

    /** The network of a cone; empty when no order of at most this width is found. */
    static Optional<SpinNetwork> of(Cone cone, int widest) {
        if (cone.isWiderThan(widest)) {
            return Optional.empty();
        }
        List<SpinFactor> factors = new ArrayList<>();
        int spins = new Wiring(cone, factors).wire();
        BitSet[] neighbors = new BitSet[spins];
        Arrays.setAll(neighbors, v -> new BitSet(spins));
        for (SpinFactor f : factors) {
            if (f.second() >= 0) {
                neighbors[f.first()].set(f.second());
                neighbors[f.second()].set(f.first());
            }
        }
        return EliminationOrder.of(neighbors, widest).map(o -> planned(factors, spins, o, cone.size()));
    }

    private static SpinNetwork planned(List<SpinFactor> factors, int spins, EliminationOrder order, int vertices) {
        List<List<Integer>> users = new ArrayList<>();
        for (int v = 0; v < spins; v++) {
            users.add(new ArrayList<>());
        }
        List<int[]> scopes = new ArrayList<>();
        for (SpinFactor f : factors) {
            int[] scope = f.second() < 0 ? new int[] {f.first()} : new int[] {f.first(), f.second()};
            for (int v : scope) {
                users.get(v).add(scopes.size());
            }
            scopes.add(scope);
        }
        BucketElimination[] steps = new BucketElimination[spins];
        double operations = 0;
        long bytes = 0;
        for (int k = 0; k < spins; k++) {
            int v = order.order()[k];
            int[] inputs = users.get(v).stream().mapToInt(Integer::intValue).toArray();
            BitSet joint = new BitSet();
            for (int f : inputs) {
                for (int u : scopes.get(f)) {
                    joint.set(u);
                }
            }
            joint.clear(v);
            int[] scope = joint.stream().toArray();
            int[][] places = new int[inputs.length][];
            for (int i = 0; i < inputs.length; i++) {
                places[i] = Arrays.stream(scopes.get(inputs[i]))
                        .map(u -> u == v ? scope.length : Arrays.binarySearch(scope, u))
                        .toArray();
            }
            steps[k] = new BucketElimination(inputs, places, scope.length);
            for (int u : scope) {
                users.get(u).removeIf(f -> contains(inputs, f));
                users.get(u).add(scopes.size());
            }
            scopes.add(scope);
            operations += inputs.length * Math.pow(2, scope.length + 1);
            bytes += 32L << scope.length;
        }
        return new SpinNetwork(factors, steps, operations, bytes, Math.pow(2, -vertices));
    }

    private static boolean contains(int[] sorted, int f) {
        return Arrays.binarySearch(sorted, f) >= 0;
    }

    @Override
    public double operations() {
        return operations;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public double value(Schedule schedule, BooleanSupplier stop) {
        Tables t = new Tables(schedule);
        return t.forward(stop, true) ? constant * t.value() : Double.NaN;
    }

    @Override
    public double gradient(Schedule schedule, double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        Tables t = new Tables(schedule);
        if (!t.forward(stop, false) || !t.backward(stop)) {
            return Double.NaN;
        }
        Arrays.fill(dGamma, 0);
        Arrays.fill(dBeta, 0);
        double[] slopeRe = new double[4];
        double[] slopeIm = new double[4];
        for (int f = 0; f < factors.size(); f++) {
            SpinFactor factor = factors.get(f);
            factor.fillSlope(schedule, slopeRe, slopeIm);
            double sum = 0;
            for (int k = 0; k < factor.entries(); k++) {
                sum += t.dRe[f][k] * slopeRe[k] - t.dIm[f][k] * slopeIm[k];
            }
            double[] into = factor.kind() == SpinFactor.Kind.PHASE ? dGamma : dBeta;
            into[factor.layer()] += constant * sum;
        }
        return constant * t.value();
    }

    /** The tables of one evaluation: those of the factors, then one a step. */
    private final class Tables {
        private final int first = factors.size();
        private final double[][] re = new double[first + steps.length][];
        private final double[][] im = new double[first + steps.length][];
        private final double[][] dRe = new double[first + steps.length][];
        private final double[][] dIm = new double[first + steps.length][];

        Tables(Schedule schedule) {
            for (int f = 0; f < first; f++) {
                SpinFactor factor = factors.get(f);
                re[f] = new double[factor.entries()];
                im[f] = new double[factor.entries()];
                factor.fill(schedule, re[f], im[f]);
            }
        }

        /** The product of the sums of all parts that are not connected. */
        double value() {
            double r = 1;
            double i = 0;
            for (int k = 0; k < steps.length; k++) {
                if (steps[k].isLast()) {
                    double next = r * re[first + k][0] - i * im[first + k][0];
                    i = r * im[first + k][0] + i * re[first + k][0];
                    r = next;
                }
            }
            return r;
        }

        boolean forward(BooleanSupplier stop, boolean forgets) {
            for (int k = 0; k < steps.length; k++) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                BucketElimination step = steps[k];
                re[first + k] = new double[1 << step.width()];
                im[first + k] = new double[1 << step.width()];
                step.sum(re, im, re[first + k], im[first + k]);
                for (int f : step.inputs()) {
                    if (forgets && f >= first) {
                        re[f] = new double[0];
                        im[f] = new double[0];
                    }
                }
            }
            return true;
        }

        boolean backward(BooleanSupplier stop) {
            for (int f = 0; f < re.length; f++) {
                dRe[f] = new double[re[f].length];
                dIm[f] = new double[re[f].length];
            }
            seed();
            for (int k = steps.length - 1; k >= 0; k--) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                steps[k].pullBack(re, im, dRe[first + k], dIm[first + k], dRe, dIm);
            }
            return true;
        }

        /** The derivative of the product of the parts by each of them. */
        private void seed() {
            for (int k = 0; k < steps.length; k++) {
                if (steps[k].isLast()) {
                    double r = 1;
                    double i = 0;
                    for (int o = 0; o < steps.length; o++) {
                        if (o != k && steps[o].isLast()) {
                            double next = r * re[first + o][0] - i * im[first + o][0];
                            i = r * im[first + o][0] + i * re[first + o][0];
                            r = next;
                        }
                    }
                    dRe[first + k][0] = r;
                    dIm[first + k][0] = i;
                }
            }
        }
    }
}
