package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.Limits;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.run.RandomStreams;

class ConverterTest {
    private static Instance instance(Problem problem) {
        return new Instance(problem, "p", Format.CPLEX_LP, "", java.util.OptionalDouble.empty(), List.of(), List.of());
    }

    /** Any target either gives a problem with the same values on the same points, by its map, or says why not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsConvertedMeansTheSame(long seed) {
        for (Problem problem : RoundTripTest.problems(seed)) {
            for (Format target : Format.values()) {
                Converter.Conversion conversion;
                try {
                    conversion = Converter.convert(instance(problem), target);
                } catch (InstanceException e) {
                    assertThat(e.reason()).isEqualTo(InstanceException.Reason.NOT_EXPRESSIBLE);
                    assertThat(e).hasMessageContaining("cannot be written as " + target.id() + ": it ");
                    continue;
                }
                byte[] bytes = Instances.bytes(target, conversion.problem(), WriteOptions.defaults());
                ReadOptions options = ReadOptions.defaults().withFormat(target);
                ProblemKind kind = conversion.problem().kind();
                options = target.kinds().contains(kind) ? options.withKind(kind) : options;
                Problem read = Instances.read(
                                TestFiles.text(problem.name() + ".x", bytes), "p", options, Limits.ofThisJava())
                        .problem();
                requireSameValues(problem, conversion, read, target + " seed " + seed);
            }
        }
    }

    private static void requireSameValues(Problem original, Converter.Conversion c, Problem read, String as) {
        BinaryModel model = original.model();
        int n = Math.min(model.size(), 9);
        int extra = read.size() - model.size();
        for (int code = 0; code < 1 << n; code++) {
            byte[] x = new byte[model.size()];
            byte[] y = new byte[read.size()];
            for (int i = 0; i < n; i++) {
                x[i] = (byte) (code >>> i & 1);
                y[i + extra] = x[i];
            }
            double factor = c.map().map(VariableMap::factor).orElse(1.0);
            double constant = c.map().map(VariableMap::constant).orElse(0.0);
            double value = factor * read.model().value(y) + constant;
            double expected = model.value(x);
            assertThat(value).as(as).isCloseTo(expected, within(1e-9 * scale(model)));
            assertThat(read.model().isFeasible(y)).as(as).isEqualTo(model.isFeasible(x));
        }
    }

    private static double scale(BinaryModel model) {
        return Math.max(1, model.objective().maxAbsCoefficient() * model.size() * model.size());
    }

    @ParameterizedTest
    @CsvSource({
        "mis, qbsolv, false", "mis, lp, true", "mis, metis, true", "mis, edge-list, true", "mis, rudy, false",
        "mis, mknap, true", "qap, qplib, true", "qap, mqlib, false", "qap, dimacs, false", "qap, mknap, false"
    })
    void whoCanHoldWhat(String kind, String target, boolean possible) {
        Problem problem = kind.equals("mis")
                ? CodeGraph.ONE_DELETION.problem(3)
                : AssignmentGenerator.uniform("u", 3, new RandomStreams(1));
        Format format = Format.ofId(target).orElseThrow();
        if (possible) {
            assertThat(Converter.convert(instance(problem), format).problem()).isNotNull();
        } else {
            assertThatThrownBy(() -> Converter.convert(instance(problem), format))
                    .hasMessageContaining(
                            problem.name() + ": this " + problem.kind().title() + " cannot be written as " + target)
                    .hasMessageContaining("It can be written as ");
        }
    }

    @Test
    void exportedQubosHaveTheirVariableMapBesideThem(@TempDir Path folder) throws IOException {
        Problem problem = AssignmentGenerator.uniform("u", 3, new RandomStreams(1));
        Encoding encoding = Encoder.encode(problem.model(), EncodingOptions.defaults());
        Path path = folder.resolve("u.qubo.gz");
        Converter.writeEncoded(path, Format.QBSOLV, problem, List.of(), encoding);
        String map = Files.readString(folder.resolve("u.qubo.map.json"));
        assertThat(map)
                .contains("\"file\": \"u.qubo.gz\"", "\"problem\": \"qap\"", "\"factor\": 1,")
                .contains("{\"index\": 5, \"name\": \"x6\", \"role\": \"variable\", \"meaning\": \"facility 2 at "
                        + "location 3\"}");
        Problem read = Instances.read(path).problem();
        byte[] x = Bits.parse("100001010").toArray();
        assertThat(read.objective(x)).isCloseTo(problem.objective(x), within(1e-6));
        Json.object(TestFiles.text("map", map), json -> name -> json.skip());
    }

    @Test
    void slackBitsAreInTheMap(@TempDir Path folder) {
        Instance tiny = TestFiles.read("k.dat", "3 1 0\n5 4 3\n2 3 1\n5\n");
        Encoding encoding = Encoder.encode(
                tiny.problem().model(), EncodingOptions.defaults().withInequality(InequalityEncoding.SLACK_BINARY));
        VariableMap map =
                Converter.writeEncoded(folder.resolve("k.mqlib"), Format.MQLIB, tiny.problem(), List.of(), encoding);
        assertThat(map.entries()).hasSize(encoding.form().size());
        assertThat(map.factor()).as("the file maximises −f and f is −value").isEqualTo(1);
        VariableMap.Entry slack = map.entries().get(3);
        assertThat(slack.role()).isEqualTo(VariableMap.Role.SLACK);
        assertThat(slack.meaning()).isEqualTo("1 unused of c1");
        Problem read = Instances.read(folder.resolve("k.mqlib")).problem();
        Bits packed = encoding.encode(Bits.parse("101"));
        assertThat(map.factor() * read.objective(packed.toArray())).isCloseTo(8, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "a.qubo, bqp, qbsolv",
        "a.b.lp.gz, bqp, lp",
        "a.dat, qap, qaplib",
        "a.DAT, mdkp, mknap",
        "a.json, bqp, bqpjson",
        "a.json, market-share, market-share-json",
        "a.mc, maxcut, rudy",
        "a.graph, mis, metis",
        "a.txt, mis, dimacs",
        "a.txt, maxcut, rudy",
        "a.col, maxcut, dimacs",
        "a.sac94, mdkp, sac94",
        "a.qplib, mis, qplib",
        "a.coo, bqp, coo"
    })
    void formatsByExtension(String file, String kind, String format) {
        assertThat(Format.forFile(file, ProblemKind.ofId(kind).orElseThrow()))
                .contains(Format.ofId(format).orElseThrow());
        assertThat(Format.forFile("a.xyz", ProblemKind.KNAPSACK)).isEmpty();
    }

    @Test
    void aFailedWriteLeavesTheOldFile(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("a.mc");
        Files.writeString(path, "old");
        Instance set = TestFiles.read("g.txt", "p edge 2 1\ne 1 2\n");
        assertThatThrownBy(() -> Converter.write(path, set, Format.RUDY)).isInstanceOf(InstanceException.class);
        assertThat(path).hasContent("old");
        assertThatThrownBy(() -> Converter.write(folder.resolve("none/a.txt"), set, Format.DIMACS))
                .hasMessageContaining("a.txt: cannot be written");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
