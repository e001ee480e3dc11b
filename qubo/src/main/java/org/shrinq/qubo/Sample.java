package org.shrinq.qubo;

/**
 * One distinct bitstring of a {@link SampleSet}.
 *
 * @param bits the string, bit i is variable i
 * @param count how often it was measured, at least 1
 * @param energy its energy, offset included
 */
public record Sample(Bits bits, long count, double energy) {
    public Sample {
        if (count < 1) {
            throw new IllegalArgumentException("sample " + bits + " has count " + count + ", expected at least 1");
        }
    }
}
