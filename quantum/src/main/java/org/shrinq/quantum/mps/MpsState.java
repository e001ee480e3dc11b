package org.shrinq.quantum.mps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.PhaseGadgets;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;

/**
 * The state that a circuit prepares from |0…0⟩, as a matrix product state (Vidal 2003, arXiv quant-ph/0301063;
 * Schollwöck 2011, arXiv 1008.3477): up to several hundred qubits, exact while its bonds suffice, else with an estimate
 * of the {@link #fidelity}. Qubits are ordered along the chain so that gates are short. The same circuit and options
 * give the same state. Not thread-safe.
 */
public final class MpsState {
    private final MatrixProductState state;
    private final int[] siteOf;

    private MpsState(MatrixProductState state, int[] siteOf) {
        this.state = state;
        this.siteOf = siteOf;
    }

    /**
     * Runs a circuit.
     *
     * @param circuit without free parameters
     * @param stop asked between steps of a few milliseconds
     * @return empty when stopped
     * @throws org.shrinq.quantum.InsufficientMemoryException when the heap is too small for such bonds
     * @throws IllegalArgumentException when the circuit has parameters without values
     */
    public static Optional<MpsState> run(Circuit circuit, MpsOptions options, BooleanSupplier stop) {
        if (circuit.parameters() > 0) {
            throw new IllegalArgumentException(
                    "the circuit has " + circuit.parameters() + " parameters without values. Maybe bind them first.");
        }
        MatrixProductState.check(circuit.qubits(), options.bond());
        MatrixProductState state = new MatrixProductState(circuit.qubits(), options.bond(), options.cutoff());
        CircuitWalk walk = new CircuitWalk(PhaseGadgets.fold(circuit), state);
        return walk.run(stop) ? Optional.of(new MpsState(state, walk.sites())) : Optional.empty();
    }

    /** Bytes that a run takes at most. */
    public static long bytesFor(int qubits, MpsOptions options) {
        return MatrixProductState.bytesFor(qubits, options.bond());
    }

    public int qubits() {
        return siteOf.length;
    }

    /**
     * An estimate of the fidelity |⟨exact|this⟩|²: the product over all cuts of the share of the norm kept; 1 when
     * nothing was cut.
     */
    public double fidelity() {
        return state.fidelity();
    }

    public int largestBond() {
        return state.largestBond();
    }

    /**
     * Expectations in this state.
     *
     * @param single ⟨Z_i⟩ per variable
     * @param pair ⟨Z_iZ_j⟩ per coupling, in the order of {@link Ising#forEachCoupling}
     * @param energy ⟨H⟩, offset included
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of fresh arrays, never compared
    public record Expectations(double[] single, double[] pair, double energy) {}

    /** ⟨Z_i⟩ and, on the couplings of a model, ⟨Z_iZ_j⟩, by one sweep a variable; empty when stopped. */
    public Optional<Expectations> expectations(Ising ising, BooleanSupplier stop) {
        int n = qubits();
        if (ising.size() != n) {
            throw new IllegalArgumentException(
                    "a state of " + n + " qubits, a model of " + ising.size() + " variables");
        }
        List<List<Integer>> partners = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            partners.add(new ArrayList<>());
        }
        ising.forEachCoupling(
                (i, j, c) -> partners.get(Math.min(siteOf[i], siteOf[j])).add(Math.max(siteOf[i], siteOf[j])));
        int[][] sorted = partners.stream()
                .map(l -> l.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toArray(int[][]::new);
        double[] bySite = new double[n];
        double[][] byPair = Arrays.stream(sorted).map(a -> new double[a.length]).toArray(double[][]::new);
        state.correlations(sorted, bySite, byPair, stop);
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        double[] single = new double[n];
        double[] pair = new double[Math.toIntExact(ising.couplings())];
        double[] energy = {ising.offset()};
        for (int i = 0; i < n; i++) {
            single[i] = bySite[siteOf[i]];
            energy[0] += ising.linear(i) * single[i];
        }
        int[] next = {0};
        ising.forEachCoupling((i, j, c) -> {
            int a = Math.min(siteOf[i], siteOf[j]);
            int b = Math.max(siteOf[i], siteOf[j]);
            double value = byPair[a][Arrays.binarySearch(sorted[a], b)];
            pair[next[0]++] = value;
            energy[0] += c * value;
        });
        return Optional.of(new Expectations(single, pair, energy[0]));
    }

    /** Measures the state: strings with exactly its probabilities, fewer than asked for when stopped. */
    public List<Bits> sample(int shots, SplittableRandom random, BooleanSupplier stop) {
        List<Bits> drawn = new ArrayList<>(shots);
        byte[] x = new byte[qubits()];
        for (byte[] bySite : state.sample(shots, random, stop)) {
            for (int q = 0; q < x.length; q++) {
                x[q] = bySite[siteOf[q]];
            }
            drawn.add(Bits.of(x));
        }
        return drawn;
    }

    /** Real and imaginary part of ψ(x), up to a phase common to all x. */
    public double[] amplitude(Bits x) {
        byte[] bySite = new byte[qubits()];
        for (int q = 0; q < bySite.length; q++) {
            bySite[siteOf[q]] = (byte) x.get(q);
        }
        return state.amplitude(bySite);
    }
}
