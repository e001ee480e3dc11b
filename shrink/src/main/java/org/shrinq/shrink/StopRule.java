package org.shrinq.shrink;

/**
 * When shrinking ends. The qubit budget is reached in every case unless {@link Budget#ADVISORY} lets it end earlier.
 */
public sealed interface StopRule {
    /** At the qubit budget. */
    record Size() implements StopRule {}

    /**
     * When no eligible candidate is right with at least that chance, by the calibration of its source on such models
     * ({@link org.shrinq.shrink.calibrate.Calibration}).
     *
     * @param chance in [0, 1]
     */
    record Confidence(double chance) implements StopRule {
        public Confidence {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("a chance of " + chance + ", expected 0 to 1 after confidence:");
            }
        }
    }

    /**
     * When the second eigenvalue of the normalised Laplacian of the unsigned contracted graph |J| exceeds (1 + ε) times
     * its first value: contraction starts to destroy the structure (for weights ≥ 0 contraction never lowers it).
     *
     * @param epsilon ≥ 0
     */
    record Spectral(double epsilon) implements StopRule {
        public Spectral {
            if (!(epsilon >= 0)) {
                throw new IllegalArgumentException("an ε of " + epsilon + ", expected at least 0 after spectral:");
            }
        }
    }

    /** Whether the qubit budget must be met. */
    enum Budget {
        /** Go on below the criterion until the budget is met. */
        ENFORCED,
        /** More qubits than the budget may remain when the criterion says stop. */
        ADVISORY
    }

    static StopRule size() {
        return new Size();
    }

    static StopRule confidence(double chance) {
        return new Confidence(chance);
    }

    static StopRule spectral(double epsilon) {
        return new Spectral(epsilon);
    }
}
