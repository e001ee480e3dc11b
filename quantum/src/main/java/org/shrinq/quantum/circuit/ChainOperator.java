package org.shrinq.quantum.circuit;

import java.util.List;

/** Successive gates on one qubit, applied as one matrix. */
final class ChainOperator implements Operator {
    private final int qubit;
    private final List<Gate> gates;

    ChainOperator(int qubit, List<Gate> gates) {
        this.qubit = qubit;
        this.gates = List.copyOf(gates);
    }

    private GateMatrix product(double[] parameters) {
        GateMatrix m = gates.get(0).matrix(parameters);
        for (int k = 1; k < gates.size(); k++) {
            m = gates.get(k).matrix(parameters).times(m);
        }
        return m;
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        PairLoops.chosen().apply(state, qubit, product(parameters));
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        GateMatrix undo = product(parameters).adjoint();
        if (gates.stream().allMatch(Gate::isConstant)) {
            PairLoops.chosen().apply(bra, qubit, undo);
            PairLoops.chosen().apply(ket, qubit, undo);
        } else {
            GateMatrix cross = PairLoops.chosen().crossThenApply(bra, ket, qubit, undo);
            addGradient(cross, parameters, undo, gradient);
        }
    }

    /** ⟨bra|∂U|φ⟩ = Σ (∂U·U†)_rc C_rc with C from the vectors after U: one pass for all angles of the chain. */
    private void addGradient(GateMatrix cross, double[] parameters, GateMatrix undo, double[] gradient) {
        GateMatrix before = GateMatrix.identity(2);
        for (int k = 0; k < gates.size(); k++) {
            Gate gate = gates.get(k);
            double[] angles = gate.values(parameters);
            for (int a = 0; a < angles.length; a++) {
                Angle angle = gate.angles().get(a);
                if (!angle.isConstant()) {
                    GateMatrix d = GateMatrix.derivative(gate.kind(), angles, a).times(before);
                    for (int later = k + 1; later < gates.size(); later++) {
                        d = gates.get(later).matrix(parameters).times(d);
                    }
                    gradient[angle.parameter()] += angle.factor() * GateKernels.twiceReal(d.times(undo), cross);
                }
            }
            before = gate.matrix(parameters).times(before);
        }
    }
}
