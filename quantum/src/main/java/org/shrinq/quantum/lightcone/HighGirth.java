package org.shrinq.quantum.lightcone;

import org.shrinq.quantum.train.TrainingFunction;

/**
 * ⟨Z_uZ_v⟩ of an edge of a graph without short cycles, H = Σ Z_uZ_v, as a function of the 2p angles γ_1 … γ_p, β_1 …
 * β_p: what a QAOA of p layers minimises on all large random graphs of one degree at once.
 */
public interface HighGirth extends TrainingFunction {
    /** Smaller than 1, the size of the values: tables of angles are trained to more digits than circuits. */
    double RESOLUTION = 1e-5;

    /** Layers p. */
    int layers();

    @Override
    default int dimension() {
        return 2 * layers();
    }

    /** The infinite tree of D-regular vertices, D ≥ 2 (Basso et al. 2022, arXiv 2110.14206). O(p·4^p) a value. */
    static HighGirth regular(int degree, int layers) {
        return new RegularTree(degree, layers);
    }

    /**
     * The limit of large degree, which is that of the Sherrington-Kirkpatrick model: √D·⟨Z_uZ_v⟩ where the circuit's
     * angles are γ/√D. Half of it is the energy per spin of the model with couplings of variance 1/n (Farhi et al.
     * 2022, arXiv 1910.08187). O(p²·4^p) a value.
     */
    static HighGirth dense(int layers) {
        return new DenseLimit(layers);
    }
}
