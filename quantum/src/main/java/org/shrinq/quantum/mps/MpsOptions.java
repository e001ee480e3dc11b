package org.shrinq.quantum.mps;

/**
 * How much entanglement a matrix product state keeps.
 *
 * @param bond χ, the largest bond, 1 … 4096; 2^⌊n/2⌋ keeps everything
 * @param cutoff share of the norm that a bond that has to be cut may lose besides, so that it becomes no larger than it
 *     has to
 */
public record MpsOptions(int bond, double cutoff) {
    /** χ = 64, cutoff 10⁻¹². */
    public static final MpsOptions DEFAULTS = new MpsOptions(64, 1e-12);

    public MpsOptions {
        if (bond < 1 || bond > 4096) {
            throw new IllegalArgumentException("bond is " + bond + ", expected 1 to 4096");
        }
        if (!(cutoff >= 0 && cutoff < 1)) {
            throw new IllegalArgumentException("cutoff is " + cutoff + ", expected at least 0 and below 1");
        }
    }

    public MpsOptions withBond(int value) {
        return new MpsOptions(value, cutoff);
    }
}
