package org.shrinq.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.clique.BronKerboschCliqueFinder;
import org.jgrapht.generate.ComplementGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.solver.RunListener;
import org.shrinq.solver.Solution;
import org.shrinq.solver.Status;
import org.shrinq.solver.Trace;

/** Runs the programs; what they find is compared with enumeration. */
class ExamplesTest {
    private interface Main {
        void run(String[] args) throws Exception;
    }

    private static String printed(Main main) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(to);
            main.run(new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void knapsackFromArrays() throws Exception {
        assertThat(printed(KnapsackFromArrays::main))
                .contains("OPTIMAL: 31.0 in all, and at most 31.0 is possible")
                .hasLineCount(5);
    }

    @Test
    void independentSetFromJGraphT() throws Exception {
        Graph<Integer, DefaultEdge> graph = IndependentSetFromJGraphT.dodecahedron();
        Graph<Integer, DefaultEdge> complement = new SimpleGraph<>(DefaultEdge.class);
        new ComplementGraphGenerator<>(graph).generateGraph(complement);
        int largest =
                new BronKerboschCliqueFinder<>(complement).iterator().next().size();
        for (Set<Integer> clique : new BronKerboschCliqueFinder<>(complement)) {
            largest = Math.max(largest, clique.size());
        }
        Set<Integer> found = IndependentSetFromJGraphT.independentSet(graph, RunListener.NONE);
        assertThat(found).hasSize(largest);
        for (DefaultEdge e : graph.edgeSet()) {
            assertThat(found.contains(graph.getEdgeSource(e)) && found.contains(graph.getEdgeTarget(e)))
                    .isFalse();
        }
        assertThat(printed(IndependentSetFromJGraphT::main)).contains("now: reduce", "found " + largest, "8 corners");
    }

    @Test
    void facilityAssignment() throws Exception {
        QuadraticAssignment problem = FacilityAssignment.problem();
        double best = Double.POSITIVE_INFINITY;
        for (int[] p : permutations(problem.order())) {
            best = Math.min(best, problem.cost(p));
        }
        assertThat(FacilityAssignment.solve(problem, 600).objective()).hasValue(best);
        assertThat(printed(FacilityAssignment::main)).contains("research on floor", best / 2 + " stairs a day");
    }

    /** Zero seconds: the run is cancelled, and still answers. */
    @Test
    void aCancelledAssignmentAnswers() throws Exception {
        QuadraticAssignment problem = FacilityAssignment.problem();
        Solution solution = FacilityAssignment.solve(problem, 0);
        assertThat(solution.stop()).isIn(Solution.Stop.CANCELLED, Solution.Stop.OPTIMAL);
        assertThat(problem.permutation(solution.x().orElseThrow().toArray())).isPresent();
    }

    private static List<int[]> permutations(int n) {
        List<int[]> all = new ArrayList<>();
        permute(new int[n], 0, 0, all);
        return all;
    }

    private static void permute(int[] p, int at, int used, List<int[]> all) {
        if (at == p.length) {
            all.add(p.clone());
            return;
        }
        for (int v = 0; v < p.length; v++) {
            if ((used >> v & 1) == 0) {
                p[at] = v;
                permute(p, at + 1, used | 1 << v, all);
            }
        }
    }

    @Test
    void customModel() throws Exception {
        BinaryModel model = CustomModel.model();
        double best = Double.POSITIVE_INFINITY;
        byte[] x = new byte[model.size()];
        for (int code = 0; code < 729; code++) { // 3^6: a machine per job
            java.util.Arrays.fill(x, (byte) 0);
            for (int j = 0, rest = code; j < 6; j++, rest /= 3) {
                x[3 * j + rest % 3] = 1;
            }
            best = model.isFeasible(x) ? Math.min(best, model.value(x)) : best;
        }
        Solution solution = CustomModel.solve();
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.objective()).hasValue(best);
        assertThat(printed(CustomModel::main)).contains("job 6 on machine", "OPTIMAL: costs " + best);
    }

    @Test
    void assignmentModel() throws Exception {
        double best = Double.POSITIVE_INFINITY;
        for (int[] p : permutations(4)) {
            double hours = 0;
            for (int i = 0; i < 4; i++) {
                hours += AssignmentModel.HOURS[i][p[i]];
            }
            best = Math.min(best, hours);
        }
        Solution solution = AssignmentModel.solve();
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.objective()).hasValue(best);
        assertThat(solution.selectedNames()).hasSize(4);
        assertThat(printed(AssignmentModel::main)).contains("OPTIMAL: " + best + " hours", "Cem does test");
    }

    @Test
    void coveringModel() throws Exception {
        double best = Double.POSITIVE_INFINITY;
        for (int code = 0; code < 64; code++) {
            int open = code;
            boolean covers = (open >> 1 & 1) <= (open >> 3 & 1);
            double cost = 3 * Integer.bitCount(open); // two cars at 1.5
            for (int t = 0; t < 6; t++) {
                int[] minutes = CoveringModel.MINUTES[t];
                covers &=
                        java.util.stream.IntStream.range(0, 6).anyMatch(s -> minutes[s] <= 15 && (open >> s & 1) == 1);
                cost += (open >> t & 1) * CoveringModel.COST[t];
            }
            best = covers && Integer.bitCount(open) <= 5 ? Math.min(best, cost) : best;
        }
        Solution solution = CoveringModel.solve();
        assertThat(solution.objective()).hasValue(best);
        assertThat(solution.valueOf("cars"))
                .isEqualTo(2 * (solution.selectedNames().size() - 1));
        assertThat(printed(CoveringModel::main)).contains("costs " + best, ", cars: ");
    }

    @Test
    void customCorrelationSource() throws Exception {
        Solution solution = CustomCorrelationSource.solve();
        Trace.Round first = solution.trace().rounds().get(0);
        assertThat(first.shrink().orElseThrow().shrunk().report().source()).isEqualTo("hot-magnet");
        assertThat(solution.objective()).hasValue(12); // bipartite: 1 and 7 are odd
        assertThat(printed(CustomCorrelationSource::main)).contains("qubits by hot-magnet", ": 12.0 vertices");
    }

    private static double optimum(Problem problem) {
        Verifier verifier = Verifier.of(problem);
        double best = problem.sense().worst();
        for (long z = 0; z < 1L << problem.size(); z++) {
            byte[] x = Bits.ofIndex(problem.size(), z).toArray();
            if (verifier.isFeasible(x) && problem.sense().isBetter(verifier.objective(x), best)) {
                best = verifier.objective(x);
            }
        }
        return best;
    }

    @Test
    void customBackend() throws Exception {
        List<String> programs = new ArrayList<>();
        CustomBackend.Device device = CustomBackend.simulated("noisy", 3);
        Solution solution = CustomBackend.solve((program, shots) -> {
            programs.add(program);
            return device.run(program, shots);
        });
        assertThat(programs)
                .hasSameSizeAs(solution.trace().rounds())
                .allSatisfy(p -> assertThat(p).startsWith("OPENQASM 3.0;"));
        assertThat(solution.isFeasible()).isTrue();
        assertThat(Verifier.of(solution.problem())
                        .isFeasible(solution.x().orElseThrow().toArray()))
                .isTrue();
        assertThat(printed(CustomBackend::main))
                .contains("1024 shots of 8 qubits on my-device", "OPTIMAL: worth " + optimum(solution.problem()));
    }
}
