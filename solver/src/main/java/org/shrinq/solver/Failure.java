package org.shrinq.solver;

/**
 * A stage that failed without ending the run: what was found before and besides it stands.
 *
 * @param stage which, such as "round 2"
 * @param message what went wrong
 */
public record Failure(String stage, String message) {
    static Failure of(String stage, Throwable cause) {
        String message = cause.getMessage();
        return new Failure(stage, cause.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }
}
