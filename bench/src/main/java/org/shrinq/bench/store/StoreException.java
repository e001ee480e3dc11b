package org.shrinq.bench.store;

import java.sql.SQLException;
import java.util.Set;

/** A store that cannot be opened, read or written. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** SQLite's primary result codes PERM, READONLY, IOERR, FULL and CANTOPEN. */
    private static final Set<Integer> PLACE = Set.of(3, 8, 10, 13, 14);

    /** Whether the file is at fault, or the place where it lies. */
    public enum Reason {
        /** The file is not what it should be. */
        CONTENT,
        /** The system does not let it be opened or written: a full disk, a folder without permission. */
        UNWRITABLE
    }

    private final Reason reason;

    public StoreException(String message, Throwable cause) {
        super(message, cause);
        reason = cause instanceof SQLException sql && PLACE.contains(sql.getErrorCode() & 0xff)
                ? Reason.UNWRITABLE
                : Reason.CONTENT;
    }

    public StoreException(String message) {
        super(message);
        reason = Reason.CONTENT;
    }

    public Reason reason() {
        return reason;
    }
}
