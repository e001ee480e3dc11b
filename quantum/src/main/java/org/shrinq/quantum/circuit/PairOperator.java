package org.shrinq.quantum.circuit;

/** A gate on two qubits, applied as its 4×4 matrix. */
final class PairOperator implements Operator {
    private final Gate gate;

    PairOperator(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void apply(Amplitudes state, double[] parameters) {
        GateKernels.apply(state, gate.qubit(), gate.other(), gate.matrix(parameters));
    }

    @Override
    public void backward(Amplitudes bra, Amplitudes ket, double[] parameters, double[] gradient) {
        GateMatrix undo = gate.matrix(parameters).adjoint();
        if (!gate.isConstant()) {
            GateMatrix cross = GateKernels.cross(bra, ket, gate.qubit(), gate.other());
            double[] angles = gate.values(parameters);
            for (int a = 0; a < angles.length; a++) {
                Angle angle = gate.angles().get(a);
                if (!angle.isConstant()) {
                    GateMatrix d = GateMatrix.derivative(gate.kind(), angles, a).times(undo);
                    gradient[angle.parameter()] += angle.factor() * GateKernels.twiceReal(d, cross);
                }
            }
        }
        GateKernels.apply(bra, gate.qubit(), gate.other(), undo);
        GateKernels.apply(ket, gate.qubit(), gate.other(), undo);
    }
}
