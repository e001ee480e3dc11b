package org.shrinq.quantum.statevector;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Observable;
import org.shrinq.quantum.backend.AliasTable;
import org.shrinq.qubo.Ising;

/** The {@link QaoaSimulator} for one type of array. */
final class TypedSimulator<A> {
    private static final double NO_CLIP = Double.POSITIVE_INFINITY;

    private final Kernel<A> kernel;
    private final int qubits;
    private final double scale;
    private final double offset;
    private final Terms terms;
    private final Quadratic cost;
    private final Quadratic scaled;
    private final LayeredState<A> state;
    private final Goal goal;
    /** (H − offset)/scale. */
    private final A energies;
    /** What the objective is a functional of: the energies or another table. */
    private final A values;
    /** The values in double, where quantiles are needed. */
    private final double[] exactValues;

    private final double lowest;
    private final ValueAtRisk quantile = new ValueAtRisk();
    private final double[] beta;
    private double @Nullable [] currents;
    private double[] probabilities = new double[0];
    /** Values above it count as it: the quantile of CVaR. */
    private double clip = NO_CLIP;

    TypedSimulator(Kernel<A> kernel, Ising ising, Goal goal, Workers workers) {
        this.kernel = kernel;
        this.goal = goal;
        qubits = ising.size();
        double largest = ising.maxAbsCoefficient();
        scale = largest > 0 ? largest : 1;
        offset = ising.offset();
        terms = Terms.of(ising, 1 / scale);
        cost = Quadratic.of(ising, 1 / scale);
        scaled = new Quadratic(0, new double[qubits], new double[qubits * qubits]);
        beta = new double[qubits];
        state = new LayeredState<>(kernel, qubits, workers);
        energies = cost.table(kernel, workers);
        double[] table = goal.observable().map(this::tabulate).orElse(null);
        exactValues = table != null ? table : needsExactValues() ? loaded(energies) : new double[0];
        lowest = goal.objective() == Objective.GIBBS
                ? Arrays.stream(exactValues).min().orElse(0)
                : 0;
        values = table == null && goal.objective() != Objective.GIBBS ? energies : stored(weighted(exactValues));
    }

    private boolean needsExactValues() {
        return goal.objective() == Objective.CVAR || goal.objective() == Objective.GIBBS;
    }

    private double[] tabulate(Observable observable) {
        double[] table = new double[1 << qubits];
        for (int z = 0; z < table.length; z++) {
            table[z] = observable.valueAt(z);
        }
        return table;
    }

    private double[] loaded(A array) {
        double[] copy = new double[1 << qubits];
        kernel.load(array, 0, copy, 0, copy.length);
        return copy;
    }

    private A stored(double[] table) {
        A array = kernel.allocate(table.length);
        kernel.store(table, 0, array, 0, table.length);
        return array;
    }

    /** e^{−η(f − min f)/unit} for the Gibbs objective, else f itself. */
    private double[] weighted(double[] f) {
        if (goal.objective() != Objective.GIBBS) {
            return f;
        }
        double[] weights = new double[f.length];
        double rate = goal.eta() * unit() / scale;
        for (int z = 0; z < f.length; z++) {
            weights[z] = Math.exp(-rate * (f[z] - lowest));
        }
        return weights;
    }

    /** One unit of the table of values in units of the objective. */
    private double unit() {
        return goal.observable().isPresent() ? 1 : scale;
    }

    private double shift() {
        return goal.observable().isPresent() ? 0 : offset;
    }

    String kernelName() {
        return kernel.name();
    }

    int qubits() {
        return qubits;
    }

    double scale() {
        return scale;
    }

    int terms() {
        return terms.count();
    }

    void setShared(double[] gamma, double[] mixer) {
        state.setDepth(gamma.length);
        for (int l = 0; l < gamma.length; l++) {
            for (int i = 0; i < qubits; i++) {
                scaled.linear[i] = gamma[l] * cost.linear[i];
            }
            for (int e = 0; e < scaled.coupling.length; e++) {
                scaled.coupling[e] = gamma[l] * cost.coupling[e];
            }
            Arrays.fill(beta, mixer[l]);
            state.setLayer(l, gamma[l] * cost.constant, scaled.linear, scaled.coupling, beta);
        }
    }

    void setMulti(double[][] gamma, double[][] mixer) {
        state.setDepth(gamma.length);
        for (int l = 0; l < gamma.length; l++) {
            double constant = terms.phase(gamma[l], scaled);
            state.setLayer(l, constant, scaled.linear, scaled.coupling, mixer[l]);
        }
    }

    double value(BooleanSupplier stop) {
        return objective(run(stop));
    }

