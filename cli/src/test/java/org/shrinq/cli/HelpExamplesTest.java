package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The help of every verb ends with examples, and they work. */
class HelpExamplesTest {
    @TempDir
    private Path folder;

    private static Map<String, CommandLine> verbs() {
        Map<String, CommandLine> verbs = new TreeMap<>();
        collect("", Main.commandLine(), verbs);
        verbs.keySet().removeIf(name -> name.endsWith("help"));
        return verbs;
    }

    private static void collect(String prefix, CommandLine parent, Map<String, CommandLine> verbs) {
        parent.getSubcommands().forEach((name, verb) -> {
            verbs.put(prefix + name, verb);
            collect(prefix + name + " ", verb, verbs);
        });
    }

    /** The examples at the end of a help text; an indented line goes on with the one before. */
    private static List<String> examples(CommandLine verb) {
        List<String> examples = new ArrayList<>();
        boolean begun = false;
        for (String line : verb.getCommandSpec().usageMessage().footer()) {
            if (line.startsWith("      ")) {
                examples.add(examples.remove(examples.size() - 1) + " " + line.strip());
            } else if (begun) {
                examples.add(line.strip());
            }
            begun |= line.equals("Examples:");
        }
        return examples;
    }

    @Test
    void everyHelpEndsWithTwoExamplesThatParse() {
        Commands commands = new Commands(folder);
        verbs().forEach((name, verb) -> {
            List<String> examples = examples(verb);
            assertThat(examples).as(name).hasSizeGreaterThanOrEqualTo(2);
            for (String example : examples) {
                String command = example.replaceAll(" > .*", "");
                assertThat(example).startsWith("shrinq ");
                assertThatCode(() -> Main.commandLine()
                                .parseArgs(commands.arguments(command).toArray(String[]::new)))
                        .as(example)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    void everyVerbExplainsItselfInEightyColumns() {
        Commands commands = new Commands(folder);
        for (String name : verbs().keySet()) {
            String help = commands.run("shrinq " + name + " --help");
            assertThat(help).as(name).contains("Usage: shrinq " + name, "-h, --help", "Shows this help.", "Examples:");
            assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
            // an example that is too long would go on at the margin
            String examples = help.substring(help.indexOf("Examples:\n") + 10);
            assertThat(examples.lines())
                    .as(name)
                    .allSatisfy(line -> assertThat(line).startsWith("  "));
        }
        assertThat(commands.run("shrinq")).contains("Verbs:", "simulate", "Shows the help of a verb.");
        assertThat(commands.run("shrinq encode --help")).contains("--penalty").doesNotContain("--maxiter");
    }

    /** Every command line in a block of the README or of docs/ is one that this version takes. */
    @Test
    void thePagesNameOnlyWhatThereIs() throws IOException {
        Commands commands = new Commands(folder);
        List<Path> pages = new ArrayList<>(List.of(Path.of("../README.md")));
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        int seen = 0;
        for (Path page : pages) {
            Matcher lines = Pattern.compile("(?m)^(?:\\$ )?(\\./shrinq [^\\n]+)")
                    .matcher(Files.readString(page).replace("\\\n", " "));
            while (lines.find()) {
                String command =
                        lines.group(1).replaceAll("\"[^\"]*\"", "quoted").replaceAll(" (> |\\| |&& |2>).*", "");
                if (command.contains("…") || command.contains("FILE")) {
                    continue;
                }
                assertThatCode(() -> Main.commandLine()
                                .parseArgs(commands.arguments(command).toArray(String[]::new)))
                        .as("%s: %s", page, command)
                        .doesNotThrowAnyException();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    /** Times apart, which differ from machine to machine; docs/images/draw makes the capture anew. */
    @Test
    void theCaptureInTheReadmeIsWhatItsCommandPrints() throws IOException {
        List<String> capture = new ArrayList<>();
        Matcher texts = Pattern.compile("<text[^>]*>(.*)</text>")
                .matcher(Files.readString(Path.of("../docs/images/terminal.svg")));
        while (texts.find()) {
            capture.add(texts.group(1));
        }
        String command = capture.remove(0);
        assertThat(command).startsWith("$ ./shrinq solve ");
        String printed = new Commands(folder).run(command.substring(2));
        assertThat(withoutTimes(printed)).isEqualTo(withoutTimes(String.join("\n", capture)));
        assertThat(Files.readString(Path.of("../README.md")))
                .as("the picture is that of the first command")
                .containsSubsequence("```\n" + command.substring(2) + "\n", "docs/images/terminal.svg");
    }

    /** Times apart, whose digits also decide where lines break. */
    private static String withoutTimes(String text) {
        return text.replaceAll("[0-9.]+ s\\b", "").replaceAll("\\s+", " ").strip();
    }

    /**
     * In their order, in an empty folder; all but the long runs of the benchmark harness, and what writes into the
     * user's own folder.
     */
    @Test
    void theExamplesWork() throws IOException {
        for (Map.Entry<String, CommandLine> e : verbs().entrySet()) {
            if (e.getKey().startsWith("bench") && !e.getKey().equals("bench list")) {
                continue;
            }
            Path place = Files.createDirectory(folder.resolve(e.getKey()));
            Commands commands = new Commands(place);
            for (String example : examples(e.getValue())) {
                if (!example.contains("--install") && !example.contains("*")) {
                    commands.run(example.replaceAll(" > .*", ""));
                }
            }
        }
    }
}
