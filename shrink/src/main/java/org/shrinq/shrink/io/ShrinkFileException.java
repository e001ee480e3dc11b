package org.shrinq.shrink.io;

/** A file of this package does not say what it should; the message names file, line, what was expected and what was found. */
public final class ShrinkFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShrinkFileException(String message) {
        super(message);
    }
}
