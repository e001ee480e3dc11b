package org.shrinq.quantum;

/** What the training minimises; f is the energy, or the task's {@link Observable} where it has one. */
public enum Objective {
    /** ⟨f⟩. */
    EXPECTATION,
    /** Mean of the best fraction α of the distribution of f (conditional value at risk; Barkoutsos et al. 2020). */
    CVAR,
    /** −log⟨e^{−η(f − min f)/σ}⟩, σ the scale of the circuit (Li et al. 2020). */
    GIBBS,
    /** ⟨o⟩ of the task's observable o, which must be present; the circuit's own cost stays the energy. */
    OBSERVABLE
}
