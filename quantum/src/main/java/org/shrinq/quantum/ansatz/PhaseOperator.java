package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Operator;

/** exp(−iθ·values_k) on entry k of a state over any set of strings. */
final class PhaseOperator implements Operator {
    private final double[] values;
    private final int parameter;

    /** @param values one per entry; kept, not modified */
    PhaseOperator(double[] values, int parameter) {
        this.values = values;
        this.parameter = parameter;
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        double theta = parameters[parameter];
        double[] re = state.re();
        double[] im = state.im();
        for (int k = 0; k < re.length; k++) {
            double c = Math.cos(theta * values[k]);
            double s = Math.sin(theta * values[k]);
            double x = re[k];
            double y = im[k];
            re[k] = x * c + y * s;
            im[k] = y * c - x * s;
        }
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        double[] br = bra.re();
        double[] bi = bra.im();
        double[] kr = ket.re();
        double[] ki = ket.im();
        double theta = parameters[parameter];
        double sum = 0;
        for (int k = 0; k < br.length; k++) {
            double c = Math.cos(theta * values[k]);
            double s = Math.sin(theta * values[k]);
            double a = br[k];
            double b = bi[k];
            double x = kr[k];
            double y = ki[k];
            sum += values[k] * (a * y - b * x);
            br[k] = a * c - b * s;
            bi[k] = b * c + a * s;
            kr[k] = x * c - y * s;
            ki[k] = y * c + x * s;
        }
        gradient[parameter] += 2 * sum;
    }
}
