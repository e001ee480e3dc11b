package org.shrinq.quantum.ansatz;

import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Operator;

/**
 * exp(−iθw·T) = cos θw − i sin θw·T for an involution T of the entries of a state: pairs are rotated into each other,
 * an entry that is its own partner gets the phase e^{−iθw}. O(length).
 */
final class ExchangeOperator implements Operator {
    private final int[] partner;
    private final double weight;
    private final int parameter;

    /**
     * @param partner per entry the one that T exchanges it with; kept, not modified
     * @param weight w
     */
    ExchangeOperator(int[] partner, double weight, int parameter) {
        this.partner = partner;
        this.weight = weight;
        this.parameter = parameter;
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        rotate(state, weight * parameters[parameter]);
    }

    private void rotate(Amplitudes state, double theta) {
        double[] re = state.re();
        double[] im = state.im();
        double c = Math.cos(theta);
        double s = Math.sin(theta);
        for (int i = 0; i < re.length; i++) {
            int j = partner[i];
            if (j >= i) {
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
        for (int i = 0; i < br.length; i++) {
            int j = partner[i];
            sum += br[i] * ki[j] - bi[i] * kr[j];
        }
        gradient[parameter] += 2 * weight * sum;
        rotate(bra, -weight * parameters[parameter]);
        rotate(ket, -weight * parameters[parameter]);
    }
}
