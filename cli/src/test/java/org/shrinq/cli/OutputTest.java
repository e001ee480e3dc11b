package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed: that it arrives, and that it cannot steer a terminal. */
class OutputTest {
    private static final String C5 = "p edge 5 10\ne 1 2\ne 2 3\ne 3 4\ne 4 5\ne 5 1\n";
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A disk without room. */
    private static final class Full extends Writer {
        @Override
        public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "solve --help",
                "help info",
                "info FILE",
                "check FILE SOLUTION",
                "solve FILE --rounds 1 --method greedy",
                "solve FILE --rounds 1 --method greedy --json"
            })
    void whatCannotBePrintedIsAnError(String line) throws IOException {
        String file = Files.writeString(folder.resolve("c5.txt"), C5).toString();
        String solution = Files.writeString(folder.resolve("c5.sol"), "10100\n").toString();
        String[] words =
                line.replace("FILE", file).replace("SOLUTION", solution).split(" ");
        assertThat(Main.run(new PrintWriter(new Full()), new PrintWriter(err), words))
                .as(line)
                .isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString()).isEqualToNormalizingNewlines("shrinq: standard output cannot be written.\n");
    }

    /** The convention: who pipes into head wants no word about the rest. */
    @Test
    void aReaderThatHasGoneEndsTheCommandWithoutAWord() {
        int code = Main.run(
                new PrintWriter(new Full()),
                new PrintWriter(err),
                () -> Optional.of("Broken pipe"),
                System::nanoTime,
                "--help");
        assertThat(code).isEqualTo(ExitCode.CLOSED_PIPE);
        assertThat(err.toString()).isEmpty();
    }

    /** Every verb that writes a file, into a folder that takes none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "encode FILE -o PLACE/q.qubo",
                "shrink FILE -o PLACE/q.qubo",
                "export FILE -o PLACE/c.qasm --method qaoa --qubits 3 --layers 1 --maxiter 2",
                "convert FILE -o PLACE/c.clq",
                "generate mis --family gnp --n 5 -o PLACE/g.clq",
                "solve FILE --method greedy --rounds 1 -o PLACE/r.json",
                "solve FILE --method greedy --rounds 1 --report PLACE/r.html",
                "bench run SUITE --store PLACE/s.db"
            })
    void aFolderThatTakesNoFileIsNoFaultOfTheInstance(String line) throws IOException {
        Path place = Path.of("/proc/self/fdinfo");
        Assumptions.assumeTrue(Files.isDirectory(place), "no /proc here");
        String file = Files.writeString(folder.resolve("c5.txt"), C5).toString();
        String suite = Files.writeString(
                        folder.resolve("s.yaml"),
                        "suite: tiny\ntitle: Tiny\nfolder: .\ninstances: [c5.txt]\nmethods: {greedy: {method: "
                                + "greedy}}\n")
                .toString();
        String[] words = line.replace("FILE", file)
                .replace("SUITE", suite)
                .replace("PLACE", place.toString())
                .split(" ");
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), words);
        assertThat(code).as(line + ": " + err).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString().lines().filter(l -> l.startsWith("shrinq: ")))
                .as(err.toString())
                .hasSize(1);
        assertThat(err.toString()).doesNotContain("internal error").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"encode, small.qubo", "shrink, small.qubo", "convert, small.clq"})
    void aFullDiskIsNoFaultOfTheInstance(String verb, String name) throws IOException {
        Assumptions.assumeTrue(Files.exists(FULL), "no /dev/full here");
        Path file = Files.writeString(folder.resolve("c5.txt"), C5);
        Path target = Files.createSymbolicLink(folder.resolve(name), FULL);
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), verb, file.toString(), "-o", target.toString()))
                .isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString())
                .startsWith("shrinq: " + name + ": cannot be written, ")
                .doesNotContain("internal error")
                .hasLineCount(1);
    }

    @Test
    void controlCharactersOfNamesStayText() throws IOException {
        String name = "c\u001b[31m\u009b5\u202e\r.lp";
        Path file = Files.writeString(
                folder.resolve(name),
                "Maximize\n obj: a\u009b2J + b\nSubject To\n c: a\u009b2J + b <= 1\n"
                        + "Binaries\n a\u009b2J b\nEnd\n");
        Path page = folder.resolve("page.html");
        for (String[] words : new String[][] {
            {"info", file.toString()},
            {"solve", file.toString(), "--method", "greedy", "--report", page.toString()},
            {"solve", folder.resolve("no\u001b[2Jsuch.lp").toString()},
            {"solve\u001b[2J"},
            {"check", file.toString(), file.toString()}
        }) {
            Main.run(new PrintWriter(out), new PrintWriter(err), words);
        }
        for (String text : new String[] {out.toString(), err.toString(), Files.readString(page)}) {
            assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
                    .as(text)
                    .isEmpty();
        }
        assertThat(out.toString()).contains("c\\u001b[31m\\u009b5\\u202e\\u000d");
        assertThat(err.toString()).contains("no\\u001b[2Jsuch.lp");
    }

    @Test
    void textPassesAsItIs() {
        String text = "Größe ≤ 10 %\n\t\"größer\" 漢字 \uD83D\uDE00\r\n";
        assertThat(PlainText.of(text)).isSameAs(text);
        assertThat(PlainText.of("a\rb")).isEqualTo("a\\u000db");
        assertThat(PlainText.of("\u007f")).isEqualTo("\\u007f");
    }
}
