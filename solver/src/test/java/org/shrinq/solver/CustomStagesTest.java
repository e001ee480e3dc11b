package org.shrinq.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.CustomRepair;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchStop;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.solver.config.Settings;

/** Custom stages are used, named in the account, and cannot make a run worse or unsound. */
class CustomStagesTest {
    private static final SolverOptions SHORT =
            SolverOptions.defaults().withQubits(8).withRounds(2).withBounds(SolverOptions.Stage.OFF);

    /** Counts its calls; measures on the state vector. */
    private static final class Counting implements Backend {
        private int calls;

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public int maxQubits() {
            return 8;
        }

        @Override
        public long[] sample(Circuit circuit, int shots, SplittableRandom random) {
            calls++;
            return Backend.stateVector().sample(circuit, shots, random);
        }
    }

    private static CustomPolish polish(String id, Improver improver) {
        return new CustomPolish() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Improver improver(Problem problem) {
                return improver;
            }
        };
    }

    private static Improvement claim(Bits x, double objective) {
        return new Improvement(x, true, OptionalDouble.empty(), objective, 1, SearchStop.EXHAUSTED);
    }

    @Test
    void circuitsRunOnACustomBackend() {
        Counting backend = new Counting();
        Problem problem = CodeGraph.ofId("1tc").orElseThrow().problem(5);
        SolverOptions options = SHORT.withReduce(SolverOptions.Stage.OFF).withBackend(backend);
        Solution solution = Shrinq.with(options).run(problem);
        assertThat(backend.calls).isEqualTo(solution.trace().rounds().size()).isPositive();
        assertThat(solution.trace().rounds().get(0).search().run().orElseThrow().backend())
                .isEqualTo("counting");
        assertThat(Settings.describe(options)).containsEntry("backend", "counting");
        assertThat(Settings.describe(Settings.set(options, "backend", "strange")))
                .containsEntry("backend", "strange");
        SolverOptions closed = Settings.set(options, "backend", "closed-form");
        assertThat(closed.quantum().evaluation()).isEqualTo(Evaluation.CLOSED_FORM);
        assertThat(Settings.describe(closed)).containsEntry("backend", "closed-form");
        SolverOptions chain = Settings.set(Settings.set(options, "backend", "mps"), "bond", "12");
        assertThat(chain.quantum().evaluation()).isEqualTo(Evaluation.MATRIX_PRODUCT);
        assertThat(Settings.describe(chain)).containsEntry("backend", "mps").containsEntry("bond", "12");
        assertThat(Settings.describe(Settings.set(options, "cone-radius", "2"))).containsEntry("cone-radius", "2");
    }

    @Test
    void aLocalSearchOfOnesOwnGoesOnWhereTheOthersEnd() {
        QuadraticAssignment problem = AssignmentGenerator.grid("grid", 3, 3, 0.6, new RandomStreams(5));
        List<Bits> starts = new ArrayList<>();
        CustomPolish identity = polish("mine", (start, random, limit) -> {
            starts.add(start);
            return claim(start, problem.objective(start.toArray()));
        });
        Solution solution = Shrinq.with(SHORT.withCustomPolish(identity)).run(problem);
        assertThat(starts)
                .hasSize(2)
                .allSatisfy(x -> assertThat(problem.permutation(x.toArray())).isPresent());
        for (Trace.Round round : solution.trace().rounds()) {
            assertThat(round.polish().get(round.polish().size() - 1).engine()).isEqualTo("mine");
        }
        // it claims to have searched everything: only bounds prove
        assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
        assertThat(solution.x()).isEqualTo(Shrinq.with(SHORT).run(problem).x());
    }

    private static CustomRepair repair(BiConsumer<Problem, byte[]> change) {
        return new CustomRepair() {
            @Override
            public String id() {
                return "mine";
            }

            @Override
            public void makeFeasible(Problem problem, byte[] x, SplittableRandom random, Deadline deadline) {
                change.accept(problem, x);
            }
        };
    }

    @Test
    void aRepairOfOnesOwnGoesFirst() {
        Problem problem = CodeGraph.ofId("1dc").orElseThrow().problem(6);
        List<Bits> seen = new ArrayList<>();
        CustomRepair empties = repair((of, x) -> {
            assertThat(of).isSameAs(problem);
            seen.add(Bits.of(x));
            Arrays.fill(x, (byte) 0);
        });
        SolverOptions options = SHORT.withReduce(SolverOptions.Stage.OFF)
                .withShrinking(SHORT.shrinking().withAwareness(ShrinkOptions.Awareness.UNAWARE))
                .withRounds(1);
        Solution solution = Shrinq.with(options.withCustomRepair(empties)).run(problem);
        assertThat(seen).isNotEmpty().noneMatch(x -> problem.model().isFeasible(x.toArray()));
        // the empty set is feasible, and the bundled repair fills it
        assertThat(solution.objective().orElseThrow()).isGreaterThan(1);
    }

    @Test
    void aRepairThatDoesNothingChangesNothing() {
        QuadraticAssignment problem = AssignmentGenerator.grid("grid", 3, 3, 0.6, new RandomStreams(5));
        Solution plain = Shrinq.with(SHORT).run(problem);
        Solution idle =
                Shrinq.with(SHORT.withCustomRepair(repair((of, x) -> {}))).run(problem);
        assertThat(idle.x()).isEqualTo(plain.x());
        Solution broken =
                Shrinq.with(SHORT.withCustomRepair(repair((of, x) -> x[0] = 7))).run(problem);
        assertThat(broken.failures())
                .extracting(Failure::message)
                .anyMatch(m -> m.contains("'mine' left no 0/1 array"));
        assertThat(broken.isFeasible()).isTrue();
    }

    @Test
    void aLocalSearchThatLiesOrFailsCostsNothing() {
        QuadraticAssignment problem = AssignmentGenerator.grid("grid", 3, 3, 0.6, new RandomStreams(5));
        Solution plain = Shrinq.with(SHORT).run(problem);
        Solution lied = Shrinq.with(SHORT.withCustomPolish(
                        polish("liar", (start, random, limit) -> claim(Bits.zeros(start.size()), 0))))
                .run(problem);
        assertThat(lied.x()).isEqualTo(plain.x());
        assertThat(lied.objective()).isEqualTo(plain.objective());
        Solution failed = Shrinq.with(SHORT.withCustomPolish(polish("broken", (start, random, limit) -> {
                    throw new IllegalStateException("no luck");
                })))
                .run(problem);
        assertThat(failed.x()).isEqualTo(plain.x());
        assertThat(failed.failures()).extracting(Failure::stage).contains("custom polish");
    }
}
