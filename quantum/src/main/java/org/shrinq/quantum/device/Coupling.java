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
    private final boolean line;

    private Coupling(String name, Graph graph, int[] path) {
        this(name, graph, path, true);
    }

    private Coupling(String name, Graph graph, int[] path, boolean line) {
        this.name = name;
        this.graph = graph;
        this.path = path;
        this.line = line;
    }

    /**
     * The square lattice nearest to a square that has at least {@code qubits} qubits; the path snakes through its rows.
     */
    public static Coupling gridFor(int qubits) {
        int columns = (int) Math.ceil(Math.sqrt(qubits));
        int rows = (qubits + columns - 1) / columns;
        List<int[]> edges = new ArrayList<>();
        int[] path = new int[rows * columns];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int at = r * columns + c;
                path[r * columns + (r % 2 == 0 ? c : columns - 1 - c)] = at;
                if (c + 1 < columns) {
                    edges.add(new int[] {at, at + 1});
                }
                if (r + 1 < rows) {
                    edges.add(new int[] {at, at + columns});
                }
            }
        }
        return new Coupling("grid", graph(rows * columns, edges), path);
    }

    /**
     * A given device: a path of {@code wanted} qubits where a search of bounded length finds one, else as many that
     * hang together, around the qubit with most couplings.
     *
     * @param edges pairs of different qubits, in either order, once or more often
     * @param wanted qubits of the circuit
     * @throws IllegalArgumentException when no part that hangs together has so many qubits
     */
    public static Coupling of(String name, List<int[]> edges, int wanted) {
        int qubits =
                1 + edges.stream().mapToInt(e -> Math.max(e[0], e[1])).max().orElse(0);
        Graph graph = graph(qubits, edges);
        int[] path = CouplingPaths.path(graph, wanted);
        return path.length == wanted
                ? new Coupling(name, graph, path)
                : new Coupling(name, graph, CouplingPaths.cluster(graph, wanted), false);
    }

    /**
     * Whether neighbours on the {@linkplain #path path} are coupled: not where a given device has no path of that
     * length.
     */
    boolean isLine() {
        return line;
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

    /** {@code all-to-all}, {@code linear}, {@code grid}, {@code heavy-hex}, or the given one. */
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
