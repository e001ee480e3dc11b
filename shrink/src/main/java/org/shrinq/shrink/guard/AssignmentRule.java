package org.shrinq.shrink.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Propagator;

/**
 * One-hot groups that form an assignment (every variable in exactly one row group and one column group, as many rows as
 * columns): the pairs that are still allowed must contain a perfect matching, and a pair that lies in none becomes 0.
 *
 * <p>The matching is kept from call to call and only its broken edges are augmented again (Kuhn; Hopcroft and Karp 1973
 * is not needed for single edges), since what was matched under more restrictions stays matched under fewer. Pairs in
 * no perfect matching are those between different strongly connected components of the residual graph (Régin 1994). One
 * call costs O(rows + allowed pairs).
 */
final class AssignmentRule implements Propagator.Rule {
    private final int order;
    /** Variables per row, the column of each. */
    private final int[][] rowVariables;

    private final int[][] rowColumns;
    private final int[] variableOfRow;
    private final int[] columnOfRow;
    private final int[] rowOfColumn;
    private final boolean[] visited;
    // Tarjan
    private final int[] index;
    private final int[] low;
    private final int[] component;
    private final int[] stack;
    private final int[] callRow;
    private final int[] callEdge;

    private AssignmentRule(int[][] rowVariables, int[][] rowColumns) {
        order = rowVariables.length;
        this.rowVariables = rowVariables;
        this.rowColumns = rowColumns;
        variableOfRow = new int[order];
        columnOfRow = new int[order];
        rowOfColumn = new int[order];
        Arrays.fill(variableOfRow, -1);
        Arrays.fill(rowOfColumn, -1);
        visited = new boolean[order];
        index = new int[order];
        low = new int[order];
        component = new int[order];
        stack = new int[order];
        callRow = new int[order];
        callEdge = new int[order];
    }

