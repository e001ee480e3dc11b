package org.shrinq.shrink.correlate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;

/**
 * The rows and columns of a model whose constraints say that facilities are assigned to places one to one, whatever its
 * objective is: those that are not decided yet. Immutable.
 */
public final class OpenPlaces {
    private final int[][] variable;

    private OpenPlaces(int[][] variable) {
        this.variable = variable;
    }

    /** Those of an assignment. */
    static OpenPlaces of(OpenAssignment open) {
        int n = open.open();
        int[][] variable = new int[n][n];
        for (int k = 0; k < n * n; k++) {
            variable[k / n][k % n] = open.variable(k / n, k % n);
        }
        return new OpenPlaces(variable);
    }

    /**
     * Reads a model of exactly-one constraints alone, where every variable is in two of them: one of a facility, among
     * them the first constraint, and one of a place. Empty for any other model, and when fewer than two facilities are
     * open.
     *
     * @param partial per variable 0, 1, or −1 for free; not modified
     */
    public static Optional<OpenPlaces> of(BinaryModel model, byte[] partial) {
        List<Constraint> rows = model.constraints();
        int[][] of = new int[model.size()][2];
        int[] count = new int[model.size()];
        for (int c = 0; c < rows.size(); c++) {
            for (int k = 0; k < rows.get(c).arity(); k++) {
                int v = rows.get(c).variable(k);
                if (!(rows.get(c) instanceof ExactlyOne) || count[v] == 2) {
                    return Optional.empty();
                }
                of[v][count[v]++] = c;
            }
        }
        if (Arrays.stream(count).anyMatch(k -> k != 2)) {
            return Optional.empty();
        }
        return sides(rows, of).flatMap(side -> of(side, of, partial));
    }

    /** Per constraint 0 for a facility, 1 for a place; empty where they do not fall into two such kinds. */
    private static Optional<int[]> sides(List<Constraint> rows, int[][] of) {
        int[] side = new int[rows.size()];
        Arrays.fill(side, -1);
        for (int start = 0; start < side.length; start++) {
            if (side[start] >= 0) {
                continue;
            }
            side[start] = 0;
            Deque<Integer> next = new ArrayDeque<>(List.of(start));
            while (!next.isEmpty()) {
                int c = next.poll();
                for (int k = 0; k < rows.get(c).arity(); k++) {
                    int v = rows.get(c).variable(k);
                    int other = of[v][0] == c ? of[v][1] : of[v][0];
                    if (side[other] == side[c]) {
                        return Optional.empty();
                    }
                    if (side[other] < 0) {
                        side[other] = 1 - side[c];
                        next.add(other);
                    }
                }
            }
        }
        return Optional.of(side);
    }

    private static Optional<OpenPlaces> of(int[] side, int[][] of, byte[] partial) {
        boolean[] decided = new boolean[side.length];
        for (int v = 0; v < of.length; v++) {
            if (partial[v] == 1) {
                decided[of[v][0]] = true;
                decided[of[v][1]] = true;
            }
        }
        int[] position = new int[side.length];
        List<Integer> facilities = new ArrayList<>();
        int places = 0;
        for (int c = 0; c < side.length; c++) {
            if (!decided[c] && side[c] == 0) {
                position[c] = facilities.size();
                facilities.add(c);
            } else if (!decided[c]) {
                position[c] = places++;
            }
        }
        if (facilities.size() != places || places < 2) {
            return Optional.empty();
        }
        int[][] variable = new int[places][places];
        Arrays.stream(variable).forEach(row -> Arrays.fill(row, -1));
        for (int v = 0; v < of.length; v++) {
            int facility = side[of[v][0]] == 0 ? of[v][0] : of[v][1];
            int place = side[of[v][0]] == 0 ? of[v][1] : of[v][0];
            if (!decided[facility] && !decided[place]) {
                if (variable[position[facility]][position[place]] >= 0) {
                    return Optional.empty(); // two ways to put a facility there
                }
                variable[position[facility]][position[place]] = v;
            }
        }
        return Optional.of(new OpenPlaces(variable));
    }

    /** Number of open facilities. */
    public int open() {
        return variable.length;
    }

    /** The variable of the model that puts a facility at a place, −1 where there is none. */
    public int variable(int facility, int place) {
        return variable[facility][place];
    }

    @Override
    public String toString() {
        return "OpenPlaces[" + open() + " facilities]";
    }
}
