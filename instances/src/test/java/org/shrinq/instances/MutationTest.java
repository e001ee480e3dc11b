package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** No damage to a file causes anything but a problem or an error of the agreed form. */
class MutationTest {
    private static final int PER_FILE = Integer.getInteger("shrinq.mutations", 60);
    private static final Limits SMALL = new Limits(256L << 20);

    record Sample(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A small text of every format; bundled files under 8 KiB. */
    static Stream<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Problem problem : RoundTripTest.problems(2)) {
            for (Format format : Format.values()) {
                if (Instances.obstacle(problem, format).isEmpty()) {
                    samples.add(new Sample(
                            problem.kind().id() + "." + format.id(),
                            Instances.bytes(format, problem, WriteOptions.defaults())));
                }
            }
        }
        for (var path : TestFiles.files(TestFiles.DATA)) {
            if (Files.size(path) < 8192) {
                samples.add(new Sample(path.getFileName().toString(), Files.readAllBytes(path)));
            }
        }
        samples.add(
                new Sample("mknap.several", "2\n1 1 0\n7\n3\n2\n1 1 0\n7\n3\n2\n".getBytes(StandardCharsets.UTF_8)));
        return samples.stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyMutantIsReadOrRefused(Sample sample) {
        for (int seed = 0; seed < PER_FILE; seed++) {
            byte[] mutant =
                    Mutations.of(sample.bytes(), 31L * seed + sample.name().hashCode());
            requireReadOrRefused(sample.name(), seed, mutant, ReadOptions.defaults());
            for (Format format : Format.values()) {
                requireReadOrRefused(
                        sample.name(), seed, mutant, ReadOptions.defaults().withFormat(format));
            }
            ProblemKind kind =
                    ProblemKind.bundled().get(seed % ProblemKind.bundled().size());
            requireReadOrRefused(
                    sample.name(), seed, mutant, ReadOptions.defaults().withKind(kind));
            requireReadOrRefused(
                    sample.name(), seed, mutant, ReadOptions.defaults().withGraph(GraphReading.COMPLEMENT));
        }
    }

    static void requireReadOrRefused(String name, int seed, byte[] bytes, ReadOptions options) {
        String which = name + ", mutation " + seed + ", " + options;
        try {
            Text text = Text.ofBytes("f.x", bytes, SMALL);
            for (Instance instance : Instances.readAll(text, "f.x", options, SMALL)) {
                assertThat(instance.problem().size()).as(which).isPositive();
            }
        } catch (InstanceException e) {
            assertThat(e.getMessage()).as(which).matches("(?s)f\\.x(:[1-9][0-9]*)?: [^\\n]+\\.( [^\\n]+[.])?");
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            fail(which + "\n" + shown(bytes), e);
        }
    }

    private static String shown(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.min(text.length(), 2000));
    }

    @Test
    void damagedSolutionsAreReadOrRefused() {
        for (Problem problem : RoundTripTest.problems(3)) {
            for (String solution : new String[] {
                "0 1 1 0 1",
                "1 2 3 4",
                "4 10\n1 2 3 4\n",
                "x1 1\nx2 0\n",
                "{\"x\": [0, 1]}",
                "{\"solution\": {\"permutation\": [1, 2]}, \"objective\": 1}"
            }) {
                for (int seed = 0; seed < 200; seed++) {
                    byte[] mutant = Mutations.of(solution.getBytes(StandardCharsets.UTF_8), seed);
                    try {
                        Text text = Text.ofBytes("f.x", mutant, SMALL);
                        assertThat(Solutions.read(text, problem, List.of()).x().size())
                                .isEqualTo(problem.size());
                    } catch (InstanceException e) {
                        assertThat(e.getMessage()).matches("(?s)f\\.x(:[1-9][0-9]*)?: [^\\n]+\\.( [^\\n]+[.])?");
                    } catch (RuntimeException e) {
                        fail(problem.kind() + ", mutation " + seed + "\n" + shown(mutant), e);
                    }
                }
            }
        }
    }
}
