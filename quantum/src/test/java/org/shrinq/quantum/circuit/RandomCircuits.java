package org.shrinq.quantum.circuit;

import java.util.SplittableRandom;
import org.shrinq.qubo.Ising;

/** Random circuits and models for tests. */
public final class RandomCircuits {
    private RandomCircuits() {}

    /** Gates of every kind in random places; angles are numbers or parameters with factor and constant. */
    public static Circuit circuit(int qubits, int gates, int parameters, SplittableRandom r) {
        Circuit.Builder b = Circuit.builder(qubits);
        GateKind[] kinds = GateKind.values();
        for (int k = 0; k < gates; k++) {
            GateKind kind = kinds[r.nextInt(kinds.length)];
            if (kind.qubits() > qubits) {
                continue;
            }
            Angle[] angles = new Angle[kind.angles()];
            for (int a = 0; a < angles.length; a++) {
                angles[a] = parameters == 0 || r.nextInt(4) == 0
                        ? Angle.of(r.nextDouble(-4, 4))
                        : new Angle(r.nextInt(parameters), r.nextDouble(-2, 2), r.nextDouble(-1, 1));
            }
            int q = r.nextInt(qubits);
            if (kind.qubits() == 1) {
                b.add(kind, q, angles);
            } else {
                b.add(kind, q, (q + 1 + r.nextInt(qubits - 1)) % qubits, angles);
            }
        }
        return b.build();
    }

    public static double[] numbers(int count, SplittableRandom r) {
        return r.doubles(count, -3, 3).toArray();
    }

    public static Ising ising(int n, SplittableRandom r) {
        Ising.Builder b = Ising.builder(n).addOffset(r.nextDouble(-1, 1));
        for (int i = 0; i < n; i++) {
            if (r.nextInt(4) > 0) {
                b.addField(i, r.nextDouble(-1, 1));
            }
            for (int j = i + 1; j < n; j++) {
                if (r.nextInt(3) > 0) {
                    b.add(i, j, r.nextDouble(-1, 1));
                }
            }
        }
        return b.build();
    }
}
