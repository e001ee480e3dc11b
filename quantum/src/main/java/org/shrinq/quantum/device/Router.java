package org.shrinq.quantum.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.CircuitCost;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.qubo.Graph;

/**
 * Lays a circuit out on a {@link Coupling}. Qubits start in index order along the coupling's path. A run of diagonal
 * gates, which commute, is done in any order by the cheaper of two ways: the odd-even swap network along the path, in
 * which every pair meets within n rounds (Kivlichan et al. 2018), or moving one closest pair together at a time by a
 * shortest path; other gates are moved together one after another. A deliberately simple router: compilers of device
 * vendors will need fewer gates, so its counts are an upper bound.
 */
public final class Router {
    private final Coupling coupling;
    private final Graph graph;
    private final int[][] distance;
    private final List<Gate> out = new ArrayList<>();
    private final int[] initial;

    /** Physical place of each qubit, and the qubit at each place or −1. */
    private int[] place;

    private int[] occupant;

    private Router(Coupling coupling, int qubits) {
        this.coupling = coupling;
        this.graph = coupling.graph();
        distance = distances(graph);
        place = new int[qubits];
        occupant = new int[graph.vertices()];
        Arrays.fill(occupant, -1);
        for (int q = 0; q < qubits; q++) {
            place[q] = coupling.path(q);
            occupant[place[q]] = q;
        }
        initial = place.clone();
    }

    /**
     * The circuit on the device, in gates on one qubit and CX; cost O(gates·qubits²) at worst.
     *
     * @throws IllegalArgumentException when the path of the coupling is shorter than the circuit has qubits
     */
    public static Routed route(Circuit circuit, Coupling coupling) {
        if (circuit.qubits() > coupling.pathLength()) {
            throw new IllegalArgumentException("the circuit has " + circuit.qubits() + " qubits, " + coupling
                    + " can hold " + coupling.pathLength());
        }
        Router router = new Router(coupling, circuit.qubits());
        List<Gate> run = new ArrayList<>();
        for (Gate g : circuit.gates()) {
            boolean diagonal = g.kind().isDiagonal();
            if (!diagonal || (!run.isEmpty() && !run.get(0).kind().isDiagonal())) {
                if (!diagonal && !g.isTwoQubit() && run.stream().noneMatch(r -> r.touches(g.qubit()))) {
                    router.emit(g); // it can go before the run
                    continue;
                }
                router.flush(run);
            }
            run.add(g);
        }
        router.flush(run);
        return new Routed(coupling, router.finish(router.out), router.initial, router.place);
    }

    /**
     * What the circuit costs on qubits that are all coupled, on a line, and on the smallest heavy-hexagon lattice, by
     * the {@linkplain Coupling#name name} of the coupling.
     */
    public static Map<String, CircuitCost> costs(Circuit circuit) {
        int n = circuit.qubits();
        Map<String, CircuitCost> costs = new LinkedHashMap<>();
        for (Coupling c : List.of(Coupling.allToAll(n), Coupling.linear(n), Coupling.heavyHexFor(n))) {
            costs.put(c.name(), route(circuit, c).cost());
        }
        return costs;
    }

