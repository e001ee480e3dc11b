package org.shrinq.qubo.problem;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;

/**
 * A low-autocorrelation binary sequence (LABS): with s_i = 1 − 2x_i minimise
 *
 * <pre>E(s) = Σ_{k=1}^{n−1} C_k²,   C_k = Σ_{i=0}^{n−1−k} s_i s_{i+k}.</pre>
 *
 * Every x is feasible. The objective has products of four spins; the {@link #model} holds the C_k as quadratic forms
 * whose squares are added up. Reversing a sequence, multiplying it by −1 and multiplying every second element by −1
 * leave E as it is, so that sequences come in orbits of up to eight. Golay (IEEE Trans. Inf. Theory 23, 1977), Mertens
 * (J. Phys. A 29, 1996), Packebusch and Mertens (J. Phys. A 49, 2016).
 */
public final class LowAutocorrelation implements Problem {
    /** Longest sequence, so that sums of squares stay whole numbers of 31 bits. */
    public static final int LONGEST = 1000;

    private final String name;
    private final int length;
    private final BinaryModel model;

    private LowAutocorrelation(String name, int length) {
        this.name = name;
        this.length = length;
        List<Qubo> correlations = new ArrayList<>();
        for (int k = 1; k < length; k++) {
            Qubo.Builder sum = Qubo.builder(length).expectCouplings(length - k).addOffset(length - k);
            for (int i = 0; i + k < length; i++) {
                // (1 − 2x)(1 − 2y)
                sum.addLinear(i, -2).addLinear(i + k, -2).add(i, i + k, 4);
            }
            correlations.add(sum.build());
        }
        model = BinaryModel.ofSquares(length, correlations);
    }

    /**
     * The problem of sequences of that length.
     *
     * @throws IllegalArgumentException for a length outside of 1 … {@link #LONGEST}
     */
    public static LowAutocorrelation of(String name, int length) {
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException("a sequence of length " + length + ", expected 1 to " + LONGEST);
        }
        return new LowAutocorrelation(name, length);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.LOW_AUTOCORRELATION;
    }

    /** n. */
    public int length() {
        return length;
    }

    @Override
    public BinaryModel model() {
        return model;
    }

    /** E; O(n²). */
    @Override
    public double objective(byte[] x) {
        long energy = 0;
        for (int k = 1; k < length; k++) {
            int unequal = 0;
            for (int i = 0; i + k < length; i++) {
                unequal += x[i] ^ x[i + k];
            }
            long correlation = length - k - 2L * unequal;
            energy += correlation * correlation;
        }
        return energy;
    }

    /** Golay's merit factor n² / (2E) of an energy E; infinite for 0. */
    public double meritFactor(double energy) {
        return (double) length * length / (2 * energy);
    }

    /**
     * A lower bound of E that follows from parities: C_k ≡ n − k (mod 2), and C_k + C_{n−k} ≡ n (mod 4), since the
     * product of all terms of the two contains every element twice. So E ≥ ⌊n/2⌋, and for n ≡ 2 (mod 4), where of C_k
     * and C_{n−k} with even k one is not 0, E ≥ n/2 + n − 2.
     */
    public int leastEnergy() {
        return length / 2 + (length % 4 == 2 ? length - 2 : 0);
    }

    @Override
    public boolean isObjectiveIntegral() {
        return true;
    }

    @Override
    public String toString() {
        return ProblemText.of(this);
    }
}
