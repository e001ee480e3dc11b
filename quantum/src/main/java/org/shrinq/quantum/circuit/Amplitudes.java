package org.shrinq.quantum.circuit;

import java.util.Arrays;
import org.shrinq.qubo.text.Brief;

/**
 * A complex vector with separate real and imaginary parts: a state over 2ⁿ basis states, or over the strings of a
 * subspace. Mutable; the arrays are open to the kernels that work on them.
 */
public final class Amplitudes {
    private final double[] re;
    private final double[] im;

    private Amplitudes(double[] re, double[] im) {
        this.re = re;
        this.im = im;
    }

    /** The zero vector of that length. */
    public static Amplitudes zeros(int length) {
        return new Amplitudes(new double[length], new double[length]);
    }

    /** The basis state |0…0⟩ of n qubits. */
    public static Amplitudes ground(int qubits) {
        Amplitudes a = zeros(1 << qubits);
        a.re[0] = 1;
        return a;
    }

    /** The vector with all entries 1/√length. */
    public static Amplitudes uniform(int length) {
        Amplitudes a = zeros(length);
        Arrays.fill(a.re, 1 / Math.sqrt(length));
        return a;
    }

    /** Number of entries. */
    public int length() {
        return re.length;
    }

    /** The real parts themselves. */
    public double[] re() {
        return re;
    }

    /** The imaginary parts themselves. */
    public double[] im() {
        return im;
    }

    public Amplitudes copy() {
        return new Amplitudes(re.clone(), im.clone());
    }

    /** Overwrites this vector. The source is not modified and has the same length. */
    public void set(Amplitudes source) {
        System.arraycopy(source.re, 0, re, 0, re.length);
        System.arraycopy(source.im, 0, im, 0, im.length);
    }

    /** |amplitude|² of every entry, a fresh array. */
    public double[] probabilities() {
        double[] p = new double[re.length];
        for (int z = 0; z < p.length; z++) {
            p[z] = re[z] * re[z] + im[z] * im[z];
        }
        return p;
    }

    /** Σ |amplitude|². */
    public double norm() {
        double sum = 0;
        for (int z = 0; z < re.length; z++) {
            sum += re[z] * re[z] + im[z] * im[z];
        }
        return sum;
    }

    /** Σ values_z·|amplitude_z|²: the expectation of a diagonal observable. Not modified. */
    public double expectation(double[] values) {
        double sum = 0;
        for (int z = 0; z < re.length; z++) {
            sum += values[z] * (re[z] * re[z] + im[z] * im[z]);
        }
        return sum;
    }

    /** Multiplies entry z by values_z: a diagonal observable applied. The array is not modified. */
    public void scaleBy(double[] values) {
        for (int z = 0; z < re.length; z++) {
            re[z] *= values[z];
            im[z] *= values[z];
        }
    }

    /** Real part of ⟨this|other⟩. */
    public double realOverlap(Amplitudes other) {
        double sum = 0;
        for (int z = 0; z < re.length; z++) {
            sum += re[z] * other.re[z] + im[z] * other.im[z];
        }
        return sum;
    }

    @Override
    public String toString() {
        return Brief.of(this, "dimension", re.length, "real", re, "imaginary", im);
    }
}
