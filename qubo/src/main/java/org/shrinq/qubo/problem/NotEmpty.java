package org.shrinq.qubo.problem;

/** Problems have something to decide. */
final class NotEmpty {
    private NotEmpty() {}

    /**
     * The number itself.
     *
     * @param what is counted, such as "items"
     * @throws IllegalArgumentException for less than 1
     */
    static int require(String name, String what, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "problem '" + name + "' has " + count + " " + what + ", expected at least 1");
        }
        return count;
    }
}
