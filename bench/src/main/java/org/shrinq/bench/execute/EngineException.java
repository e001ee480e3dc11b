package org.shrinq.bench.execute;

/** The engine that should do runs cannot be reached, or gave up; what had ended is in the store. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
