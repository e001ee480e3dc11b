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
        turn(state, parameters[parameter]);
    }

    private void turn(Amplitudes state, double theta) {
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
        double sum = 0;
        for (int k = 0; k < br.length; k++) {
            sum += values[k] * (br[k] * ki[k] - bi[k] * kr[k]);
        }
        gradient[parameter] += 2 * sum;
        turn(bra, -parameters[parameter]);
        turn(ket, -parameters[parameter]);
    }
}
