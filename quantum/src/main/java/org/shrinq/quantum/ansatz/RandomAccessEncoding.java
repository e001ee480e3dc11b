package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.qubo.QuadraticForm;

/**
 * Up to three variables on a qubit by quantum random access codes (Fuller et al. 2021, arXiv 2111.03167): the spin of
 * the variable at place k of a qubit with r occupants is √r times the expectation of an operator of that qubit. Coupled
 * variables never share a qubit, by a greedy colouring.
 *
 * @param occupants variables per qubit, one to three
 */
record RandomAccessEncoding(List<int[]> occupants) {
    private static final int MOST = 3;
    private static final PauliString.Axis[][] AXES = {
        {PauliString.Axis.Z},
        {PauliString.Axis.X, PauliString.Axis.Z},
        {PauliString.Axis.X, PauliString.Axis.Y, PauliString.Axis.Z}
    };

    /** Colours the variables by falling degree, each with the first qubit that has room and no neighbour of it. */
    static RandomAccessEncoding of(QuadraticForm form) {
        int n = form.size();
        List<List<Integer>> qubits = new ArrayList<>();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingInt((Integer v) -> -form.degree(v)).thenComparing(v -> v))
                .mapToInt(v -> v)
                .toArray();
        for (int v : order) {
            List<Integer> home = null;
            for (List<Integer> qubit : qubits) {
                if (qubit.size() < MOST && qubit.stream().allMatch(w -> form.coupling(v, w) == 0)) {
                    home = qubit;
                    break;
                }
            }
            if (home == null) {
                home = new ArrayList<>();
                qubits.add(home);
            }
            home.add(v);
        }
        return new RandomAccessEncoding(
                qubits.stream().map(q -> q.stream().mapToInt(v -> v).toArray()).toList());
    }

    int qubits() {
        return occupants.size();
    }

    /** The operator of the k-th occupant of a qubit. */
    PauliString.Axis axis(int qubit, int k) {
        return AXES[occupants.get(qubit).length - 1][k];
    }

    /** Per variable: its operator, and the factor that makes the operator's expectation its spin. */
    record Spin(PauliString string, double factor) {}

    Spin[] spins() {
        int n = occupants.stream().mapToInt(o -> o.length).sum();
        Spin[] spins = new Spin[n];
        for (int q = 0; q < occupants.size(); q++) {
            int[] vs = occupants.get(q);
            for (int k = 0; k < vs.length; k++) {
                spins[vs[k]] = new Spin(PauliString.of(axis(q, k), q), Math.sqrt(vs.length));
            }
        }
        return spins;
    }
}
