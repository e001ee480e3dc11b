package org.shrinq.quantum.ansatz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.train.Shots;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;

/**
 * Quantum random access optimisation (Fuller et al. 2021): the relaxed Hamiltonian Σ h_i f_i P_i + Σ J_ij f_i f_j P_i
 * P_j of a {@link RandomAccessEncoding} is minimised by a hardware-efficient circuit, and its state is rounded in two
 * ways: by the signs of the Pauli expectations (semidefinite rounding) after every evaluation, and by measuring each
 * qubit along a random one of the directions of its code words (magic rounding) for the final samples.
 */
final class RandomAccessOptimization extends CompressedMethod {
    /** Random choices of directions; the shots are divided among them. */
    private static final int SETTINGS = 32;

    @Override
    public String id() {
        return "qrao";
    }

    @Override
    int starts() {
        return 3;
    }

    @Override
    public int qubitsFor(Qubo qubo) {
        return Math.max(1, RandomAccessEncoding.of(qubo).qubits());
    }

    @Override
    Encoding encode(QuantumTask task, Scaling scaling) {
        RandomAccessEncoding code = RandomAccessEncoding.of(task.qubo());
        int m = Math.max(1, code.qubits());
        int layers = layers(task.options().layers(), task.qubo().size(), m);
        Circuit circuit = AnsatzCircuits.hardwareEfficient(m, layers, AnsatzCircuits.Entangler.RING);
        return new Encoding() {
            @Override
            public Circuit parametric() {
                return circuit;
            }

            @Override
            public int layers() {
                return layers;
            }

            @Override
            public Loss loss(Map<Bits, Long> met, QuantumTask t) {
                return new RelaxedLoss(Evolution.of(circuit), scaling.ising(), code, met, t);
            }

            @Override
            public Map<Bits, Long> measure(Circuit trained, QuantumTask t) {
                return magicRounding(trained, code, t);
            }
        };
    }

    /** ⟨H⟩ of the relaxed Hamiltonian. */
    static final class RelaxedLoss implements Loss {
        private record Term(PauliString string, double weight) {}

        private final Evolution evolution;
        private final List<Term> terms = new ArrayList<>();
        private final RandomAccessEncoding.Spin[] spins;
        private final Map<Bits, Long> met;
        private final QuantumTask task;

        RelaxedLoss(
                Evolution evolution, Ising ising, RandomAccessEncoding code, Map<Bits, Long> met, QuantumTask task) {
            this.evolution = evolution;
            this.met = met;
            this.task = task;
            spins = code.spins();
            for (int i = 0; i < spins.length; i++) {
                if (ising.linear(i) != 0) {
                    terms.add(new Term(spins[i].string(), ising.linear(i) * spins[i].factor()));
                }
            }
            ising.forEachCoupling((i, j, c) -> terms.add(
                    new Term(spins[i].string().times(spins[j].string()), c * spins[i].factor() * spins[j].factor())));
        }

        @Override
        public int parameters() {
            return evolution.parameters();
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient, BooleanSupplier stop) {
            Amplitudes ket = Amplitudes.zeros(evolution.length());
            if (!evolution.run(theta, ket, stop)) {
                return Double.NaN;
            }
            byte[] x = new byte[spins.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (spins[i].string().expectation(ket) < 0 ? 1 : 0);
            }
            met.merge(Bits.of(x), 1L, Long::sum);
            Amplitudes bra = Amplitudes.zeros(ket.length());
            for (Term t : terms) {
                t.string.addApplied(t.weight, ket, bra);
            }
            double value = bra.realOverlap(ket);
            java.util.Arrays.fill(gradient, 0.0);
            return evolution.backward(bra, ket, theta, gradient, stop) ? value : Double.NaN;
        }

        /**
         * Every term, and every spin for the string that is met, is measured by itself on an equal share of the shots.
         */
        @Override
        public double sampled(double[] theta, int evaluation, BooleanSupplier stop) {
            Amplitudes ket = Amplitudes.zeros(evolution.length());
            if (!evolution.run(theta, ket, stop)) {
                return Double.NaN;
            }
            int shots = Math.max(1, task.options().shots() / Math.max(1, terms.size() + spins.length));
            SplittableRandom random = task.streams().child("training-shots", evaluation).stream("outcomes");
            double value = 0;
            for (Term t : terms) {
                value += t.weight * meanOutcome(t.string.expectation(ket), shots, random);
            }
            byte[] x = new byte[spins.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (meanOutcome(spins[i].string().expectation(ket), shots, random) < 0 ? 1 : 0);
            }
            met.merge(Bits.of(x), 1L, Long::sum);
            return value;
        }

        /** Of so many outcomes ±1 with that expectation. */
        private static double meanOutcome(double expectation, int shots, SplittableRandom random) {
            int sum = 0;
            for (int k = 0; k < shots; k++) {
                sum += random.nextDouble() < (1 + expectation) / 2 ? 1 : -1;
            }
            return sum / (double) shots;
        }
    }

    private static Map<Bits, Long> magicRounding(Circuit trained, RandomAccessEncoding code, QuantumTask task) {
        int shots = task.options().shots();
        int settings = Math.min(SETTINGS, shots);
        SplittableRandom random = task.streams().stream("directions");
        Map<Bits, Long> found = new HashMap<>();
        for (int s = 0; s < settings; s++) {
            // signs of the operators' components relative to the first occupant's
            int[] relative = random.ints(code.qubits(), 0, 4).toArray();
            if (s > 0 && task.deadline().expired()) {
                break;
            }
            int share = shots / settings + (s < shots % settings ? 1 : 0);
            long[] measured = Shots.measure(
                    along(trained, code, relative),
                    share,
                    task.withStreams(task.streams().child("setting", s)));
            for (long z : measured) {
                found.merge(decode(z, code, relative, task.qubo().size()), 1L, Long::sum);
            }
        }
        return found;
    }

    /** Occupant k of a qubit has the outcome's sign, changed where bit k − 1 of {@code relative} is set. */
    private static Bits decode(long z, RandomAccessEncoding code, int[] relative, int n) {
        byte[] x = new byte[n];
        for (int q = 0; q < code.qubits(); q++) {
            int[] vs = code.occupants().get(q);
            for (int k = 0; k < vs.length; k++) {
                x[vs[k]] = (byte) ((z >>> q ^ flipped(relative[q], k)) & 1);
            }
        }
        return Bits.of(x);
    }

    private static int flipped(int relative, int k) {
        return k == 0 ? 0 : relative >>> (k - 1) & 1;
    }

    /**
     * The circuit followed by the rotation of each qubit's direction (±1, ±1, ±1)/√3, or of its fewer operators, into
     * +z.
     */
    private static Circuit along(Circuit circuit, RandomAccessEncoding code, int[] relative) {
        Circuit.Builder b = Circuit.builder(circuit.qubits()).addAll(circuit);
        for (int q = 0; q < code.qubits(); q++) {
            double[] direction = new double[3];
            int r = code.occupants().get(q).length;
            for (int k = 0; k < r; k++) {
                direction[code.axis(q, k).component()] = (1 - 2 * flipped(relative[q], k)) / Math.sqrt(r);
            }
            if (r > 1) {
                b.add(GateKind.RZ, q, Angle.of(-Math.atan2(direction[1], direction[0])));
                b.add(GateKind.RY, q, Angle.of(-Math.acos(Math.max(-1, Math.min(1, direction[2])))));
            }
        }
        return b.build();
    }
}