    /** One rule per connected assignment structure that the model's {@link ExactlyOne} groups form. */
    static List<AssignmentRule> of(BinaryModel model) {
        List<Constraint> groups = new ArrayList<>();
        for (Constraint c : model.constraints()) {
            if (c instanceof ExactlyOne) {
                groups.add(c);
            }
        }
        int[] first = new int[model.size()];
        int[] second = new int[model.size()];
        int[] count = new int[model.size()];
        for (int g = 0; g < groups.size(); g++) {
            for (int k = 0; k < groups.get(g).arity(); k++) {
                int v = groups.get(g).variable(k);
                if (count[v]++ == 0) {
                    first[v] = g;
                } else {
                    second[v] = g;
                }
            }
        }
        int[] side = new int[groups.size()];
        Arrays.fill(side, -1);
        List<AssignmentRule> rules = new ArrayList<>();
        for (int g = 0; g < side.length; g++) {
            if (side[g] < 0) {
                component(groups, g, first, second, count, side).ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static java.util.Optional<AssignmentRule> component(
            List<Constraint> groups, int start, int[] first, int[] second, int[] count, int[] side) {
        List<Integer> rows = new ArrayList<>();
        int[] columnOf = new int[side.length];
        int columns = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        side[start] = 0;
        queue.add(start);
        boolean assignment = true;
        while (!queue.isEmpty()) {
            int g = queue.remove();
            if (side[g] == 0) {
                rows.add(g);
            } else {
                columnOf[g] = columns++;
            }
            for (int k = 0; k < groups.get(g).arity(); k++) {
                int v = groups.get(g).variable(k);
                if (count[v] != 2) {
                    assignment = false;
                    continue;
                }
                int other = first[v] == g ? second[v] : first[v];
                if (side[other] < 0) {
                    side[other] = 1 - side[g];
                    queue.add(other);
                } else {
                    assignment &= side[other] != side[g];
                }
            }
        }
        if (!assignment || rows.size() != columns) {
            return java.util.Optional.empty();
        }
        int[][] variables = new int[rows.size()][];
        int[][] rowColumns = new int[rows.size()][];
        for (int r = 0; r < variables.length; r++) {
            Constraint group = groups.get(rows.get(r));
            variables[r] = new int[group.arity()];
            rowColumns[r] = new int[group.arity()];
            for (int k = 0; k < group.arity(); k++) {
                int v = group.variable(k);
                variables[r][k] = v;
                rowColumns[r][k] = columnOf[first[v] == rows.get(r) ? second[v] : first[v]];
            }
        }
        return java.util.Optional.of(new AssignmentRule(variables, rowColumns));
    }

    @Override
    public boolean onFixpoint(Propagator p) {
        for (int r = 0; r < order; r++) {
            if (variableOfRow[r] >= 0 && p.value(variableOfRow[r]) == 0) {
                rowOfColumn[columnOfRow[r]] = -1;
                variableOfRow[r] = -1;
            }
        }
        return matchOpenRows(p) && forbidUnmatchable(p);
    }

    /**
     * Forgets pairs that are 0 for good, so that later calls cost what is left. Only for what will not be undone.
     */
    void compress(Propagator p) {
        for (int r = 0; r < order; r++) {
            int kept = 0;
            for (int k = 0; k < rowVariables[r].length; k++) {
                if (p.value(rowVariables[r][k]) != 0) {
                    rowVariables[r][kept] = rowVariables[r][k];
                    rowColumns[r][kept++] = rowColumns[r][k];
                }
            }
            if (kept < rowVariables[r].length) {
                rowVariables[r] = Arrays.copyOf(rowVariables[r], kept);
                rowColumns[r] = Arrays.copyOf(rowColumns[r], kept);
            }
        }
    }

    /**
     * Changes x, in the groups of this structure, into a permutation that p still allows: pairs that p allows stay,
     * rows without one are matched by augmenting paths. Variables that p has fixed may keep other values.
     *
     * @param x modified, except when there is no such permutation
     * @return false when there is none
     */
    boolean rematch(Propagator p, byte[] x) {
        Arrays.fill(variableOfRow, -1);
        Arrays.fill(rowOfColumn, -1);
        for (int r = 0; r < order; r++) {
            for (int k = 0; k < rowVariables[r].length && variableOfRow[r] < 0; k++) {
                int v = rowVariables[r][k];
                if (x[v] == 1 && p.value(v) != 0 && rowOfColumn[rowColumns[r][k]] < 0) {
                    variableOfRow[r] = v;
                    columnOfRow[r] = rowColumns[r][k];
                    rowOfColumn[rowColumns[r][k]] = r;
                }
            }
        }
        if (!matchOpenRows(p)) {
            return false;
        }
        for (int r = 0; r < order; r++) {
            for (int v : rowVariables[r]) {
                x[v] = (byte) (v == variableOfRow[r] ? 1 : 0);
            }
        }
        return true;
    }

    private boolean matchOpenRows(Propagator p) {
        for (int r = 0; r < order; r++) {
            if (variableOfRow[r] < 0) {
                Arrays.fill(visited, false);
                if (!augment(p, r)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean augment(Propagator p, int row) {
        for (int k = 0; k < rowVariables[row].length; k++) {
            int c = rowColumns[row][k];
            if (visited[c] || p.value(rowVariables[row][k]) == 0) {
                continue;
            }
            visited[c] = true;
            if (rowOfColumn[c] < 0 || augment(p, rowOfColumn[c])) {
                rowOfColumn[c] = row;
                variableOfRow[row] = rowVariables[row][k];
                columnOfRow[row] = c;
                return true;
            }
        }
        return false;
    }

    /** Tarjan's components on the rows: row r leads to the row matched with every column that r may take. */
    private boolean forbidUnmatchable(Propagator p) {
        Arrays.fill(index, -1);
        Arrays.fill(component, -1);
        int counter = 0;
        int components = 0;
        int stackSize = 0;
        for (int start = 0; start < order; start++) {
            if (index[start] >= 0) {
                continue;
            }
            int depth = 0;
            callRow[0] = start;
            callEdge[0] = 0;
            index[start] = counter;
            low[start] = counter++;
            stack[stackSize++] = start;
            while (depth >= 0) {
                int r = callRow[depth];
                if (callEdge[depth] < rowVariables[r].length) {
                    int k = callEdge[depth]++;
                    if (p.value(rowVariables[r][k]) == 0) {
                        continue;
                    }
                    int to = rowOfColumn[rowColumns[r][k]];
                    if (index[to] < 0) {
                        index[to] = counter;
                        low[to] = counter++;
                        stack[stackSize++] = to;
                        callRow[++depth] = to;
                        callEdge[depth] = 0;
                    } else if (component[to] < 0) {
                        low[r] = Math.min(low[r], index[to]);
                    }
                } else {
                    if (low[r] == index[r]) {
                        int popped;
                        do {
                            popped = stack[--stackSize];
                            component[popped] = components;
                        } while (popped != r);
                        components++;
                    }
                    if (--depth >= 0) {
                        int parent = callRow[depth];
                        low[parent] = Math.min(low[parent], low[r]);
                    }
                }
            }
        }
        for (int r = 0; r < order; r++) {
            for (int k = 0; k < rowVariables[r].length; k++) {
                int v = rowVariables[r][k];
                if (v != variableOfRow[r]
                        && p.value(v) < 0
                        && component[r] != component[rowOfColumn[rowColumns[r][k]]]
                        && !p.imply(v, 0)) {
                    return false;
                }
            }
        }
        return true;
    }
}
