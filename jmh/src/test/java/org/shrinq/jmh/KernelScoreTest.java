package org.shrinq.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelScoreTest {
    @TempDir
    private Path folder;

    private static KernelScore time(double score, double error) {
        return new KernelScore("a", score, OptionalDouble.of(error), "ms/op", true);
    }

    private static KernelScore rate(double score, double error) {
        return new KernelScore("a", score, OptionalDouble.of(error), "ops/s", false);
    }

    @Test
    void halfTheTimeAndTwiceTheRateAreTwiceAsFast() {
        assertThat(time(10, 1).speedup(time(20, 1))).isEqualTo(2);
        assertThat(rate(20, 1).speedup(rate(10, 1))).isEqualTo(2);
        assertThatThrownBy(() -> time(1, 0).speedup(rate(1, 0))).hasMessageContaining("ops/s");
    }

    @Test
    void overlappingIntervalsAreNoDifference() {
        assertThat(time(10, 1).differsFrom(time(12.5, 1))).isTrue();
        assertThat(time(10, 1).differsFrom(time(11.5, 1))).isFalse();
        KernelScore once = new KernelScore("a", 5, OptionalDouble.empty(), "ms/op", true);
        assertThat(once.differsFrom(time(10, 1))).isFalse();
    }

    /** Runs JMH itself on the quickest kernel, and reads what it has written. */
    @Test
    void measuresAndKeepsAKernel() {
        Path json = folder.resolve("kernels.json");
        List<String> told = new ArrayList<>();
        List<KernelScore> scores = KernelRun.run(
                List.of("ContractionBenchmark.classes"), OptionalDouble.of(0.01), json, new KernelRun.Listener() {
                    @Override
                    public void begun(String benchmark) {
                        told.add(benchmark);
                    }

                    @Override
                    public void said(String text) {}
                });
        assertThat(scores).isNotEmpty().isEqualTo(KernelScore.read(json));
        assertThat(scores).extracting(KernelScore::name).containsExactlyElementsOf(told);
        assertThat(scores).allSatisfy(s -> {
            assertThat(s.name()).startsWith("ContractionBenchmark.classes 1000");
            assertThat(s.score()).isPositive();
            assertThat(s.unit()).isEqualTo("ms/op");
            assertThat(s.times()).isTrue();
        });
    }

    /** The columns of the table: the ratio to the former score, and ~ where both are the same within the noise. */
    @Test
    void linesCompareWithTheFormerScore() {
        assertThat(KernelBenchmarks.line(time(10, 1), null)).endsWith("ms/op     ± 10 %");
        assertThat(KernelBenchmarks.line(time(10, 1), time(20, 1))).endsWith(" 2.00");
        assertThat(KernelBenchmarks.line(time(10, 1), time(11, 1))).endsWith(" 1.10 ~");
        assertThat(KernelBenchmarks.line(time(10, 1), rate(11, 1))).endsWith("other unit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x --seconds -1 | --seconds is '-1.0', expected a positive number.",
                "x --former missing.json | missing.json: no such file.",
                "--quiet -o none.json NoSuchBenchmark | no benchmark matches NoSuchBenchmark."
            })
    void mistakesExitWithTwo(String arguments, String message) {
        StringWriter err = new StringWriter();
        String[] words = arguments.replace("none.json", folder + "/none.json").split(" ");
        assertThat(KernelBenchmarks.commandLine().setErr(new PrintWriter(err)).execute(words))
                .isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void whatIsNotThereAndWhatIsNoResultIsTold() throws IOException {
        KernelRun.Listener silent = new KernelRun.Listener() {
            @Override
            public void begun(String benchmark) {}

            @Override
            public void said(String text) {}
        };
        Path json = folder.resolve("none.json");
        assertThatThrownBy(() -> KernelRun.run(List.of("NoSuchBenchmark"), OptionalDouble.empty(), json, silent))
                .hasMessageContaining("NoSuchBenchmark");
        Path broken = Files.writeString(folder.resolve("broken.json"), "[{\"benchmark\": 1}]");
        assertThatThrownBy(() -> KernelScore.read(broken)).hasMessageContaining("no results of JMH");
        Path text = Files.writeString(folder.resolve("text.json"), "hello");
        assertThatThrownBy(() -> KernelScore.read(text)).hasMessageContaining("no JSON");
    }
}
