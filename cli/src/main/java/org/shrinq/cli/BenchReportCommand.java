package org.shrinq.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bench report}: what a store says. */
@Command(name = "report", header = "Reports.")
final class BenchReportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitCode.OK;
    }
}
