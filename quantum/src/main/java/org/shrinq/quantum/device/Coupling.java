package org.shrinq.quantum.device;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.Graph;

/**
 * Which physical qubits of a device can take part in one gate, and a path through at least as many of them as a circuit
 * has qubits, along which circuits are laid out. Immutable.
 */
public final class Coupling {
    private final String name;
    private final Graph graph;
    private final int[] path;

    private Coupling(String name, Graph graph, int[] path) {
        this.name = name;
        this.graph = graph;
        this.path = path;
    }

    /** Every pair of {@code qubits} qubits, as in ion traps. */
    public static Coupling allToAll(int qubits) {
        List<int[]> edges = new ArrayList<>();
        for (int a = 0; a < qubits; a++) {
            for (int b = a + 1; b < qubits; b++) {
                edges.add(new int[] {a, b});
            }
        }
        return new Coupling("all-to-all", graph(qubits, edges), identity(qubits));
    }

    /** Neighbours on a line. */
    public static Coupling linear(int qubits) {
        List<int[]> edges = new ArrayList<>();
        for (int a = 0; a + 1 < qubits; a++) {
            edges.add(new int[] {a, a + 1});
        }
        return new Coupling("linear", graph(qubits, edges), identity(qubits));
    }

    /**
     * A heavy-hexagon lattice (Chamberland et al. 2020) of {@code rows} lines of {@code columns} qubits; lines r and r
     * + 1 are joined through one further qubit at every fourth column, from column 0 when r is even and from column 2
     * when it is odd. Two lines of five columns are one hexagon of 12 qubits.
     *
     * @param rows at least 1
     * @param columns 4k + 1 with k ≥ 1
     */
    public static Coupling heavyHex(int rows, int columns) {
        if (rows < 1 || columns < 5 || columns % 4 != 1) {
            throw new IllegalArgumentException(
                    "a heavy-hexagon lattice of " + rows + " rows and " + columns + " columns, expected 5, 9, 13, …");
        }
        List<int[]> edges = new ArrayList<>();
        List<Integer> path = new ArrayList<>();
        int next = rows * columns;
        for (int r = 0; r < rows; r++) {
            int row = r * columns;
            boolean even = r % 2 == 0;
            boolean last = r + 1 == rows;
            for (int c = 0; c + 1 < columns; c++) {
                edges.add(new int[] {row + c, row + c + 1});
            }
            // The path snakes down: even rows leftwards to column 0, odd ones rightwards to the last bridge.
            if (even) {
                for (int c = r == 0 ? columns - 1 : columns - 3; c >= 0; c--) {
                    path.add(row + c);
                }
            } else {
                for (int c = 0; c <= (last ? columns - 1 : columns - 3); c++) {
                    path.add(row + c);
                }
            }
            for (int c = even ? 0 : 2; c < columns && !last; c += 4) {
                edges.add(new int[] {row + c, next});
                edges.add(new int[] {next, row + columns + c});
                if (c == (even ? 0 : columns - 3)) {
                    path.add(next);
                }
                next++;
            }
        }
        return new Coupling(
                "heavy-hex", graph(next, edges), path.stream().mapToInt(i -> i).toArray());
    }

    /**
     * The heavy-hexagon lattice with fewest qubits whose path has at least {@code qubits} qubits; at least a hexagon.
     */
    public static Coupling heavyHexFor(int qubits) {
        Coupling best = heavyHexFor(qubits, 5);
        for (int columns = 9; columns <= Math.max(5, qubits); columns += 4) {
            Coupling c = heavyHexFor(qubits, columns);
            if (c.qubits() < best.qubits()) {
                best = c;
            }
        }
        return best;
    }

    private static Coupling heavyHexFor(int qubits, int columns) {
        int rows = 2;
        Coupling c = heavyHex(rows, columns);
        while (c.path.length < qubits) {
            c = heavyHex(++rows, columns);
        }
        return c;
    }

    private static int[] identity(int n) {
        int[] path = new int[n];
        for (int k = 0; k < n; k++) {
            path[k] = k;
        }
        return path;
    }

    private static Graph graph(int qubits, List<int[]> edges) {
        int[] us = edges.stream().mapToInt(e -> e[0]).toArray();
        int[] vs = edges.stream().mapToInt(e -> e[1]).toArray();
        return Graph.of(qubits, us, vs);
    }

    /** {@code all-to-all}, {@code linear} or {@code heavy-hex}. */
    public String name() {
        return name;
    }

    /** Number of physical qubits. */
    public int qubits() {
        return graph.vertices();
    }

    /** The pairs of qubits that can take part in one gate. */
    public Graph graph() {
        return graph;
    }

    /** Length of the path along which circuits are laid out: the largest circuit that fits. */
    public int pathLength() {
        return path.length;
    }

    /** The k-th physical qubit of the path; neighbours on the path are coupled. */
    public int path(int k) {
        return path[k];
    }

    @Override
    public String toString() {
        return name + "[" + qubits() + " qubits, " + graph.edges() + " couplings]";
    }
}
