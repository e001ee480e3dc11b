package org.shrinq.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shrinq.solver.SolverOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * What every verb that runs a part of the pipeline takes: how to read the instance, a configuration file, and the
 * settings.
 */
final class PipelineFlags {
    @Mixin
    private InstanceFlags instance = new InstanceFlags();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file with the same names as the flags, without dashes; flags win.")
    private @Nullable Path config;

    InstanceFlags instance() {
        return instance;
    }

    boolean isQuiet() {
        return output.isQuiet();
    }

    OutputFlags output() {
        return output;
    }

    /** The options that file and flags ask for. */
    SolverOptions options(CommandSpec spec) {
        SolverOptions options = SolverOptions.defaults();
        if (config != null) {
            options = SettingFlags.configured(options, config, instance);
        }
        return SettingFlags.apply(options, spec.commandLine().getParseResult());
    }
}
