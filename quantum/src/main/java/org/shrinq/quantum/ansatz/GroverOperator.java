package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Operator;

/** exp(−iθ|s⟩⟨s|) = 1 − (1 − e^{−iθ})|s⟩⟨s| for a real unit vector s (Bärtschi and Eidenbenz 2020). O(length). */
final class GroverOperator implements Operator {
    private final double[] s;
    private final int parameter;

    /** @param s of norm 1; kept, not modified */
    GroverOperator(double[] s, int parameter) {
        this.s = s;
        this.parameter = parameter;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        turn(state, parameters[parameter]);
    }

    private void turn(Amplitudes state, double theta) {
        double re = dot(s, state.re());
        double im = dot(s, state.im());
        double c = Math.cos(theta) - 1;
        double d = -Math.sin(theta);
        double x = c * re - d * im;
        double y = c * im + d * re;
        for (int k = 0; k < s.length; k++) {
            state.re()[k] += x * s[k];
            state.im()[k] += y * s[k];
        }
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        // 2 Re(−i⟨bra|s⟩⟨s|ket⟩) = 2 Im(conj⟨s|bra⟩·⟨s|ket⟩)
        gradient[parameter] += 2 * (dot(s, bra.re()) * dot(s, ket.im()) - dot(s, bra.im()) * dot(s, ket.re()));
        turn(bra, -parameters[parameter]);
        turn(ket, -parameters[parameter]);
    }
}
