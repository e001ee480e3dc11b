package org.shrinq.bench.shrinking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.bench.report.Reference;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.SuiteReader;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.ModelGenerator;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.report.Report;
import org.shrinq.shrink.Elimination;
import org.shrinq.shrink.EliminationLog;
import org.shrinq.shrink.EliminationRule;
import org.shrinq.shrink.calibrate.Calibration;
import org.shrinq.shrink.correlate.StepModel;

class ShrinkStudyTest {
    private static final String SUITE = """
            suite: tiny
            title: Tiny
            instances:
              - {generate: mdkp, n: 10, m: 2, tightness: 0.5, seed: 1}
              - {generate: packing, n: 10, m: 4, size: 3, seed: 1}
              - {generate: qap, family: uniform, n: 4, seed: 1}
            settings: {qubits: 4}
            methods:
              shrink: {correlations: [sdp, random, samples], constraint-aware: [true, false]}
              several: {shrinkings: 4}
            seeds: 1..2
            """;

    @TempDir
    private Path folder;

    private Plan plan() {
        return Plan.of(
                SuiteReader.parse(SUITE, "tiny.yaml"), new Plan.Folders(Optional.empty(), Optional.empty(), folder));
    }

    private static void assertAllOptima(Problem problem) {
        Verifier verifier = Verifier.of(problem);
        List<Bits> expected = new ArrayList<>();
        double best = problem.sense().worst();
        for (long s = 0; s < 1L << problem.size(); s++) {
            byte[] x = new byte[problem.size()];
            for (int v = 0; v < x.length; v++) {
                x[v] = (byte) (s >> v & 1);
            }
            if (!verifier.isFeasible(x)) {
                continue;
            }
            double value = verifier.objective(x);
            if (problem.sense() == Sense.MAXIMIZE ? value > best : value < best) {
                best = value;
                expected.clear();
            }
            if (value == best) {
                expected.add(Bits.of(x));
            }
        }
        List<Bits> found =
                AllOptima.of(problem).orElseThrow().stream().map(Bits::of).toList();
        assertThat(found).as(problem.name()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(KnownOptimum.of(problem, OptionalDouble.empty(), Deadline.never())
                        .orElseThrow()
                        .value())
                .isEqualTo(best);
    }

    @Test
    void allOptimaAreListed() {
        for (long seed = 1; seed <= 3; seed++) {
            RandomStreams streams = new RandomStreams(seed);
            assertAllOptima(KnapsackGenerator.chuBeasley("cb", 12, 2, 0.5, streams));
            assertAllOptima(ModelGenerator.setPacking("packing", 12, 5, 4, streams));
            assertAllOptima(AssignmentGenerator.grid("grid", 2, 2, 0.7, streams));
        }
    }

    @Test
    void theStepThatLosesTheLastOptimumIsWrongAndEndsTheLabels() {
        List<byte[]> optima = List.of(new byte[] {1, 0, 1}, new byte[] {0, 1, 1});
        EliminationLog log = new EliminationLog(
                3,
                0,
                List.of(
                        entry(Elimination.Kind.MERGE, 0, 1, -1),
                        entry(Elimination.Kind.FIX, 1, -1, 1),
                        entry(Elimination.Kind.FIX, 2, -1, 1)));
        assertThat(StepLabels.of(log, optima).stream().map(StepLabels.Label::right))
                .containsExactly(true, true, false);
        assertThat(StepLabels.survives(log, optima)).isFalse();
        assertThat(StepLabels.survives(new EliminationLog(3, 0, log.entries().subList(0, 2)), optima))
                .isTrue();
    }

    private static Elimination entry(Elimination.Kind kind, int i, int j, int sign) {
        return new Elimination(kind, i, j, sign, EliminationRule.CORRELATION, 0.5 * sign, 0.1, 0, false);
    }

    @Test
    void aStudyTellsWhatEveryWayKeeps() {
        ShrinkStudy study = new ShrinkStudy(plan(), Reference.none());
        List<Shrinking> all = study.run(s -> {}, () -> false);
        assertThat(all).hasSize(3 * 7 * 2);
        assertThat(study.leftOut()).isEmpty();
        assertThat(all).allSatisfy(s -> {
            assertThat(s.qubits()).isLessThanOrEqualTo(4);
            assertThat(s.feasible() || !s.kept()).isTrue();
            assertThat(s.union() || !s.kept()).isTrue();
        });
        assertThat(all.stream().filter(s -> s.method().startsWith("several"))).allMatch(s -> s.feasible());
        // what is listed step by step agrees with what is left
        assertThat(all).allSatisfy(s -> {
            boolean lost = s.steps().stream().anyMatch(step -> !step.right());
            assertThat(lost && s.kept()).as(s.instance().name()).isFalse();
        });
        Report report = StudyTables.of(
                "tiny", "shrinq bench shrinking tiny", plan().suite().methods(), all, study.leftOut());
        assertThat(report.tables().stream().map(t -> t.id()))
                .containsExactly("kept-together", "kept", "kept-by-instance", "guard", "looked", "calibration");
        assertThat(report.tables().get(4).rows().stream()
                        .map(r -> r.get(1).text() + " " + r.get(2).text()))
                .contains("sdp samples", "random samples");
        Calibration.parse(Calibrating.text(all, "test"));
    }

    @Test
    void aTrainedModelCanBeRead() {
        StepTraining training = new StepTraining();
        training.collect(plan());
        String text = training.text("test");
        StepModel model = StepModel.parse(text);
        assertThat(text).startsWith("# test\n");
        assertThat(Arrays.asList(model.text().split("\n"))).isNotEmpty().allMatch(l -> !l.contains("NaN"));
    }
}
