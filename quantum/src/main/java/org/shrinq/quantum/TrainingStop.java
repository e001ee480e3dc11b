package org.shrinq.quantum;

/** Why a training ended. */
public enum TrainingStop {
    /** The optimiser saw no way to improve. */
    CONVERGED,
    /** The most evaluations allowed were made. */
    EVALUATIONS,
    /** The deadline passed or the task was cancelled. */
    DEADLINE,
    /** There was nothing to train. */
    NOT_TRAINED
}
