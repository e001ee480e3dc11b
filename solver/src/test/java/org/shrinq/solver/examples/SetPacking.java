package org.shrinq.solver.examples;

// begin class
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** Set packing: max Σ v_s x_s where every element is in at most one chosen set. */
final class SetPacking implements Problem {
    private static final ProblemKind KIND = new ProblemKind("set-packing", "set packing");

    private final double[] values;
    private final int[][] sets;
    private final int elements;
    private final BinaryModel model;

    /**
     * A set packing.
     *
     * @param values worth of each set
     * @param sets elements of each set, 0 … elements − 1
     */
    SetPacking(double[] values, int[][] sets, int elements) {
        this.values = values.clone();
        this.sets = Arrays.stream(sets).map(int[]::clone).toArray(int[][]::new);
        this.elements = elements;
        Qubo.Builder objective = Qubo.builder(values.length);
        for (int s = 0; s < values.length; s++) {
            objective.addLinear(s, values[s]);
        }
        List<Constraint> rows = new ArrayList<>();
        for (int e = 0; e < elements; e++) {
            int element = e;
            int[] holders = java.util.stream.IntStream.range(0, sets.length)
                    .filter(s -> Arrays.stream(sets[s]).anyMatch(x -> x == element))
                    .toArray();
            if (holders.length > 1) {
                rows.add(AtMostOne.of("element " + (e + 1), holders));
            }
        }
        model = new BinaryModel(Sense.MAXIMIZE, objective.build(), rows);
    }

    int elements() {
        return elements;
    }

    int[] elementsOf(int set) {
        return sets[set].clone();
    }

    double value(int set) {
        return values[set];
    }

    @Override
    public String name() {
        return "set packing";
    }

    @Override
    public ProblemKind kind() {
        return KIND;
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    @Override
    public double objective(byte[] x) {
        double sum = 0;
        for (int s = 0; s < values.length; s++) {
            sum += values[s] * x[s];
        }
        return sum;
    }

    @Override
    public boolean isObjectiveIntegral() {
        return Arrays.stream(values).allMatch(v -> v == Math.rint(v));
    }
}
// end class
