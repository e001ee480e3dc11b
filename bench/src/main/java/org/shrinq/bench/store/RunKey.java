package org.shrinq.bench.store;

import org.shrinq.bench.suite.RunTask;

/**
 * What makes two runs the same run.
 *
 * @param instance id of the instance
 * @param configuration digest of the configuration
 * @param seed root of the random numbers
 * @param repeat counted from 1
 * @param version of Shrinq with its build, see {@link Build}
 */
public record RunKey(String instance, String configuration, long seed, int repeat, String version) {
    public static RunKey of(RunTask task, String version) {
        return new RunKey(task.instance().id(), task.configurationHash(), task.seed(), task.repeat(), version);
    }
}
