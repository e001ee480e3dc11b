package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code bench kernels}: where the benchmarks of the inner loops are, which this jar does not hold. */
@Command(
        name = "kernels",
        header = "Says how to measure the speed of the kernels with JMH.",
        footer = {
            "",
            "The benchmarks are a separate jar, since JMH's licence (GPL 2 with",
            "classpath exception) is not Shrinq's. Arguments are those of that jar.",
            "",
            "Examples:",
            "  shrinq bench kernels",
            "  shrinq bench kernels LayerBenchmark --former before.json"
        })
final class BenchKernelsCommand implements Runnable {
    private static final String BUILD = "mvn -Pjmh -Dfast -Dmaven.test.skip=true -pl jmh -am package";
    private static final String RUN = "java -jar jmh/target/kernels.jar";

    @Spec
    private CommandSpec spec;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public void run() {
        String what = String.join(" ", arguments);
        PrintWriter out = spec.commandLine().getOut();
        out.println("The benchmarks of the kernels are a separate jar. In a checkout:");
        out.println("  " + BUILD);
        out.println("  " + RUN + " " + (what.isEmpty() ? "--help" : what));
        out.flush();
    }
}
