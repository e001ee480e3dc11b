package org.shrinq.quantum.strange;

import org.redfx.strange.Complex;
import org.redfx.strange.Program;
import org.redfx.strange.Step;
import org.redfx.strange.gate.Cnot;
import org.redfx.strange.gate.Cz;
import org.redfx.strange.gate.Hadamard;
import org.redfx.strange.gate.R;
import org.redfx.strange.gate.RotationX;
import org.redfx.strange.gate.RotationY;
import org.redfx.strange.gate.Swap;
import org.redfx.strange.gate.X;
import org.redfx.strange.gate.Y;
import org.redfx.strange.gate.Z;
import org.redfx.strange.local.SimpleQuantumExecutionEnvironment;
import org.shrinq.quantum.backend.Simulator;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.circuit.Decomposition;
import org.shrinq.quantum.circuit.Gate;
import org.shrinq.quantum.circuit.GateKind;

/**
 * Runs a circuit gate by gate on Strange's local simulator, in single precision. Uses only gates that were compared
 * with their exact matrices: its {@code RotationZ} is a global phase and is never used; RZ(θ) becomes {@code R(θ)} =
 * diag(1, e^{iθ}), which is RZ(θ) up to a global phase. Shots are drawn from its amplitudes, since its own measurement
 * cannot be seeded.
 */
public final class StrangeBackend implements Simulator {
    private StrangeBackend() {}

    public static StrangeBackend create() {
        return new StrangeBackend();
    }

    @Override
    public String id() {
        return "strange";
    }

    /** 12: Strange keeps a boxed state per time step. */
    @Override
    public int maxQubits() {
        return 12;
    }

    /** {@inheritDoc} Amplitudes are single precision, normalised afterwards in double. */
    @Override
    public Amplitudes run(Circuit circuit) {
        check(circuit);
        if (circuit.qubits() == 0) {
            return Amplitudes.ground(0);
        }
        // "getProbability" hands out amplitudes
        Complex[] result = new SimpleQuantumExecutionEnvironment()
                .runProgram(program(Decomposition.of(circuit, Decomposition.COMMON)))
                .getProbability();
        Amplitudes state = Amplitudes.zeros(result.length);
        for (int z = 0; z < result.length; z++) {
            state.re()[z] = result[z].r;
            state.im()[z] = result[z].i;
        }
        double scale = 1 / Math.sqrt(state.norm());
        for (int z = 0; z < result.length; z++) {
            state.re()[z] *= scale;
            state.im()[z] *= scale;
        }
        return state;
    }

    /** Gates on one qubit share a time step as far as they can; a gate on two has its own. */
    private static Program program(Circuit circuit) {
        Program program = new Program(circuit.qubits());
        Step step = new Step();
        long used = 0;
        for (Gate g : circuit.gates()) {
            if (g.isTwoQubit() || (used >>> g.qubit() & 1) != 0) {
                if (used != 0) {
                    program.addStep(step);
                    step = new Step();
                    used = 0;
                }
            }
            if (g.isTwoQubit()) {
                program.addStep(new Step(translate(g)));
            } else if (g.kind() == GateKind.U) {
                for (org.redfx.strange.Gate part : euler(g)) {
                    program.addStep(new Step(part));
                }
            } else {
                step.addGate(translate(g));
                used |= 1L << g.qubit();
            }
        }
        if (used != 0) {
            program.addStep(step);
        }
        return program;
    }

    private static org.redfx.strange.Gate translate(Gate g) {
        int q = g.qubit();
        int r = g.other();
        double angle = g.angles().isEmpty() ? 0 : g.angles().get(0).constant();
        return switch (g.kind()) {
            case H -> new Hadamard(q);
            case X -> new X(q);
            case Y -> new Y(q);
            case Z -> new Z(q);
            case S -> new R(Math.PI / 2, q);
            case SDG -> new R(-Math.PI / 2, q);
            case RX -> new RotationX(angle, q);
            case RY -> new RotationY(angle, q);
            case RZ, PHASE -> new R(angle, q);
            case CX -> new Cnot(q, r);
            case CZ -> new Cz(q, r);
            case SWAP -> new Swap(q, r);
            default -> throw new IllegalStateException(g + " should have been decomposed");
        };
    }

    /** U(θ, φ, λ) = P(φ)·RY(θ)·P(λ), in the order of time. */
    private static org.redfx.strange.Gate[] euler(Gate g) {
        int q = g.qubit();
        return new org.redfx.strange.Gate[] {
            new R(g.angles().get(2).constant(), q),
            new RotationY(g.angles().get(0).constant(), q),
            new R(g.angles().get(1).constant(), q)
        };
    }
}
