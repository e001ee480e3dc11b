package org.shrinq.quantum;

/**
 * How the parameters are trained: on exact gradients by L-BFGS, else on values estimated from shots, as a device would
 * give them.
 */
public enum Optimizer {
    /** Limited-memory quasi-Newton on exact gradients (Nocedal 1980). */
    LBFGS,
    /** Constrained optimisation by linear approximation (Powell 1994), on shots. */
    COBYLA,
    /** Simultaneous perturbation stochastic approximation (Spall 1992), on shots. */
    SPSA,
    /** Downhill simplex (Nelder and Mead 1965), on shots. */
    NELDER_MEAD,
    /** Covariance matrix adaptation evolution strategy (Hansen and Ostermeier 2001), on shots. */
    CMA_ES;

    /** Whether it asks for exact gradients; the others see values estimated from shots alone. */
    public boolean usesGradients() {
        return this == LBFGS;
    }
}
