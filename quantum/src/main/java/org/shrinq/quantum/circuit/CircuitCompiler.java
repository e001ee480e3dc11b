package org.shrinq.quantum.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a circuit into few operators: gates that follow each other on one qubit become one matrix, runs of diagonal
 * gates one phase, runs of CX and SWAP one permutation. A gate on one qubit waits until a gate on two needs its qubit,
 * since it commutes with everything in between.
 */
final class CircuitCompiler {
    static final int MAX_QUBITS = 26;

    private final int qubits;
    private final Scratch scratch;
    private final List<Operator> operators = new ArrayList<>();
    private final List<List<Gate>> waiting = new ArrayList<>();
    private final List<Gate> run = new ArrayList<>();
    private long touchedByRun;
    private final Map<List<Gate>, int[]> permutations = new HashMap<>();

    private CircuitCompiler(int qubits) {
        this.qubits = qubits;
        scratch = new Scratch(1 << qubits);
        for (int q = 0; q < qubits; q++) {
            waiting.add(new ArrayList<>());
        }
    }

    static List<Operator> compile(Circuit circuit) {
        if (circuit.qubits() > MAX_QUBITS) {
            throw new IllegalArgumentException("the gate-by-gate simulator takes at most " + MAX_QUBITS
                    + " qubits, the circuit has " + circuit.qubits());
        }
        CircuitCompiler c = new CircuitCompiler(circuit.qubits());
        circuit.gates().forEach(c::add);
        c.finish();
        return c.operators;
    }

    private void add(Gate g) {
        if (!g.isTwoQubit()) {
            if (g.kind().isDiagonal() && continuesRun(g)) {
                addToRun(g);
            } else {
                waiting.get(g.qubit()).add(g);
            }
        } else if (!fitsARun(g)) {
            emitRun();
            emitWaiting(g.qubit());
            emitWaiting(g.other());
            operators.add(new PairOperator(g));
        } else {
            if (!continuesRun(g)) {
                emitRun();
            }
            emitWaiting(g.qubit());
            emitWaiting(g.other());
            addToRun(g);
        }
    }

    private void addToRun(Gate g) {
        run.add(g);
        touchedByRun |= 1L << g.qubit();
        if (g.isTwoQubit()) {
            touchedByRun |= 1L << g.other();
        }
    }

    private static boolean fitsARun(Gate g) {
        return g.kind().isDiagonal() || g.kind() == GateKind.CX || g.kind() == GateKind.SWAP;
    }

    /** Whether g can join the run: what waits on its qubits must be able to go before the whole run. */
    private boolean continuesRun(Gate g) {
        if (run.isEmpty() || run.get(0).kind().isDiagonal() != g.kind().isDiagonal()) {
            return false;
        }
        return g.isTwoQubit()
                ? canGoFirst(g.qubit()) && canGoFirst(g.other())
                : waiting.get(g.qubit()).isEmpty();
    }

    private boolean canGoFirst(int q) {
        return waiting.get(q).isEmpty() || (touchedByRun >>> q & 1) == 0;
    }

    private void emitRun() {
        if (run.isEmpty()) {
            return;
        }
        if (run.get(0).kind().isDiagonal()) {
            operators.add(new DiagonalOperator(qubits, run, scratch));
        } else {
            int[] table =
                    permutations.computeIfAbsent(List.copyOf(run), gates -> PermutationOperator.table(qubits, gates));
            operators.add(new PermutationOperator(table, scratch.full(0)));
        }
        run.clear();
        touchedByRun = 0;
    }

    private void emitWaiting(int q) {
        List<Gate> gates = waiting.get(q);
        if (!gates.isEmpty()) {
            operators.add(new ChainOperator(q, gates));
            gates.clear();
        }
    }

    private void finish() {
        emitRun();
        for (int q = 0; q < qubits; q++) {
            emitWaiting(q);
        }
    }
}
