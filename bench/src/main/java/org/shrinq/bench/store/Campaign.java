package org.shrinq.bench.store;

/**
 * One call of {@code bench run}.
 *
 * @param id row of the store, 0 before it is stored
 * @param suite name of the suite
 * @param suiteText the suite's YAML
 * @param command how it was called
 * @param started ISO 8601 time in UTC
 * @param version of Shrinq
 * @param workers runs at a time
 * @param machine where, in words
 */
public record Campaign(
        long id,
        String suite,
        String suiteText,
        String command,
        String started,
        String version,
        int workers,
        String machine) {}
