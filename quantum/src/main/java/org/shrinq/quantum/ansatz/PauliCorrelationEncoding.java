package org.shrinq.quantum.ansatz;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.backend.AliasTable;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Angle;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;
import org.shrinq.quantum.train.Shots;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Pauli-correlation encoding (Sciorilli et al. 2025, arXiv 2401.09421) of order 2: variable i is the sign of the
 * expectation of one of XX, YY, ZZ on one pair of m qubits, n ≤ 3·C(m, 2). Trained is E(t) + (ν/2)·(mean t²)², t_i =
 * tanh(m⟨P_i⟩), with the Ising energy E of relaxed spins and ν half the sum of its |coefficients|; the second term
 * keeps t from saturating.
 */
final class PauliCorrelationEncoding extends CompressedMethod {
    private static final int BASES = 3;

    /** Shots per basis that decide one measured string. */
    private static final int SHOTS_PER_SIGN = 16;

    @Override
    public String id() {
        return "pce";
    }

    @Override
    int starts() {
        return 4;
    }

    /** The smallest m ≥ 2 with 3·C(m, 2) ≥ n. */
    @Override
    public int qubitsFor(Qubo qubo) {
        int m = 2;
        while (BASES * m * (m - 1) / 2 < qubo.size()) {
            m++;
        }
        return m;
    }

    /** The pair and the operator of one variable. */
    record Place(PauliString.Axis axis, int first, int second) {
        PauliString string() {
            return PauliString.of(axis, first).times(PauliString.of(axis, second));
        }
    }

    /** Places of n variables on m qubits: all pairs are used before one is used twice, the operators alternate. */
    static Place[] places(int n, int m) {
        int pairs = m * (m - 1) / 2;
        int[][] pair = new int[pairs][];
        int k = 0;
        for (int gap = 1; gap < m; gap++) {
            for (int a = 0; a + gap < m; a++) {
                pair[k++] = new int[] {a, a + gap};
            }
        }
        PauliString.Axis[] axes = PauliString.Axis.values();
        Place[] places = new Place[n];
        for (int i = 0; i < n; i++) {
            int[] p = pair[i % pairs];
            places[i] = new Place(axes[(i / pairs + i % pairs) % BASES], p[0], p[1]);
        }
        return places;
    }

    @Override
    Encoding encode(QuantumTask task, Scaling scaling) {
        int n = task.qubo().size();
        int m = qubitsFor(task.qubo());
        int layers = layers(task.options().layers(), n, m);
        Circuit circuit = AnsatzCircuits.hardwareEfficient(m, layers, AnsatzCircuits.Entangler.RING);
        Place[] places = places(n, m);
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
                return new TanhLoss(circuit, scaling.ising(), places, met, t);
            }

