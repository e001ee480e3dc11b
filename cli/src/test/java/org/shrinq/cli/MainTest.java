package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class MainTest {
    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(out), arguments))
                .isZero();
        return out.toString();
    }

    /** A verb is known by the name that it gives itself, in the help of all and alone. */
    @Test
    void everyVerbHasOneName() {
        CommandLine all = Main.commandLine();
        all.getSubcommands().forEach((name, verb) -> {
            CommandSpec spec = verb.getCommandSpec();
            assertThat(spec.name()).isEqualTo(name);
            if (!name.equals("help")) {
                assertThat(run(name, "--help")).as(name).isEqualTo(run("help", name));
            }
        });
        assertThat(all.getSubcommands()).containsKeys("solve", "bench", "completion", "help");
    }

    @Test
    void versionIsThatOfTheHelp() {
        assertThat(run("--version")).isEqualTo(run("-V")).startsWith("shrinq ").contains("(Java ");
    }
}