    private static int[][] distances(Graph g) {
        int n = g.vertices();
        int[][] d = new int[n][n];
        for (int s = 0; s < n; s++) {
            Arrays.fill(d[s], Integer.MAX_VALUE);
            d[s][s] = 0;
            ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(s));
            while (!queue.isEmpty()) {
                int v = queue.remove();
                for (int k = 0; k < g.degree(v); k++) {
                    int w = g.neighbor(v, k);
                    if (d[s][w] == Integer.MAX_VALUE) {
                        d[s][w] = d[s][v] + 1;
                        queue.add(w);
                    }
                }
            }
        }
        return d;
    }

    /** A symmetric gate names the lower place first, so that its CX meets the CX of a swap and cancels it. */
    private void emit(Gate logical) {
        Gate g = logical.relabelled(place);
        out.add(g.isTwoQubit() && g.kind().isSymmetric() && g.qubit() > g.other() ? g.exchanged() : g);
    }

    /** Emits the gates of a run (commuting, or a single gate) and empties it. */
    private void flush(List<Gate> run) {
        List<Gate> pairs = new ArrayList<>();
        for (Gate g : run) {
            if (g.isTwoQubit()) {
                pairs.add(g);
            } else {
                emit(g);
            }
        }
        run.clear();
        if (pairs.stream().allMatch(this::adjacent)) {
            pairs.forEach(this::emit);
            return;
        }
        int[] placeBefore = place.clone();
        int[] occupantBefore = occupant.clone();
        int start = out.size();
        greedy(new ArrayList<>(pairs));
        if (pairs.size() == 1) {
            return;
        }
        List<Gate> greedy = new ArrayList<>(out.subList(start, out.size()));
        int[] placeGreedy = place;
        int[] occupantGreedy = occupant;
        out.subList(start, out.size()).clear();
        place = placeBefore;
        occupant = occupantBefore;
        if (!network(new ArrayList<>(pairs)) || effort(out.subList(start, out.size())) > effort(greedy)) {
            out.subList(start, out.size()).clear();
            out.addAll(greedy);
            place = placeGreedy;
            occupant = occupantGreedy;
        }
    }

    private Circuit finish(List<Gate> gates) {
        return Peephole.cancelCx(Decomposition.of(Circuit.of(coupling.qubits(), gates), Set.of()));
    }

    /** What makes one way cheaper than another: CX gates and time steps, counted alike. */
    private int effort(List<Gate> gates) {
        Circuit c = finish(gates);
        return c.twoQubitGates() + c.depth();
    }

    private boolean adjacent(Gate g) {
        return graph.hasEdge(place[g.qubit()], place[g.other()]);
    }

    private void emitAdjacent(List<Gate> waiting) {
        waiting.removeIf(g -> {
            boolean now = adjacent(g);
            if (now) {
                emit(g);
            }
            return now;
        });
    }

    /** Moves the closest pair together step by step, doing on the way what has become adjacent. */
    private void greedy(List<Gate> waiting) {
        emitAdjacent(waiting);
        while (!waiting.isEmpty()) {
            Gate closest = waiting.get(0);
            for (Gate g : waiting) {
                if (apart(g) < apart(closest)) {
                    closest = g;
                }
            }
            while (!adjacent(closest)) {
                int from = place[closest.qubit()];
                int to = place[closest.other()];
                int step = -1;
                for (int k = 0; k < graph.degree(from) && step < 0; k++) {
                    if (distance[graph.neighbor(from, k)][to] < distance[from][to]) {
                        step = graph.neighbor(from, k);
                    }
                }
                swap(from, step);
                if (waiting.size() > 1) {
                    emitAdjacent(waiting);
                    if (!waiting.contains(closest)) {
                        break;
                    }
                }
            }
            emitAdjacent(waiting);
        }
    }

    private int apart(Gate g) {
        return distance[place[g.qubit()]][place[g.other()]];
    }

    /** Rounds of the odd-even network until nothing waits; false when the qubits do not stand on the path. */
    private boolean network(List<Gate> waiting) {
        int n = place.length;
        if (!coupling.isLine()) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            if (occupant[coupling.path(k)] < 0) {
                return false;
            }
        }
        for (int round = 0; round < n && !waiting.stream().allMatch(this::adjacent); round++) {
            for (int k = round % 2; k + 1 < n; k += 2) {
                swap(coupling.path(k), coupling.path(k + 1));
                emitBetween(coupling.path(k), coupling.path(k + 1), waiting);
            }
        }
        emitAdjacent(waiting);
        return waiting.isEmpty();
    }

    /** Right after the swap of the two places, where one CX of the gate cancels one of the swap. */
    private void emitBetween(int a, int b, List<Gate> waiting) {
        waiting.removeIf(g -> {
            boolean here = Math.min(place[g.qubit()], place[g.other()]) == Math.min(a, b)
                    && Math.max(place[g.qubit()], place[g.other()]) == Math.max(a, b);
            if (here) {
                emit(g);
            }
            return here;
        });
    }

    private void swap(int a, int b) {
        out.add(Gate.of(GateKind.SWAP, Math.min(a, b), Math.max(a, b)));
        int first = occupant[a];
        int second = occupant[b];
        occupant[a] = second;
        occupant[b] = first;
        if (first >= 0) {
            place[first] = b;
        }
        if (second >= 0) {
            place[second] = a;
        }
    }
}