    /**
     * Runs the circuit and sets the clip.
     *
     * @return the mean of the clipped values of its state; NaN when it was stopped
     */
    private double run(BooleanSupplier stop) {
        if (goal.objective() != Objective.CVAR) {
            return state.forward(values, stop);
        }
        if (!state.forward(stop)) {
            return Double.NaN;
        }
        if (probabilities.length == 0) {
            probabilities = new double[1 << qubits];
        }
        state.probabilities(probabilities);
        clip = quantile.of(exactValues, probabilities, goal.alpha());
        return state.expectation(values, clip);
    }

    private double objective(double mean) {
        return switch (goal.objective()) {
            case CVAR -> unit() * (mean / goal.alpha() + clip * (1 - 1 / goal.alpha())) + shift();
            case GIBBS -> unit() * lowest + shift() - scale / goal.eta() * Math.log(mean);
            case EXPECTATION, OBSERVABLE -> unit() * mean + shift();
        };
    }

    /** Derivative of the objective by the mean of the (clipped) values. */
    private double slope(double mean) {
        return switch (goal.objective()) {
            case CVAR -> unit() / goal.alpha();
            case GIBBS -> -scale / goal.eta() / mean;
            case EXPECTATION, OBSERVABLE -> unit();
        };
    }

    double gradientShared(double[] dGamma, double[] dBeta, BooleanSupplier stop) {
        double mean = run(stop);
        if (Double.isNaN(mean)) {
            return Double.NaN;
        }
        double slope = slope(mean);
        boolean finished = state.backward(values, clip, energies, new SharedSink(slope, dGamma, dBeta), stop);
        return finished ? objective(mean) : Double.NaN;
    }

    private record SharedSink(double slope, double[] dGamma, double[] dBeta) implements GradientSink {
        @Override
        public Mixing.Detail detail() {
            return Mixing.Detail.SUM;
        }

        @Override
        public double @Nullable [] currents() {
            return null;
        }

        @Override
        public void layer(int l, double gamma, double[] beta) {
            dGamma[l] = slope * gamma;
            dBeta[l] = slope * beta[0];
        }
    }

    double gradientMulti(double[][] dGamma, double[][] dBeta, BooleanSupplier stop) {
        double mean = run(stop);
        if (Double.isNaN(mean)) {
            return Double.NaN;
        }
        double slope = slope(mean);
        if (currents == null) {
            currents = new double[1 << qubits];
        }
        double[] scratch = currents;
        boolean finished = state.backward(
                values,
                clip,
                energies,
                new GradientSink() {
                    @Override
                    public Mixing.Detail detail() {
                        return Mixing.Detail.PER_QUBIT;
                    }

                    @Override
                    public double[] currents() {
                        return scratch;
                    }

                    @Override
                    public void layer(int l, double gamma, double[] perQubit) {
                        for (int j = 0; j < qubits; j++) {
                            dBeta[l][j] = slope * perQubit[j];
                        }
                        terms.derivatives(SpinMoments.of(scratch), 2 * slope, dGamma[l]);
                    }
                },
                stop);
        return finished ? objective(mean) : Double.NaN;
    }

    double expectation() {
        return scale * state.expectation(energies, NO_CLIP) + offset;
    }

    double[] probabilities() {
        double[] out = new double[1 << qubits];
        state.probabilities(out);
        return out;
    }

    double[][] amplitudes() {
        double[][] out = new double[2][1 << qubits];
        state.amplitudes(out[0], out[1]);
        return out;
    }

    /**
     * One row: an alias table of its amplitudes. Several: an alias table of the rows, then a search in the running sums
     * of each row that was hit, so that no table of 2ⁿ entries is needed.
     */
    long[] sample(int shots, SplittableRandom random) {
        double[] row = new double[state.rowLength()];
        if (state.rowCount() == 1) {
            state.rowProbabilities(0, row, 0);
            AliasTable table = AliasTable.of(row);
            long[] indices = new long[shots];
            for (int k = 0; k < shots; k++) {
                indices[k] = table.draw(random);
            }
            return indices;
        }
        double[] rowSums = new double[state.rowCount()];
        for (int r = 0; r < rowSums.length; r++) {
            state.rowProbabilities(r, row, 0);
            for (double p : row) {
                rowSums[r] += p;
            }
        }
        AliasTable rows = AliasTable.of(rowSums);
        int[] hits = new int[rowSums.length];
        for (int k = 0; k < shots; k++) {
            hits[rows.draw(random)]++;
        }
        long[] indices = new long[shots];
        int k = 0;
        for (int r = 0; r < hits.length; r++) {
            if (hits[r] > 0) {
                state.rowProbabilities(r, row, 0);
                for (int z = 1; z < row.length; z++) {
                    row[z] += row[z - 1];
                }
                for (int h = 0; h < hits[r]; h++) {
                    indices[k++] = (long) r * row.length + indexOf(row, random.nextDouble() * row[row.length - 1]);
                }
            }
        }
        return indices;
    }

    /** The first index whose running sum exceeds u; never one of probability 0. */
    private static int indexOf(double[] sums, double u) {
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > u) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
