package org.shrinq.quantum;

/** What the training minimises; f is the task's {@link Observable} where it has one, else the energy. */
public enum Objective {
    /** ⟨f⟩. */
    EXPECTATION,
    /** Mean of the best fraction α of the distribution of f (conditional value at risk; Barkoutsos et al. 2020). */
    CVAR,
    /**
     * min f − (σ/η)·log⟨e^{−η(f − min f)/σ}⟩, σ the scale of the circuit (Li et al. 2020): a free energy, in the unit
     * of f.
     */
    GIBBS,
    /**
     * ⟨f⟩ of an observable that must be present; the circuit's own cost stays the energy. A QAOA of which gradients
     * would need values of f that cannot be had in half of the time left is trained on the energy.
     */
    OBSERVABLE
}
