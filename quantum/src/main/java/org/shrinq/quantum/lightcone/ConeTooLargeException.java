package org.shrinq.quantum.lightcone;

/**
 * A refusal with figures: a light cone is too large to be simulated or contracted, so that the model is not one for
 * light cones.
 */
public final class ConeTooLargeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int vertices;

    ConeTooLargeException(String term, int layers, int vertices, int couplings, ConeLimits limits) {
        super("the light cone of " + term + " at " + layers + (layers == 1 ? " layer" : " layers") + " has " + vertices
                + " vertices and " + couplings + " couplings: more than the " + limits.qubits()
                + " qubits of a state vector, and no contraction of width " + limits.width()
                + " was found. Maybe fewer layers" + remedy(Math.min(limits.radius(), layers) - 1));
        this.vertices = vertices;
    }

    /** @param radius a smaller one than that of the cone; below 1 there is none */
    private static String remedy(int radius) {
        return radius < 1
                ? ", or --backend mps."
                : ", --backend mps, or cut the cones at a radius of " + radius + ": --cone-radius " + radius + ".";
    }

    /** Vertices of the cone. */
    public int vertices() {
        return vertices;
    }
}
