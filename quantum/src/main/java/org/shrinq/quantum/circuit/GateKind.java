package org.shrinq.quantum.circuit;

/**
 * The gates of a {@link Circuit}. Rotations are R_P(θ) = exp(−iθP/2); the exact matrix of each is {@link
 * GateMatrix#of}. The first qubit of a controlled gate is its control.
 */
public enum GateKind {
    /** Hadamard. */
    H(1, 0, 0),
    X(1, 0, 0),
    Y(1, 0, 0),
    Z(1, 0, 0),
    /** diag(1, i). */
    S(1, 0, 0),
    /** diag(1, −i). */
    SDG(1, 0, 0),
    /** exp(−iθX/2). */
    RX(1, 1, 0.5),
    /** exp(−iθY/2). */
    RY(1, 1, 0.5),
    /** exp(−iθZ/2). */
    RZ(1, 1, 0.5),
    /** diag(1, e^{iλ}). */
    PHASE(1, 1, 1),
    /** U(θ, φ, λ) = [[cos θ/2, −e^{iλ} sin θ/2], [e^{iφ} sin θ/2, e^{i(φ+λ)} cos θ/2]]. */
    U(1, 3, 1),
    CX(2, 0, 0),
    CZ(2, 0, 0),
    SWAP(2, 0, 0),
    /** diag(1, 1, 1, e^{iλ}). */
    CPHASE(2, 1, 1),
    /** Controlled RY. */
    CRY(2, 1, 0.5),
    /** exp(−iθ Z⊗Z/2). */
    RZZ(2, 1, 0.5),
    /** exp(−iθ X⊗X/2). */
    RXX(2, 1, 0.5),
    /** exp(−iθ Y⊗Y/2). */
    RYY(2, 1, 0.5),
    /** exp(−iθ (X⊗X + Y⊗Y)/4): rotates |01⟩ into |10⟩ by θ/2 and keeps the number of ones. */
    XY(2, 1, 0.5);

    private final int qubits;
    private final int angles;
    private final double frequency;

    GateKind(int qubits, int angles, double frequency) {
        this.qubits = qubits;
        this.angles = angles;
        this.frequency = frequency;
    }

    /** 1 or 2. */
    public int qubits() {
        return qubits;
    }

    /** Number of angles, 0, 1 or 3. */
    public int angles() {
        return angles;
    }

    /** True when the matrix is diagonal for every angle. */
    public boolean isDiagonal() {
        return switch (this) {
            case Z, S, SDG, RZ, PHASE, CZ, CPHASE, RZZ -> true;
            default -> false;
        };
    }

    /** True when the matrix is the same with the two qubits exchanged; true for gates on one qubit. */
    public boolean isSymmetric() {
        return this != CX && this != CRY;
    }

    /** ω such that every entry is a + b·cos ωθ + c·sin ωθ in the k-th angle; 0 without angles. */
    double frequency(int k) {
        return this == U && k == 0 ? 0.5 : frequency;
    }
}
