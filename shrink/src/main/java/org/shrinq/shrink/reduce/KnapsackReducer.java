package org.shrinq.shrink.reduce;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.lp.ModelLp;

/** Knapsacks: items that never fit or are trivial, redundant rows, items that the linear relaxation decides. */
final class KnapsackReducer {
    private final MultidimensionalKnapsack problem;
    private final ReduceOptions options;
    private final Deadline deadline;
    private final RuleCounts counts = new RuleCounts();
    private final byte[] fixed;
    private final double[] room;
    private final boolean[] rowKept;
    private boolean nothingBetter;
    /** What is left, until something more is fixed or dropped: one object, so that its relaxation is solved once. */
    private @Nullable Reduced rest;

    KnapsackReducer(MultidimensionalKnapsack problem, ReduceOptions options, Deadline deadline) {
        this.problem = problem;
        this.options = options;
        this.deadline = deadline;
        fixed = new byte[problem.items()];
        Arrays.fill(fixed, (byte) -1);
        room = new double[problem.rows()];
        rowKept = new boolean[problem.rows()];
        for (int k = 0; k < room.length; k++) {
            room[k] = problem.capacity(k);
            rowKept[k] = true;
        }
    }

    Reduced reduce() {
        int before = -1;
        int total = 0;
        while (total != before && !nothingBetter && !deadline.expired()) {
            before = total;
            total += neverFits() + trivialItems() + redundantRows();
            if (total == before || before == 0) {
                total += reducedCosts();
            }
        }
        if (nothingBetter) {
            return Reduced.identity(problem, Reduced.Outcome.NOTHING_BETTER);
        }
        return total == 0 ? Reduced.identity(problem, Reduced.Outcome.OPEN) : result();
    }

    /**
     * With bound B (of the minimised objective), reduced cost r_i and incumbent z: setting x_i against the sign of r_i
     * costs |r_i| over B, so that nothing better than z remains on that side when B + |r_i| exceeds every better value.
     */
    private int reducedCosts() {
        if (!options.uses(ReductionRule.MDKP_REDUCED_COST)
                || options.incumbent().isEmpty()
                || free().length == 0) {
            return 0;
        }
        Reduced left = result();
        Optional<ModelLp.Result> solved =
                options.relaxations().solve(left.problem().model(), deadline);
        if (solved.isEmpty()) {
            return 0;
        }
        ModelLp.Result lp = solved.get();
        double incumbent = -(options.incumbent().getAsDouble() - left.offset());
        double limit = Bar.of(problem, incumbent);
        if (lp.bound() > limit) {
            nothingBetter = true;
            return 0;
        }
        int[] items = free();
        int count = 0;
        for (int p = 0; p < items.length; p++) {
            double cost = lp.reducedCosts()[p];
            if (lp.bound() + Math.abs(cost) > limit) {
                fix(items[p], cost > 0 ? 0 : 1);
                count++;
            }
        }
        for (double r : room) {
            nothingBetter |= r < 0;
        }
        counts.add(ReductionRule.MDKP_REDUCED_COST, count);
        return count;
    }

    private void fix(int item, int value) {
        rest = null;
        fixed[item] = (byte) value;
        for (int k = 0; k < room.length && value == 1; k++) {
            room[k] -= problem.weight(k, item);
        }
    }

    private int neverFits() {
        if (!options.uses(ReductionRule.MDKP_NEVER_FITS)) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < fixed.length; i++) {
            boolean fits = true;
            for (int k = 0; k < room.length; k++) {
                fits &= problem.weight(k, i) <= room[k];
            }
            if (fixed[i] < 0 && !fits) {
                fix(i, 0);
                count++;
            }
        }
        counts.add(ReductionRule.MDKP_NEVER_FITS, count);
        return count;
    }

    private int trivialItems() {
        if (!options.uses(ReductionRule.MDKP_TRIVIAL_ITEM)) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i] >= 0) {
                continue;
            }
            boolean weightless = true;
            for (int k = 0; k < room.length; k++) {
                weightless &= !rowKept[k] || problem.weight(k, i) == 0;
            }
            if (problem.value(i) <= 0 || weightless) {
                fix(i, problem.value(i) > 0 ? 1 : 0);
                count++;
            }
        }
        counts.add(ReductionRule.MDKP_TRIVIAL_ITEM, count);
        return count;
    }

    private int redundantRows() {
        if (!options.uses(ReductionRule.MDKP_REDUNDANT_ROW)) {
            return 0;
        }
        int count = 0;
        for (int k = 0; k < room.length; k++) {
            if (rowKept[k] && (alwaysHolds(k) || isImplied(k))) {
                rest = null;
                rowKept[k] = false;
                count++;
            }
        }
        counts.add(ReductionRule.MDKP_REDUNDANT_ROW, count);
        return count;
    }

    private boolean alwaysHolds(int row) {
        double sum = 0;
        for (int i = 0; i < fixed.length; i++) {
            sum += fixed[i] < 0 ? problem.weight(row, i) : 0;
        }
        return sum <= room[row];
    }

    /** Another kept row takes at least the same share of its room for every item: w_ki·c_l ≤ w_li·c_k. */
    private boolean isImplied(int row) {
        for (int other = 0; other < room.length; other++) {
            if (other == row || !rowKept[other] || room[other] <= 0) {
                continue;
            }
            boolean implied = true;
            for (int i = 0; i < fixed.length && implied; i++) {
                implied = fixed[i] >= 0 || problem.weight(row, i) * room[other] <= problem.weight(other, i) * room[row];
            }
            if (implied) {
                return true;
            }
        }
        return false;
    }

    private Reduced result() {
        if (rest == null) {
            rest = remaining();
        }
        return rest;
    }

    private Reduced remaining() {
        int[] items = free();
        int rows = 0;
        for (boolean kept : rowKept) {
            rows += kept ? 1 : 0;
        }
        if (items.length == fixed.length && rows == rowKept.length) {
            return Reduced.identity(problem, Reduced.Outcome.OPEN);
        }
        double[] values = new double[items.length];
        double[][] weights = new double[rows][items.length];
        double[] capacities = new double[rows];
        int r = 0;
        for (int k = 0; k < room.length; k++) {
            if (rowKept[k]) {
                for (int p = 0; p < items.length; p++) {
                    weights[r][p] = problem.weight(k, items[p]);
                }
                capacities[r++] = room[k];
            }
        }
        double offset = 0;
        for (int i = 0; i < fixed.length; i++) {
            offset += fixed[i] > 0 ? problem.value(i) : 0;
        }
        for (int p = 0; p < items.length; p++) {
            values[p] = problem.value(items[p]);
        }
        byte[] unfixed = new byte[items.length];
        Arrays.fill(unfixed, (byte) -1);
        return new Reduced(
                problem,
                items.length == 0
                        ? BinaryQuadraticProgram.nothing(problem.name(), problem.sense())
                        : MultidimensionalKnapsack.of(problem.name(), values, weights, capacities),
                unfixed,
                offset,
                x -> {
                    byte[] full = fixed.clone();
                    for (int p = 0; p < items.length; p++) {
                        full[items[p]] = x[p];
                    }
                    return full;
                },
                counts.toMap(),
                Reduced.Outcome.OPEN);
    }

    private int[] free() {
        int[] items = new int[fixed.length];
        int count = 0;
        for (int i = 0; i < fixed.length; i++) {
            if (fixed[i] < 0) {
                items[count++] = i;
            }
        }
        return Arrays.copyOf(items, count);
    }
}
