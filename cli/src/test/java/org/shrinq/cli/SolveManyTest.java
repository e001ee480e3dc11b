package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Folders, tables, what the answer says first, and what completes and documents the verbs. */
class SolveManyTest {
    private static final Path DATA = Path.of("../instances/data");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void aFolderIsSolvedFileByFileWithATableAtTheEnd() throws IOException {
        Files.copy(DATA.resolve("mis/1tc.8.txt"), folder.resolve("a.txt"));
        Files.copy(DATA.resolve("market-share/ms.2x10.json"), folder.resolve("b.json"));
        Files.writeString(folder.resolve("c.txt"), "no instance at all\n");
        Files.writeString(folder.resolve("README.md"), "not even tried\n");
        Path csv = folder.resolve("table.csv");
        assertThat(run("solve", folder.toString(), "--method", "tabu", "--csv", csv.toString()))
                .isEqualTo(ExitCode.INSTANCE);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("settings  method tabu; else the defaults");
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        List<String> table = lines.subList(lines.size() - 4, lines.size());
        assertThat(table.get(0)).startsWith("file ").endsWith("status          objective       gap   seconds");
        assertThat(table.get(1)).contains("a.txt", "OPTIMAL");
        assertThat(table.get(3)).contains("c.txt", "UNREADABLE");
        assertThat(err.toString()).contains("c.txt").doesNotContain("README");
        assertThat(Files.readAllLines(csv))
                .hasSize(4)
                .first()
                .isEqualTo("file,instance,problem,status,objective,bound,gap,seconds");
        assertThat(Files.readAllLines(csv).get(1)).matches(".*a\\.txt,a,mis,OPTIMAL,4,4,0,[0-9.]+");
    }

    @Test
    void anEmptyFolderIsToldAsSuch() {
        assertThat(run("solve", folder.toString())).isEqualTo(ExitCode.INSTANCE);
        assertThat(err.toString()).contains("holds no instance");
    }

    @Test
    void theFirstLinesAreTheAnswer() throws IOException {
        assertThat(run("solve", DATA.resolve("mis/1tc.8.txt").toString())).isZero();
        assertThat(out.toString().lines().limit(2).map(l -> l.substring(0, 9)).collect(Collectors.toList()))
                .containsExactly("OPTIMAL  ", "selected ");
        assertThat(out.toString()).startsWith("OPTIMAL   objective 4, at most 4, gap 0 %");
        Path model = folder.resolve("no.lp");
        Files.writeString(model, "Minimize\n x + y\nSubject To\n c: x + y >= 3\nBinaries\n x y\nEnd\n");
        out.getBuffer().setLength(0);
        assertThat(run("solve", model.toString())).isEqualTo(ExitCode.INFEASIBLE);
        assertThat(out.toString()).startsWith("INFEASIBLE no solution satisfies all constraints\n");
        assertThat(out.toString()).doesNotContain("Infinity");
    }

    @Test
    void mistypedWordsAreAnsweredWithTheNearest() {
        assertThat(run("solve", "--qbits", "3", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(run("bench", "rnu", "quick")).isEqualTo(ExitCode.USAGE);
        assertThat(run("slove", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Maybe '--qubits'?", "Maybe 'run'?", "Maybe 'solve'?");
    }

    @Test
    void theBarFitsATerminal() {
        TerminalBar.Line line = new TerminalBar.Line(
                "3/23 a name", OptionalDouble.of(0.25), OptionalDouble.of(100), "round 2, best 17 ".repeat(20));
        assertThat(line.text(25))
                .startsWith("3/23 a name  [####------------] 1:15 min left  round 2")
                .hasSize(79);
        TerminalBar.Line open = new TerminalBar.Line("x", OptionalDouble.empty(), OptionalDouble.empty(), "search");
        assertThat(open.text(4.2)).isEqualTo("x  4 s  search");
    }

    @Test
    void theManualAndTheCompletionsNameVerbsAndFlags() {
        assertThat(run("man")).isZero();
        assertThat(out.toString())
                .contains(".TH SHRINQ 1", ".SH SOLVE", ".SS Every day", "\\-\\-time\\-limit", ".SH BENCH RUN")
                .containsSubsequence(".SS Every day", "\\-\\-method", "\\-\\-qubits", "\\-\\-start", ".SS Reading")
                .doesNotContain("\\-\\-help");
        assertThat(out.toString().lines()).noneMatch(l -> l.startsWith("'"));
        assertThat(run("completion", "fish")).isZero();
        assertThat(out.toString()).contains("-f -a solve -d ", "__fish_seen_subcommand_from solve' -l qubits -r -d ");
        assertThat(run("completion", "tcsh")).isEqualTo(ExitCode.USAGE);
    }

    /** Everyday flags come first, every flag once. */
    @Test
    void helpIsInGroups() {
        assertThat(run("solve", "--help")).isZero();
        String help = out.toString();
        assertThat(help.lines().filter(l -> l.matches("[A-Z].*:")).toList())
                .startsWith("Every day:")
                .contains("Circuit and its training:", "Reducing, encoding and shrinking:", "Output:");
        assertThat(help.indexOf("--method")).isLessThan(help.indexOf("--optimizer"));
        assertThat(help.split("--qubits=K", -1)).hasSize(2);
    }

    @Test
    void runsTellTheLogWithKeys() {
        Logger log = (Logger) LoggerFactory.getLogger("org.shrinq.solver.run");
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        Level before = log.getLevel();
        log.addAppender(events);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            assertThat(run("solve", DATA.resolve("mdkp/cb.10x5-50.dat").toString(), "--qubits", "6"))
                    .isZero();
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(events);
        }
        List<String> keys = events.list.stream()
                .flatMap(e -> e.getKeyValuePairs().stream())
                .map(k -> k.key)
                .distinct()
                .toList();
        assertThat(keys)
                .contains(
                        "problem",
                        "stage",
                        "round",
                        "objective",
                        "origin",
                        "bound",
                        "kind",
                        "seconds",
                        "status",
                        "decision",
                        "chosen");
        assertThat(events.list.stream().map(ILoggingEvent::getFormattedMessage))
                .anyMatch(m -> m.startsWith("correlations: "))
                .anyMatch(m -> m.startsWith("encoding: "))
                .anyMatch(m -> m.startsWith("kernel: plain, too little work"));
    }
}
