package org.shrinq.solver;

/**
 * What was asked for cannot be done at this size or with this method; the message says why and names an alternative.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    public RefusedException(String message) {
        super(message);
    }
}
