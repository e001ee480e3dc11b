package org.shrinq.qubo.encode;

/** The model cannot be encoded in the way asked for; the message says why and what to use instead. */
public final class EncodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EncodingException(String message) {
        super(message);
    }
}
