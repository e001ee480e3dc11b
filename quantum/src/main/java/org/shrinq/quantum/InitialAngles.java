package org.shrinq.quantum;

/** Where the training of a QAOA starts. */
public enum InitialAngles {
    /** Linear annealing ramp of total slope 0.75: γ up, β down (Sack and Serbyn 2021). */
    RAMP,
    /** Trains p = 1, 2, … and interpolates the angles of p − 1 (Zhou et al. 2020). */
    INTERP,
    /** Trains p = 1, 2, … in the sine and cosine amplitudes of the angles (Zhou et al. 2020). */
    FOURIER,
    /** The best p = 1 angles in closed form (Ozaeta, van Dam and McMahon 2020), stretched over the layers. */
    CLOSED_FORM,
    /** Fixed angles by mean degree and weight (Wurtz and Lykov 2021; Sureshbabu et al. 2024). */
    TRANSFER,
    /**
     * The optimum on the regular tree of the problem's mean degree, from {@link
     * org.shrinq.quantum.lightcone.FixedAngleTable}, divided by the strength of the rows; not trained.
     */
    FIXED,
    /**
     * Trained on a part of the problem with at most twelve variables, those most strongly coupled, and divided by the
     * ratio of the strengths of the rows; not trained on the whole (Brandao et al. 2018, arXiv 1812.04170, on why
     * angles carry over).
     */
    SMALLER,
    /** {@link #RAMP}, not trained. */
    LINEAR_RAMP,
    /** Uniformly random; the last resort. */
    RANDOM;

    /** False where the start is kept as it is. */
    public boolean isTrained() {
        return this != FIXED && this != SMALLER && this != LINEAR_RAMP;
    }
}
