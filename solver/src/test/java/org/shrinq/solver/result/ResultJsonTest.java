package org.shrinq.solver.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.TestProblems;
import org.shrinq.solver.config.Settings;

class ResultJsonTest {
    private static final SolverOptions OPTIONS =
            SolverOptions.defaults().withQubits(8).withRounds(2).withControls(SolverOptions.Stage.ON);

    private static Instance instance(Problem problem) {
        return new Instance(
                problem, "a/b.txt", Format.DIMACS, "0".repeat(64), OptionalDouble.of(3), List.of(), List.of());
    }

    private static Schema schema() throws IOException {
        try (InputStream in = ResultJson.class.getResourceAsStream("result.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        }
    }

    private static JsonNode result(Problem problem, SolverOptions options) throws IOException {
        Solution solution = Shrinq.with(options).run(problem);
        return new ObjectMapper()
                .readTree(ResultJson.line(ResultJson.of(instance(problem), ReadOptions.defaults(), solution, 0.1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qaoa", "ma-qaoa", "annealing", "tabu", "pce"})
    void resultsOfEveryKindKeepTheSchema(String method) throws IOException {
        Schema schema = schema();
        for (Problem problem : TestProblems.small(4)) {
            SolverOptions options = org.shrinq.solver.config.Settings.set(OPTIONS, "method", method);
            JsonNode result = result(problem, options);
            assertThat(schema.validate(result.toString(), InputFormat.JSON))
                    .as(problem.name())
                    .isEmpty();
            JsonNode again = new ObjectMapper().readTree(ResultJson.line(ResultJson.read(result)));
            assertThat(Replay.differences(result, again))
                    .as("read and written again: %s", problem.name())
                    .isEmpty();
            assertThat(result.path("solution").path("x"))
                    .as(problem.name())
                    .hasSize(result.path("feasible").asBoolean() ? problem.size() : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "permutation"})
    void codesOfAssignmentsKeepTheSchema(String code) throws IOException {
        Problem problem = AssignmentGenerator.uniform("u", 5, new RandomStreams(1));
        SolverOptions options = Settings.set(OPTIONS, "assignment-code", code).withReduce(SolverOptions.Stage.OFF);
        JsonNode result = result(problem, options.withBounds(SolverOptions.Stage.OFF));
        assertThat(result.path("stages")
                        .path("shrink")
                        .path("code")
                        .path("name")
                        .asText())
                .isEqualTo(code);
        assertThat(schema().validate(result.toString(), InputFormat.JSON)).isEmpty();
        JsonNode again = new ObjectMapper().readTree(ResultJson.line(ResultJson.read(result)));
        assertThat(Replay.differences(result, again)).isEmpty();
    }

    @Test
    void theMembersOfAPortfolioAreInTheSchemaAndReadAgain() throws IOException {
        Problem problem = TestProblems.small(4).get(0);
        JsonNode result = result(
                problem,
                OPTIONS.withControls(SolverOptions.Stage.OFF)
                        .withBounds(SolverOptions.Stage.OFF)
                        .withPortfolio(2));
        assertThat(schema().validate(result.toString(), InputFormat.JSON)).isEmpty();
        assertThat(result.path("portfolio")).hasSize(2);
        assertThat(result.path("portfolio")
                        .path(1)
                        .path("settings")
                        .path("seed")
                        .isNumber())
                .isTrue();
        assertThat(result.path("config").path("portfolio").asInt()).isEqualTo(2);
        JsonNode again = new ObjectMapper().readTree(ResultJson.line(ResultJson.read(result)));
        assertThat(Replay.differences(result, again)).isEmpty();
    }

    /** A problem from memory has no source, no format and no digest; all else is as in a file's result. */
    @Test
    void aSolutionBecomesJsonOfTheSchemaByItself() throws IOException {
        for (Problem problem : TestProblems.small(4).subList(0, 4)) {
            Solution solution =
                    Shrinq.with(OPTIONS.withControls(SolverOptions.Stage.OFF)).run(problem);
            String json = solution.toJson();
            assertThat(schema().validate(json, InputFormat.JSON))
                    .as(problem.name())
                    .isEmpty();
            JsonNode node = new ObjectMapper().readTree(json);
            assertThat(node.path("instance").has("sha256")).isFalse();
            assertThat(node.path("objective").isNumber()).isEqualTo(solution.isFeasible());
            JsonNode ofFile = new ObjectMapper()
                    .readTree(ResultJson.line(ResultJson.of(instance(problem), ReadOptions.defaults(), solution, 0)));
            assertThat(node.path("solution")).isEqualTo(ofFile.path("solution"));
            assertThat(node.path("stages")).isEqualTo(ofFile.path("stages"));
        }
    }

    @Test
    void aResultFromBeforeBoundsHadAHistoryIsReplayedAsBefore() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode now = mapper.readTree(
                "{\"bound\": 3, \"bound_history\": [{\"bound\": 3, \"kind\": \"lp\", \"seconds\": 1}]}");
        assertThat(Replay.differences(mapper.readTree("{\"bound\": 3}"), now)).isEmpty();
        assertThat(Replay.differences(mapper.readTree("{\"bound\": 3, \"bound_history\": []}"), now))
                .containsExactly("bound_history: 0 entries were recorded, now 1");
        assertThat(Replay.differences(now, mapper.readTree("{\"bound\": 3}"))).hasSize(1);
    }

    @Test
    void aResultFromBeforeSharesOfTheBestStringIsReplayedAsBefore() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode then = mapper.readTree(
                "{\"stages\": {\"verify\": {\"samples\": 8}}," + " \"controls\": {\"greedy\": {\"strings\": 8}}}");
        JsonNode now = mapper.readTree("{\"stages\": {\"verify\": {\"samples\": 8, \"raw_best_fraction\": 0.5}},"
                + " \"controls\": {\"greedy\": {\"strings\": 8, \"raw_best_fraction\": 0.25}}}");
        assertThat(Replay.differences(then, now)).isEmpty();
        assertThat(Replay.differences(now, then)).hasSize(2);
    }

    /** The schema is a page of the documentation too. */
    @Test
    void theDocumentationHasTheSchema() throws IOException {
        try (InputStream in = ResultJson.class.getResourceAsStream("result.schema.json")) {
            assertThat(Files.readString(Path.of("../docs/result.schema.json")))
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsMissingReadsAsEmptyAndWhatIsWrongIsNamed() throws IOException {
        ResultFile empty = ResultJson.read(new ObjectMapper().readTree("{\"unknown\": 1}"));
        assertThat(empty.objective()).isNull();
        assertThat(empty.rounds()).isEmpty();
        assertThat(empty.setting("method")).isEmpty();
        assertThatThrownBy(() -> ResultJson.read(
                        new ObjectMapper().readTree("{\"stages\": {\"verify\": {\"samples\": \"many\"}}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stages/verify/samples");
        assertThatThrownBy(() -> ResultJson.read(new ObjectMapper().readTree("{\"start\": [0, 0.5]}")))
                .hasMessageContaining("start");
        ResultFile two = ResultJson.read(new ObjectMapper().readTree("{\"start\": [0, 2]}"));
        assertThatThrownBy(() -> Replay.recorded(two)).hasMessage("the start has 2 where 0 or 1 is expected");
        JsonNode index = new ObjectMapper().readTree("{\"instance\": {\"index\": \"first\"}}");
        assertThatThrownBy(() -> FileHead.read(index)).hasMessageContaining("instance/index");
    }

    @Test
    void saysHowFarTrainingCameAndWhatLimited() throws IOException {
        JsonNode counted = result(TestProblems.small(3).get(0), OPTIONS);
        assertThat(counted.path("schema_version").asText()).isEqualTo("1.1");
        assertThat(counted.path("limited_by")).isEmpty();
        assertThat(Replay.isLimitedByTime(ResultJson.read(counted))).isFalse();
        ObjectMapper mapper = new ObjectMapper();
        assertThat(Replay.isLimitedByTime(ResultJson.read(mapper.readTree("{\"limited_by\": [\"memory\", \"time\"]}"))))
                .isTrue();
        assertThat(Replay.isLimitedByTime(ResultJson.read(mapper.readTree("{\"limited_by\": [\"memory\"]}"))))
                .isFalse();
        assertThat(Replay.isLimitedByTime(ResultJson.read(mapper.readTree("{\"config\": {\"time-limit\": 2}}"))))
                .as("schema 1.0")
                .isTrue();
    }

    @Test
    void theSchemaRefusesWhatIsMissing() throws IOException {
        assertThat(schema().validate("{\"schema_version\": \"1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFileForAnyNumberOfThreads() throws IOException {
        for (Problem problem : TestProblems.small(5)) {
            JsonNode once = result(problem, OPTIONS);
            JsonNode again = result(problem, OPTIONS.withThreads(2));
            assertThat(Replay.differences(once, again)).as(problem.name()).isEmpty();
        }
    }

    @Test
    void differencesAreFound() throws IOException {
        JsonNode a = new ObjectMapper().readTree("{\"a\": 1, \"b\": [1, 2], \"seconds\": 3}");
        JsonNode b = new ObjectMapper().readTree("{\"a\": 1.0, \"b\": [1, 3], \"seconds\": 4, \"c\": true}");
        assertThat(Replay.differences(a, b))
                .containsExactly("b[1]: 2 was recorded, now 3", "c: nothing was recorded, now true");
    }

    @Test
    void configurationIsReadBack() throws IOException {
        SolverOptions options = org.shrinq.solver.config.Settings.set(
                OPTIONS.withTimeLimit(2.5).withSeed(-7), "threshold", "quantile:0.75");
        Problem problem = TestProblems.small(6).get(1);
        Map<String, Object> config = FileHead.read(result(problem, options)).config();
        assertThat(org.shrinq.solver.config.Settings.describe(Replay.options(config)))
                .isEqualTo(org.shrinq.solver.config.Settings.describe(options));
    }

    @Test
    void eliminationLogsAreReadBackExactly() throws IOException {
        for (Problem problem : TestProblems.small(7)) {
            SmallProblem small = Shrinq.with(OPTIONS.withQubits(5)).prepare(problem);
            JsonNode json = new ObjectMapper().readTree(ResultJson.line(ShrinkLog.of(small.shrunk())));
            EliminationLog back = ShrinkLog.read(json);
            assertThat(back).as(problem.name()).isEqualTo(small.shrunk().log());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"fix\"|\"fax\"|elimination 1 is damaged",
                "\"i\":2|\"i\":-2|elimination 1 is damaged",
                "\"given\"|\"guess\"|elimination 1 is damaged",
                "\"j\":0,||elimination 2 is damaged",
                "\"j\":0|\"j\":3|elimination 2 is damaged",
                "\"sign\":-1|\"sign\":2|elimination 2 is damaged",
                "\"i\":3|\"i\":9|does not fit a log over 4 variables",
                "\"eliminations\"|\"steps\"|holds no elimination log",
                "\"substituted\":1|\"substituted\":3|3 substituted entries of 2"
            })
    void damagedEliminationLogsAreRefused(String from, @Nullable String to, String message) throws IOException {
        String log = "{\"variables\":4,\"substituted\":1,\"eliminations\":["
                + "{\"kind\":\"fix\",\"i\":2,\"sign\":1,\"rule\":\"given\",\"proven\":false},"
                + "{\"kind\":\"merge\",\"i\":3,\"j\":0,\"sign\":-1,\"rule\":\"correlation\",\"proven\":false}]}";
        assertThat(ShrinkLog.read(new ObjectMapper().readTree(log)).entries()).hasSize(2);
        JsonNode damaged = new ObjectMapper().readTree(log.replace(from, to == null ? "" : to));
        assertThatThrownBy(() -> ShrinkLog.read(damaged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
