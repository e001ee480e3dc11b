package org.shrinq.quantum.ansatz;

import java.util.List;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.circuit.QaoaCircuit;
import org.shrinq.qubo.Ising;

/**
 * The parametric circuits of the families of this package. QAOA variants have the parameters γ_0 … γ_{p−1}, β_0 …
 * β_{p−1} in this order and apply exp(−iγH) with H without its offset.
 */
public final class AnsatzCircuits {
    private AnsatzCircuits() {}

    /** Which pairs of qubits an entangling layer couples by CX. */
    public enum Entangler {
        /** (0,1), (1,2), …, (n−2,n−1). */
        LINEAR,
        /** {@link #LINEAR} and (n−1,0). */
        RING,
        /** All pairs i &lt; j. */
        FULL
    }

    /**
     * Warm-start QAOA (Egger, Mareček and Woerner 2021): qubit i starts in √(1−c_i)|0⟩ + √c_i|1⟩ and is mixed by
     * exp(−iβM_i) with M_i = sin θ_i X + cos θ_i Z, θ_i = 2 arcsin √c_i, of which that state is the highest eigenstate.
     * With c_i = ½ it is the QAOA.
     *
     * @param marginals P(x_i = 1), already clipped away from 0 and 1; not modified
     */
    public static Circuit warmStart(Ising ising, double[] marginals, int layers) {
        int n = ising.size();
        Circuit.Builder b = Circuit.builder(n);
        double[] theta = new double[n];
        for (int i = 0; i < n; i++) {
            theta[i] = 2 * Math.asin(Math.sqrt(marginals[i]));
            b.add(GateKind.RY, i, Angle.of(theta[i]));
        }
        for (int l = 0; l < layers; l++) {
            QaoaCircuit.addCost(b, ising, l);
            for (int i = 0; i < n; i++) {
                b.add(GateKind.RY, i, Angle.of(-theta[i]));
                b.add(GateKind.RZ, i, Angle.parameter(layers + l, 2));
                b.add(GateKind.RY, i, Angle.of(theta[i]));
            }
        }
        return b.build();
    }

    /**
     * XY-mixer QAOA (Hadfield et al. 2019; Wang, Rubin, Dominy and Rieffel 2020): each one-hot group starts in its W
     * state and is mixed by exp(−iβ(XX + YY)/2) on the pairs of its ring, in the order of {@link #ring}; free qubits
     * start in |+⟩ and are mixed by exp(−iβX). Every measured string has exactly one 1 in each group.
     *
     * @param groups disjoint; not modified
     */
    public static Circuit xyMixer(Ising ising, List<int[]> groups, int layers) {
        int n = ising.size();
        boolean[] grouped = new boolean[n];
        Circuit.Builder b = Circuit.builder(n);
        for (int[] group : groups) {
            addWState(b, group);
            for (int v : group) {
                grouped[v] = true;
            }
        }
        for (int i = 0; i < n; i++) {
            if (!grouped[i]) {
                b.add(GateKind.H, i);
            }
        }
        for (int l = 0; l < layers; l++) {
            QaoaCircuit.addCost(b, ising, l);
            Angle twiceBeta = Angle.parameter(layers + l, 2);
            for (int[] group : groups) {
                for (int[] pair : ring(group.length)) {
                    b.add(GateKind.XY, group[pair[0]], group[pair[1]], twiceBeta);
                }
            }
            for (int i = 0; i < n; i++) {
                if (!grouped[i]) {
                    b.add(GateKind.RX, i, twiceBeta);
                }
            }
        }
        return b.build();
    }

    /** (|10…0⟩ + |01…0⟩ + … + |0…01⟩)/√d from |0…0⟩ with d − 1 controlled rotations. */
    private static void addWState(Circuit.Builder b, int[] group) {
        int d = group.length;
        b.add(GateKind.X, group[0]);
        for (int k = 0; k + 1 < d; k++) {
            double stay = Math.sqrt(1.0 / (d - k));
            b.add(GateKind.CRY, group[k], group[k + 1], Angle.of(2 * Math.acos(stay)));
            b.add(GateKind.CX, group[k + 1], group[k]);
        }
    }

    /** The edges of a ring of d places: the even ones (0,1), (2,3), …, then the odd ones, then the closing one. */
    static List<int[]> ring(int d) {
        List<int[]> pairs = new java.util.ArrayList<>();
        for (int first = 0; first < 2; first++) {
            for (int k = first; k + 1 < d; k += 2) {
                pairs.add(new int[] {k, k + 1});
            }
        }
        if (d > 2) {
            pairs.add(new int[] {d - 1, 0});
        }
        return pairs;
    }

    /**
     * Hardware-efficient circuit (Kandala et al. 2017) without a parameter that has no effect: {@code layers} times RY
     * and RZ on every qubit and an entangling layer of CX, then RY on every qubit and nothing after it. Parameters in
     * the order of the gates: layer by layer all RY, then all RZ.
     */
    public static Circuit hardwareEfficient(int qubits, int layers, Entangler entangler) {
        Circuit.Builder b = Circuit.builder(qubits);
        int next = 0;
        for (int l = 0; l < layers; l++) {
            for (int q = 0; q < qubits; q++) {
                b.add(GateKind.RY, q, Angle.parameter(next++));
            }
            for (int q = 0; q < qubits; q++) {
                b.add(GateKind.RZ, q, Angle.parameter(next++));
            }
            addEntangler(b, qubits, entangler);
        }
        for (int q = 0; q < qubits; q++) {
            b.add(GateKind.RY, q, Angle.parameter(next++));
        }
        return b.build();
    }

    private static void addEntangler(Circuit.Builder b, int qubits, Entangler entangler) {
        for (int i = 0; i < qubits; i++) {
            int last = entangler == Entangler.FULL ? qubits - 1 : Math.min(i + 1, qubits - 1);
            for (int j = i + 1; j <= last; j++) {
                b.add(GateKind.CX, i, j);
            }
        }
        if (entangler == Entangler.RING && qubits > 2) {
            b.add(GateKind.CX, qubits - 1, 0);
        }
    }
}
