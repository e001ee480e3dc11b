package org.shrinq.jmh.quantum;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.shrinq.qubo.Ising;

/** The models and angles that the kernel benchmarks share. */
final class Models {
    /** As the launcher has it. */
    static final String TRUSTED = "-Djdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK=0";

    private Models() {}

    /** Which pairs are coupled. */
    public enum Cost {
        /** A random graph of mean degree 6. */
        SPARSE,
        /** All pairs. */
        DENSE
    }

    /** Fields and couplings uniform in [−1, 1], always the same for one size. */
    static Ising random(int qubits, Cost cost) {
        SplittableRandom random = new SplittableRandom(qubits);
        Ising.Builder b = Ising.builder(qubits);
        for (int i = 0; i < qubits; i++) {
            b.addField(i, random.nextDouble(-1, 1));
            for (int j = i + 1; j < qubits; j++) {
                if (cost == Cost.DENSE || random.nextDouble() < 6.0 / (qubits - 1)) {
                    b.add(i, j, random.nextDouble(-1, 1));
                }
            }
        }
        return b.build();
    }

    static Cost cost(String name) {
        return Cost.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As many equal angles of the size that training ends with. */
    static double[] angles(int layers, double value) {
        double[] angles = new double[layers];
        Arrays.fill(angles, value);
        return angles;
    }
}
