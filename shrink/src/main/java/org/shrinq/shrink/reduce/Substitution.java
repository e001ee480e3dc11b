package org.shrinq.shrink.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;

/** A model in which every variable is replaced by its representative literal. */
final class Substitution {
    private final LiteralClasses classes;
    /** Position of each representative among the remaining variables. */
    private final int[] position;

    private final int size;

    Substitution(LiteralClasses classes) {
        this.classes = classes;
        position = new int[classes.variables()];
        int next = 0;
        for (int v = 0; v < position.length; v++) {
            if (classes.root(v) == v) {
                position[v] = next++;
            }
        }
        size = next;
    }

    int[] position() {
        return position;
    }

    /** Constraints that hold for every remaining point are dropped. */
    BinaryModel apply(BinaryModel model) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint c : model.constraints()) {
            apply(c, constraints);
        }
        return new BinaryModel(model.sense(), apply(model.objective()), constraints);
    }

    /**
     * The integers of which two bits or more remain, with their new bits, for moves of a whole integer. Those with a
     * bit that became another variable are left out, as are those whose remaining bits do not make every value between.
     */
    VariableTable integers(VariableTable table) {
        List<VariableTable.Variable> kept = new ArrayList<>();
        for (VariableTable.Variable v : table.variables()) {
            double constant = v.constant();
            double[] coefficients = new double[v.coefficients().length];
            int bits = 0;
            int first = 0;
            boolean own = true;
            for (int k = 0; k < coefficients.length; k++) {
                int bit = v.firstBit() + k;
                if (classes.root(bit) == bit) {
                    first = bits == 0 ? position[bit] : first;
                    coefficients[bits++] = v.coefficients()[k];
                } else {
                    own &= classes.root(bit) == Step.GROUND;
                    constant += constant(bit) * v.coefficients()[k];
                }
            }
            coefficients = Arrays.copyOf(coefficients, bits);
            if (own && bits > 1 && isComplete(coefficients)) {
                kept.add(new VariableTable.Variable(v.name(), constant, first, coefficients));
            }
        }
        return new VariableTable(kept, List.of());
    }

    /** Whether every whole number up to their sum is a sum of some of them. */
    private static boolean isComplete(double[] coefficients) {
        double[] ascending = coefficients.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (double c : ascending) {
            if (c > sum + 1) {
                return false;
            }
            sum += c;
        }
        return true;
    }

    /** x_v = constant + factor · x_representative. */
    private double constant(int v) {
        return classes.sign(v) > 0 ? 0 : 1;
    }

    private double factor(int v) {
        return classes.root(v) == Step.GROUND ? 0 : classes.sign(v);
    }

    private int place(int v) {
        return classes.root(v) == Step.GROUND ? 0 : position[classes.root(v)];
    }

    private Qubo apply(QuadraticForm f) {
        Qubo.Builder b = Qubo.builder(size).addOffset(f.offset());
        for (int v = 0; v < f.size(); v++) {
            addLinear(b, v, f.linear(v));
        }
        f.forEachCoupling((u, v, q) -> {
            b.addOffset(q * constant(u) * constant(v));
            addPart(b, u, q * constant(v));
            addPart(b, v, q * constant(u));
            double both = q * factor(u) * factor(v);
            if (both != 0) {
                b.add(place(u), place(v), both);
            }
        });
        return b.build();
    }

    private void addLinear(Qubo.Builder b, int v, double l) {
        b.addOffset(l * constant(v));
        addPart(b, v, l);
    }

    /** Adds l · factor · x_representative. */
    private void addPart(Qubo.Builder b, int v, double l) {
        if (factor(v) != 0) {
            b.addLinear(place(v), l * factor(v));
        }
    }

    private void apply(Constraint c, List<Constraint> out) {
        Map<Integer, Double> row = new TreeMap<>();
        double bound = c.bound();
        for (int k = 0; k < c.arity(); k++) {
            int v = c.variable(k);
            bound -= c.coefficient(k) * constant(v);
            if (factor(v) != 0) {
                row.merge(place(v), c.coefficient(k) * factor(v), Double::sum);
            }
        }
        row.values().removeIf(w -> w == 0);
        double least = 0;
        double most = 0;
        boolean unit = bound == 1;
        for (double w : row.values()) {
            least += Math.min(0, w);
            most += Math.max(0, w);
            unit &= w == 1;
        }
        boolean holds = most <= bound + c.tolerance() && (!c.isEquality() || least >= bound - c.tolerance());
        if (holds) {
            return;
        }
        int[] variables = row.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] weights =
                row.values().stream().mapToDouble(Double::doubleValue).toArray();
        boolean counting = !(c instanceof LinearAtMost) && !(c instanceof LinearEqual);
        if (counting && unit && c.isEquality()) {
            out.add(ExactlyOne.of(c.name(), variables));
        } else if (counting && unit) {
            out.add(
                    variables.length == 2
                            ? new Conflict(variables[0], variables[1])
                            : AtMostOne.of(c.name(), variables));
        } else if (c.isEquality()) {
            out.add(LinearEqual.of(c.name(), variables, weights, bound));
        } else {
            out.add(LinearAtMost.of(c.name(), variables, weights, bound));
        }
    }
}
