package org.shrinq.quantum.mps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.circuit.GateMatrix;

/**
 * Takes a matrix product state through a circuit. Phases on pairs are gathered until a gate comes that does not commute
 * with them, and applied by stars of one qubit each; other gates on two qubits are separate stars, once turned into
 * controlled ones. Swaps only rename.
 */
final class CircuitWalk {
    private static final double[] NONE = {};

    private final Circuit circuit;
    private final MatrixProductState state;
    private final int[] site;
    private final SortedMap<Long, Double> phases = new TreeMap<>(); // site pair → θ of exp(−iθZZ)
    private boolean stopped;

    CircuitWalk(Circuit circuit, MatrixProductState state) {
        this.circuit = circuit;
        this.state = state;
        site = QubitOrder.places(neighbors(circuit));
    }

    private static int[][] neighbors(Circuit circuit) {
        List<TreeSet<Integer>> sets = new ArrayList<>();
        for (int q = 0; q < circuit.qubits(); q++) {
            sets.add(new TreeSet<>());
        }
        for (Gate g : circuit.gates()) {
            if (g.isTwoQubit()) {
                sets.get(g.qubit()).add(g.other());
                sets.get(g.other()).add(g.qubit());
            }
        }
        return sets.stream()
                .map(s -> s.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The site of every qubit at the end. */
    int[] sites() {
        return site.clone();
    }

    /** False when stopped. */
    boolean run(BooleanSupplier stop) {
        BooleanSupplier asked = () -> {
            stopped |= stop.getAsBoolean();
            return stopped;
        };
        for (Gate gate : circuit.gates()) {
            if (asked.getAsBoolean()) {
                return false;
            }
            if (gate.isTwoQubit()) {
                two(gate, asked);
            } else {
                one(gate, asked);
            }
        }
        flush(asked);
        return !stopped;
    }

    private void one(Gate gate, BooleanSupplier stop) {
        if (!gate.kind().isDiagonal()) {
            flush(stop);
        }
        state.apply(site[gate.qubit()], matrix(gate.matrix(NONE)));
    }

    private static Gate2 matrix(GateMatrix m) {
        return block(m, 0, 1);
    }

    /** Rows and columns {@code from} and {@code from + step} of a matrix. */
    private static Gate2 block(GateMatrix m, int from, int step) {
        double[] re = new double[4];
        double[] im = new double[4];
        for (int r = 0; r < 2; r++) {
            for (int c = 0; c < 2; c++) {
                re[2 * r + c] = m.re(from + r * step, from + c * step);
                im[2 * r + c] = m.im(from + r * step, from + c * step);
            }
        }
        return new Gate2(re, im);
    }

    private void two(Gate gate, BooleanSupplier stop) {
        switch (gate.kind()) {
            case SWAP -> {
                int s = site[gate.qubit()];
                site[gate.qubit()] = site[gate.other()];
                site[gate.other()] = s;
            }
            case RXX -> turned(GateKind.H, NONE, gate, gate.angles().get(0).constant(), stop);
            case RYY ->
                turned(
                        GateKind.RX,
                        new double[] {Math.PI / 2},
                        gate,
                        gate.angles().get(0).constant(),
                        stop);
            case XY -> {
                double half = gate.angles().get(0).constant() / 2;
                turned(GateKind.H, NONE, gate, half, stop);
                turned(GateKind.RX, new double[] {Math.PI / 2}, gate, half, stop);
            }
            case RZZ -> phase(gate.qubit(), gate.other(), gate.angles().get(0).constant() / 2);
            default -> controlled(gate, stop);
        }
    }

    /** V†⊗V† RZZ(θ) V⊗V. */
    private void turned(GateKind kind, double[] angles, Gate gate, double theta, BooleanSupplier stop) {
        Angle[] forth = Arrays.stream(angles).mapToObj(Angle::of).toArray(Angle[]::new);
        one(Gate.of(kind, gate.qubit(), forth), stop);
        one(Gate.of(kind, gate.other(), forth), stop);
        phase(gate.qubit(), gate.other(), theta / 2);
        one(Gate.of(kind, gate.qubit(), forth).inverse(), stop);
        one(Gate.of(kind, gate.other(), forth).inverse(), stop);
    }

    private void phase(int a, int b, double theta) {
        long low = Math.min(site[a], site[b]);
        long high = Math.max(site[a], site[b]);
        phases.merge(low << 32 | high, theta, Double::sum);
    }

    /** A gate whose matrix is block-diagonal in its first qubit, the low bit. */
    private void controlled(Gate gate, BooleanSupplier stop) {
        if (!gate.kind().isDiagonal()) {
            flush(stop);
        }
        GateMatrix m = gate.matrix(NONE);
        Star star = new Star(site[gate.qubit()]);
        star.put(site[gate.other()], block(m, 0, 2), block(m, 1, 2));
        state.apply(star, stop);
    }

    /** Applies the gathered phases, star by star along the chain. */
    private void flush(BooleanSupplier stop) {
        for (Star star : Stars.of(phases, state.size())) {
            if (stop.getAsBoolean()) {
                return;
            }
            state.apply(star, stop);
        }
        phases.clear();
    }
}
