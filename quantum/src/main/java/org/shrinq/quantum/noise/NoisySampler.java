package org.shrinq.quantum.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.shrinq.quantum.backend.AliasTable;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Measures a circuit under a {@link NoiseModel} by Pauli trajectories (quantum jumps with Pauli operators): every shot
 * draws which errors strike, runs the circuit with them inserted, and measures once. The distribution of a shot is
 * exactly that of the noisy density matrix. Shots with the same errors, above all those without any, share one run, so
 * that the cost is one state-vector run per distinct set of errors.
 */
public final class NoisySampler {
    private static final List<GateKind> PAULI = List.of(GateKind.X, GateKind.Y, GateKind.Z);

    private static final double[] NO_PARAMETERS = {};

    /** Up to so many shots of one run are drawn by scanning the state, more from a table. */
    private static final int FEW = 8;

    private NoisySampler() {}

    /** What strikes after gate {@code gate}: 0 to 15 as first + 4·second, of I, X, Y, Z. */
    private record Fault(int gate, int pauli) {}

    /**
     * Up to {@code shots} measured state indices; each shot has its own stream.
     *
     * @param circuit without free parameters, at most 26 qubits
     * @param deadline when it strikes, the shots whose runs are done are returned, and never fewer than one
     */
    public static long[] sample(
            Circuit circuit, NoiseModel noise, int shots, RandomStreams streams, Deadline deadline) {
        if (shots < 1) {
            throw new IllegalArgumentException("shots is " + shots + ", expected at least 1");
        }
        Backend.stateVector().check(circuit);
        Map<List<Fault>, List<Integer>> shotsByFaults = new HashMap<>();
        List<List<Fault>> order = new ArrayList<>(); // by first shot: independent of hashing
        SplittableRandom[] random = new SplittableRandom[shots];
        for (int s = 0; s < shots; s++) {
            random[s] = new SplittableRandom(streams.child("shot", s).seed());
            List<Fault> faults = draw(circuit, noise, random[s]);
            shotsByFaults
                    .computeIfAbsent(faults, f -> {
                        order.add(f);
                        return new ArrayList<>();
                    })
                    .add(s);
        }
        long[] measured = new long[shots];
        Amplitudes state = Amplitudes.ground(circuit.qubits());
        int done = 0;
        for (List<Fault> faults : order) {
            if (done > 0 && deadline.expired()) {
                break;
            }
            Evolution.of(insert(circuit, faults)).run(NO_PARAMETERS, state);
            List<Integer> alike = shotsByFaults.getOrDefault(faults, List.of());
            AliasTable table = alike.size() > FEW ? AliasTable.of(state.probabilities()) : null;
            for (int s : alike) {
                int index = table == null ? scan(state, random[s]) : table.draw(random[s]);
                measured[done++] = flip(index, circuit.qubits(), noise.readout(), random[s]);
            }
        }
        return Arrays.copyOf(measured, done);
    }

    /** One draw without a table: the first index whose cumulated probability exceeds a uniform number. */
    private static int scan(Amplitudes state, SplittableRandom random) {
        double[] re = state.re();
        double[] im = state.im();
        double left = random.nextDouble() * state.norm();
        int last = 0;
        for (int z = 0; z < re.length; z++) {
            double p = re[z] * re[z] + im[z] * im[z];
            if (p > 0) {
                last = z;
                if (left < p) {
                    return z;
                }
                left -= p;
            }
        }
        return last; // rounding
    }

    private static List<Fault> draw(Circuit circuit, NoiseModel noise, SplittableRandom random) {
        List<Fault> faults = new ArrayList<>();
        List<Gate> gates = circuit.gates();
        for (int g = 0; g < gates.size(); g++) {
            Gate gate = gates.get(g);
            int chances = gate.isTwoQubit() ? cxCount(gate.kind()) : 1;
            double p = gate.isTwoQubit() ? noise.p2() : noise.p1();
            int paulis = gate.isTwoQubit() ? 16 : 4;
            for (int k = 0; k < chances; k++) {
                if (p > 0 && random.nextDouble() < p) {
                    faults.add(new Fault(g, 1 + random.nextInt(paulis - 1)));
                }
            }
        }
        return faults;
    }

    /** CX gates that a gate on two qubits takes. */
    static int cxCount(GateKind kind) {
        return switch (kind) {
            case CX, CZ -> 1;
            case SWAP -> 3;
            default -> 2;
        };
    }

    private static Circuit insert(Circuit circuit, List<Fault> faults) {
        if (faults.isEmpty()) {
            return circuit;
        }
        Circuit.Builder b = Circuit.builder(circuit.qubits());
        int next = 0;
        for (int g = 0; g < circuit.gates().size(); g++) {
            Gate gate = circuit.gates().get(g);
            b.add(gate);
            while (next < faults.size() && faults.get(next).gate == g) {
                int pauli = faults.get(next++).pauli;
                addPauli(b, pauli & 3, gate.qubit());
                addPauli(b, pauli >>> 2, gate.other());
            }
        }
        return b.build();
    }

    private static void addPauli(Circuit.Builder b, int pauli, int qubit) {
        if (pauli != 0) {
            b.add(PAULI.get(pauli - 1), qubit);
        }
    }

    private static long flip(int index, int qubits, double readout, SplittableRandom random) {
        int flipped = index;
        if (readout > 0) {
            for (int q = 0; q < qubits; q++) {
                if (random.nextDouble() < readout) {
                    flipped ^= 1 << q;
                }
            }
        }
        return flipped;
    }
}
