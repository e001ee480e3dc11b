package org.shrinq.quantum.circuit;

import org.shrinq.qubo.Ising;

/**
 * The circuits of the quantum approximate optimisation algorithm (Farhi, Goldstone and Gutmann 2014):
 *
 * <pre>|ψ⟩ = Π_l exp(−iβ_l ΣX) exp(−iγ_l H) |+⟩,  H = Σ h_i Z_i + Σ_{i&lt;j} J_ij Z_i Z_j</pre>
 *
 * without the offset of the Ising form. Qubit i is variable i. Per layer: RZZ(2γJ_ij), RZ(2γh_i), RX(2β).
 */
public final class QaoaCircuit {
    private QaoaCircuit() {}

    /**
     * With numbers for angles.
     *
     * @param gamma cost angles, one per layer; not modified
     * @param beta mixer angles, one per layer; not modified
     */
    public static Circuit of(Ising ising, double[] gamma, double[] beta) {
        if (gamma.length != beta.length) {
            throw new IllegalArgumentException(gamma.length + " gammas and " + beta.length + " betas");
        }
        double[] angles = new double[2 * gamma.length];
        System.arraycopy(gamma, 0, angles, 0, gamma.length);
        System.arraycopy(beta, 0, angles, gamma.length, beta.length);
        return parametric(ising, gamma.length).bind(angles);
    }

    /** With parameters γ_0 … γ_{p−1}, β_0 … β_{p−1} in this order. */
    public static Circuit parametric(Ising ising, int layers) {
        int n = ising.size();
        Circuit.Builder b = Circuit.builder(n);
        for (int i = 0; i < n; i++) {
            b.add(GateKind.H, i);
        }
        for (int l = 0; l < layers; l++) {
            addCost(b, ising, l);
            for (int i = 0; i < n; i++) {
                b.add(GateKind.RX, i, Angle.parameter(layers + l, 2));
            }
        }
        return b.build();
    }

    /** Appends the cost layer exp(−iθ_parameter·H) of an Ising form without its offset. */
    public static void addCost(Circuit.Builder b, Ising ising, int parameter) {
        ising.forEachCoupling((i, j, c) -> b.add(GateKind.RZZ, i, j, Angle.parameter(parameter, 2 * c)));
        for (int i = 0; i < ising.size(); i++) {
            if (ising.linear(i) != 0) {
                b.add(GateKind.RZ, i, Angle.parameter(parameter, 2 * ising.linear(i)));
            }
        }
    }
}
