package org.shrinq.quantum;

/** Which implementation of the state-vector loops runs. */
public enum KernelChoice {
    /**
     * The system property {@code shrinq.kernel} when set; else plain for {@linkplain #forWork little work}, vector
     * where it works, or plain; the reason is logged.
     */
    AUTO,
    /** Loops on {@code jdk.incubator.vector}; needs that module. */
    VECTOR,
    /** Loops in plain Java. */
    PLAIN;

    /**
     * Amplitudes × layers × evaluations from which on the vector loops pay. Until a cold virtual machine has compiled
     * them, after some three seconds on two cores, they box every vector; the plain loops do this much in that time.
     */
    static final double VECTOR_WORK = 5e8;

    /**
     * The choice for a predicted amount of work; a choice other than {@link #AUTO} stands. It depends on counts alone,
     * so that the same run takes the same loops on every machine that has both.
     *
     * @param evaluations most evaluations of the circuit
     */
    public KernelChoice forWork(int qubits, int layers, int evaluations) {
        double work = Math.scalb(1.0, qubits) * layers * Math.max(1, evaluations);
        return this == AUTO && work < VECTOR_WORK && System.getProperty("shrinq.kernel") == null ? PLAIN : this;
    }
}
