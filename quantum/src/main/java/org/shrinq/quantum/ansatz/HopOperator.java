package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Operator;

/**
 * exp(−iθ·T) where T exchanges the values a and b of one digit and is 0 on the others: [[cos θ, −i sin θ], [−i sin θ,
 * cos θ]] on the pairs of entries. On a one-hot group that is exp(−iθ(XX + YY)/2), on a free bit exp(−iθX).
 */
final class HopOperator implements Operator {
    private final int stride;
    private final int radix;
    private final int a;
    private final int b;
    private final int parameter;

    /** @param stride product of the radices of the digits before this one */
    HopOperator(int stride, int radix, int a, int b, int parameter) {
        this.stride = stride;
        this.radix = radix;
        this.a = a;
        this.b = b;
        this.parameter = parameter;
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        rotate(state, parameters[parameter]);
    }

    private void rotate(Amplitudes state, double theta) {
        double[] re = state.re();
        double[] im = state.im();
        double c = Math.cos(theta);
        double s = Math.sin(theta);
        for (int base = 0; base < re.length; base += stride * radix) {
            for (int i = base + a * stride, j = base + b * stride; i < base + (a + 1) * stride; i++, j++) {
                PairRotation.apply(re, im, i, j, c, s);
            }
        }
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        double[] br = bra.re();
        double[] bi = bra.im();
        double[] kr = ket.re();
        double[] ki = ket.im();
        double sum = 0; // Im ⟨bra|T|ket⟩
        for (int base = 0; base < br.length; base += stride * radix) {
            for (int i = base + a * stride, j = base + b * stride; i < base + (a + 1) * stride; i++, j++) {
                sum += br[i] * ki[j] - bi[i] * kr[j] + br[j] * ki[i] - bi[j] * kr[i];
            }
        }
        gradient[parameter] += 2 * sum;
        rotate(bra, -parameters[parameter]);
        rotate(ket, -parameters[parameter]);
    }
}
