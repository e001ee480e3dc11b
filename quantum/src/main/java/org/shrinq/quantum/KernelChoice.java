package org.shrinq.quantum;

/** Which implementation of the state-vector loops runs. */
public enum KernelChoice {
    /** The system property {@code shrinq.kernel} when set, else vector where it works, else plain; the reason is logged. */
    AUTO,
    /** Loops on {@code jdk.incubator.vector}; needs that module. */
    VECTOR,
    /** Loops in plain Java. */
    PLAIN
}
