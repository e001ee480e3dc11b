package org.shrinq.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.shrinq.report.plot.Svg;

/** A headless Chromium that looks at pages; tests that need it are skipped where there is none. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Path folder;

    Browser(Path folder) {
        this.folder = folder;
    }

    /**
     * What it saw of a page at one width.
     *
     * @param plots how many plots were there, all of them drawn unless {@code findings} says otherwise
     * @param findings what is wrong: text that is cut off or hard to read, plots without a mark, empty sections, widths
     *     that differ
     */
    record Seen(String page, int plots, String findings) {}

    /**
     * Looks at pages at 390 and at 1440 pixels, all in one start.
     *
     * @param pages by name
     */
    List<Seen> lookAt(Map<String, String> pages, boolean dark) throws IOException, InterruptedException {
        StringBuilder frames = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><body>\n");
        pages.forEach((name, html) -> {
            for (int width : new int[] {390, 1440}) {
                frames.append("<iframe title=\"")
                        .append(name)
                        .append(' ')
                        .append(width)
                        .append("\" style=\"border:0;height:900px;width:")
                        .append(width)
                        .append("px\" srcdoc=\"")
                        .append(Svg.escape(html).replace("\\u000a", "\n"))
                        .append("\"></iframe>\n");
            }
        });
        try (InputStream script = Objects.requireNonNull(Browser.class.getResourceAsStream("look.js"))) {
            frames.append("<script>\n")
                    .append(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .append("</script>");
        }
        Path harness = Files.writeString(folder.resolve("harness.html"), frames);
        Ran ran = run(
                harness,
                "--window-size=1500,900",
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--dump-dom");
        assertThat(ran.errors()).doesNotContain("CONSOLE");
        List<Seen> seen = new ArrayList<>();
        Matcher lines = Pattern.compile("@([^@|]*)\\|(\\d+)/(\\d+)\\|([^@]*)@").matcher(ran.output());
        while (lines.find()) {
            seen.add(new Seen(lines.group(1), Integer.parseInt(lines.group(3)), lines.group(4)));
        }
        assertThat(seen).as(ran.output()).hasSize(2 * pages.size());
        return seen;
    }

    record Ran(String output, String errors) {}

    Ran run(Path page, String... options) throws IOException, InterruptedException {
        Optional<Path> browser = NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(dir -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(browser.isPresent(), "no Chromium is installed");
        List<String> command = new ArrayList<>(List.of(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ran(Files.readString(out), Files.readString(err));
    }
}
