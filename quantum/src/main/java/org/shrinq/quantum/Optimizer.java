package org.shrinq.quantum;

/** How the parameters are trained. */
public enum Optimizer {
    /** Limited-memory quasi-Newton on exact gradients (Nocedal 1980). */
    LBFGS,
    /** Constrained optimisation by linear approximation (Powell 1994), on exact values. */
    COBYLA,
    /** Simultaneous perturbation stochastic approximation (Spall 1992), on shots. */
    SPSA,
    /** Downhill simplex (Nelder and Mead 1965), on exact values. */
    NELDER_MEAD,
    /** Covariance matrix adaptation evolution strategy (Hansen and Ostermeier 2001), on exact values. */
    CMA_ES,
    /** Quadratic models by interpolation (Powell 2009), on exact values. */
    BOBYQA
}