            @Override
            public Map<Bits, Long> measure(Circuit trained, QuantumTask t) {
                return PauliCorrelationEncoding.measure(trained, places, t);
            }
        };
    }

    /** The trained function of the Pauli expectations. */
    static final class TanhLoss implements Loss {
        private final Evolution evolution;
        private final Ising ising;
        private final PauliString[] strings;
        private final double sharpness;
        private final double penalty;
        private final Map<Bits, Long> met;
        private final Circuit circuit;
        private final Place[] places;
        private final QuantumTask task;
        /** By basis: the state whose bits are the outcomes there. */
        private final Evolution[] measured = new Evolution[BASES];

        TanhLoss(Circuit circuit, Ising ising, Place[] places, Map<Bits, Long> met, QuantumTask task) {
            evolution = Evolution.of(circuit);
            this.circuit = circuit;
            this.ising = ising;
            this.places = places;
            sharpness = circuit.qubits();
            this.met = met;
            this.task = task;
            strings = new PauliString[places.length];
            for (int i = 0; i < strings.length; i++) {
                strings[i] = places[i].string();
            }
            double[] sum = new double[1];
            ising.forEachCoupling((i, j, c) -> sum[0] += Math.abs(c));
            for (int i = 0; i < ising.size(); i++) {
                sum[0] += Math.abs(ising.linear(i));
            }
            penalty = sum[0] / 2 / 2;
        }

        @Override
        public int parameters() {
            return evolution.parameters();
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient, BooleanSupplier stop) {
            int n = strings.length;
            Amplitudes ket = Amplitudes.zeros(evolution.length());
            if (!evolution.run(theta, ket, stop)) {
                return Double.NaN;
            }
            double[] t = new double[n];
            for (int i = 0; i < n; i++) {
                t[i] = Math.tanh(sharpness * strings[i].expectation(ket));
            }
            meet(t);
            double square = meanSquare(t);
            double[] slope = new double[n];
            ising.forEachCoupling((i, j, c) -> {
                slope[i] += c * t[j];
                slope[j] += c * t[i];
            });
            Amplitudes bra = Amplitudes.zeros(ket.length());
            for (int i = 0; i < n; i++) {
                double d = slope[i] + ising.linear(i) + 4 * penalty * square * t[i] / n;
                strings[i].addApplied(d * sharpness * (1 - t[i] * t[i]), ket, bra);
            }
            java.util.Arrays.fill(gradient, 0.0);
            return evolution.backward(bra, ket, theta, gradient, stop) ? value(t) : Double.NaN;
        }

        /** A third of the shots in each basis; an operator's expectation is the mean of its outcomes. */
        @Override
        public double sampled(double[] theta, int evaluation, BooleanSupplier stop) {
            int shots = Math.max(1, task.options().shots() / BASES);
            RandomStreams streams = task.streams().child("training-shots", evaluation);
            long[][] outcomes = new long[BASES][];
            for (PauliString.Axis axis : PauliString.Axis.values()) {
                int basis = axis.component();
                if (measured[basis] == null) {
                    measured[basis] = Evolution.of(inBasis(circuit, axis));
                }
                Amplitudes ket = Amplitudes.zeros(evolution.length());
                if (!measured[basis].run(theta, ket, stop)) {
                    return Double.NaN;
                }
                outcomes[basis] = AliasTable.of(ket.probabilities()).draw(shots, streams.stream(axis.name()));
            }
            double[] t = new double[places.length];
            for (int i = 0; i < t.length; i++) {
                double sum = signSum(outcomes[places[i].axis.component()], 0, shots, places[i]);
                t[i] = Math.tanh(sharpness * sum / shots);
            }
            meet(t);
            return value(t);
        }

        private void meet(double[] t) {
            byte[] x = new byte[t.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (t[i] < 0 ? 1 : 0);
            }
            met.merge(Bits.of(x), 1L, Long::sum);
        }

        private static double meanSquare(double[] t) {
            double square = 0;
            for (double v : t) {
                square += v * v / t.length;
            }
            return square;
        }

        private double value(double[] t) {
            double[] energy = new double[1];
            ising.forEachCoupling((i, j, c) -> energy[0] += c * t[i] * t[j]);
            for (int i = 0; i < t.length; i++) {
                energy[0] += ising.linear(i) * t[i];
            }
            double square = meanSquare(t);
            return energy[0] + penalty * square * square;
        }
    }

    /** One string per {@value #SHOTS_PER_SIGN} shots of each basis: the signs of the sums, ties at random. */
    private static Map<Bits, Long> measure(Circuit trained, Place[] places, QuantumTask task) {
        int strings = Math.max(1, task.options().shots() / (BASES * SHOTS_PER_SIGN));
        int perString = Math.max(1, Math.min(SHOTS_PER_SIGN, task.options().shots() / BASES));
        long[][] shots = new long[BASES][];
        for (PauliString.Axis axis : PauliString.Axis.values()) {
            shots[axis.component()] = Shots.measure(
                    inBasis(trained, axis),
                    strings * perString,
                    task.withStreams(task.streams().child("basis", axis.component())));
        }
        SplittableRandom ties = task.streams().stream("ties");
        Map<Bits, Long> found = new HashMap<>();
        for (int s = 0; s < strings; s++) {
            byte[] x = new byte[places.length];
            for (int i = 0; i < x.length; i++) {
                int sum = signSum(shots[places[i].axis.component()], s * perString, perString, places[i]);
                x[i] = (byte) (sum < 0 ? 1 : sum > 0 ? 0 : ties.nextInt(2));
            }
            found.merge(Bits.of(x), 1L, Long::sum);
        }
        return found;
    }

    private static int signSum(long[] shots, int from, int count, Place place) {
        int sum = 0;
        for (int k = from; k < Math.min(shots.length, from + count); k++) {
            sum += 1 - 2 * (int) ((shots[k] >>> place.first ^ shots[k] >>> place.second) & 1);
        }
        return sum;
    }

    /** The circuit followed by the rotation that turns the operator of every qubit into Z. */
    private static Circuit inBasis(Circuit circuit, PauliString.Axis axis) {
        Circuit.Builder b = Circuit.builder(circuit.qubits()).addAll(circuit);
        for (int q = 0; q < circuit.qubits(); q++) {
            switch (axis) {
                case X -> b.add(Gate.of(GateKind.RY, q, Angle.of(-Math.PI / 2)));
                case Y -> b.add(Gate.of(GateKind.RX, q, Angle.of(Math.PI / 2)));
                case Z -> {}
            }
        }
        return b.build();
    }
}
