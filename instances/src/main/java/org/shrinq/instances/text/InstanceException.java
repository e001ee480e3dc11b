package org.shrinq.instances.text;

import java.util.OptionalInt;

/**
 * A file that cannot be read, understood, held or written. The message names the file, the line where there is one,
 * what was expected and found, and ends in a hint: {@code nug12.dat:14: expected 144 flows, found 143. Maybe the file
 * is truncated.}
 */
public final class InstanceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is; the caller chooses an exit code by it. */
    public enum Reason {
        /** The file cannot be opened or read. */
        UNREADABLE,
        /** The content breaks the format. */
        INVALID,
        /** More than one format fits, or the file holds several problems and none was chosen. */
        AMBIGUOUS,
        /** No format fits. */
        UNKNOWN_FORMAT,
        /** It would not fit into the memory that this Java may use. */
        TOO_LARGE,
        /** The file cannot be written: no room, no permission, no folder. */
        UNWRITABLE,
        /** The target format cannot express the problem. */
        NOT_EXPRESSIBLE
    }

    private final Reason reason;
    private final String file;
    private final int line;
    private final String detail;
    private final String hint;

    private InstanceException(Reason reason, String file, int line, String detail, String hint) {
        super(message(file, line, detail, hint));
        this.reason = reason;
        this.file = file;
        this.line = line;
        this.detail = detail;
        this.hint = hint;
    }

    private static String message(String file, int line, String detail, String hint) {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + detail + "." + (hint.isEmpty() ? "" : " " + hint);
    }

    /** About a line, counted from 1. Detail and hint are sentences; the detail comes without its full stop. */
    public static InstanceException at(Reason reason, String file, int line, String detail, String hint) {
        return new InstanceException(reason, file, line, detail, hint);
    }

    /** About the file as a whole. */
    public static InstanceException of(Reason reason, String file, String detail, String hint) {
        return new InstanceException(reason, file, 0, detail, hint);
    }

    public Reason reason() {
        return reason;
    }

    /** Name of the file, without its folder. */
    public String file() {
        return file;
    }

    /** Line counted from 1 (of the unpacked text when the file is compressed); empty when the whole file is meant. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** What was expected and what was found. */
    public String detail() {
        return detail;
    }

    /** What to try, or empty. */
    public String hint() {
        return hint;
    }
}
