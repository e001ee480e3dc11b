package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.shrinq.bench.statistics.Interval;
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
    void warnsOfACollectorThatDamagesData() {
        Supplier<List<String>> g1 = () -> List.of("G1 Young Generation", "G1 Old Generation");
        Supplier<List<String>> parallel = () -> List.of("PS MarkSweep", "PS Scavenge");
        for (String faulty : List.of("25", "25.0.1", "25.0.2+10")) {
            assertThat(CollectorFault.warning(Runtime.Version.parse(faulty), g1))
                    .as(faulty)
                    .hasValueSatisfying(text -> assertThat(text).contains("-XX:+UseParallelGC"));
            assertThat(CollectorFault.warning(Runtime.Version.parse(faulty), parallel))
                    .as(faulty)
                    .isEmpty();
        }
        for (String sound : List.of("17.0.9", "24", "25.0.3", "26")) {
            assertThat(CollectorFault.warning(Runtime.Version.parse(sound), g1))
                    .as(sound)
                    .isEmpty();
        }
    }

    @Test
    void sharesHaveNoPowersOfTen() {
        assertThat(AuditText.percents(new Interval(1, 0.996, 1))).isEqualTo("100 [100, 100]");
        assertThat(AuditText.percents(new Interval(0.508, 0.4602, 0.553))).isEqualTo("50.8 [46, 55.3]");
        assertThat(AuditText.percents(new Interval(0.01, 0.0023, 0.04))).isEqualTo("1.00 [0.23, 4.00]");
    }

    @Test
    void versionIsThatOfTheHelp() {
        assertThat(run("--version")).isEqualTo(run("-V")).startsWith("shrinq ").contains("(Java ");
    }
}
