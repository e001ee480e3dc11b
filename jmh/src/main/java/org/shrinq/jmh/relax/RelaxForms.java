package org.shrinq.jmh.relax;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.RandomStreams;

/** The forms that the relaxations are measured on, by name. */
final class RelaxForms {
    private static final double PENALTY = 1.5;

    private RelaxForms() {}

    /**
     * "qap.m": a tree as flow, uniform distances, explicit; "kronecker.m": uniform flows and distances, implicit;
     * "1dc.n": largest independent set with penalty 1.5; "cubic.n": antiferromagnet on a random 3-regular graph.
     */
    static QuadraticForm of(String name) {
        int size = Integer.parseInt(name.substring(name.indexOf('.') + 1));
        if (name.startsWith("1dc")) {
            return independentSet(CodeGraph.ONE_DELETION.graph(Integer.numberOfTrailingZeros(size)));
        }
        if (name.startsWith("cubic")) {
            return cubic(size);
        }
        boolean explicit = name.startsWith("qap");
        KroneckerForm form = assignment(size, explicit);
        return explicit ? Qubo.builder(form.size()).addForm(form, 1).build() : form;
    }

    private static Qubo independentSet(Graph graph) {
        Qubo.Builder b = Qubo.builder(graph.vertices()).expectCouplings(graph.edges());
        for (int v = 0; v < graph.vertices(); v++) {
            b.addLinear(v, -1);
            for (int k = 0; k < graph.degree(v); k++) {
                if (graph.neighbor(v, k) > v) {
                    b.add(v, graph.neighbor(v, k), PENALTY);
                }
            }
        }
        return b.build();
    }

    private static Ising cubic(int n) {
        Graph graph = RandomGraphs.cubic(n, new RandomStreams(1));
        Ising.Builder b = Ising.builder(n);
        for (int v = 0; v < n; v++) {
            for (int k = 0; k < 3; k++) {
                if (graph.neighbor(v, k) > v) {
                    b.add(v, graph.neighbor(v, k), 1);
                }
            }
        }
        return b.build();
    }

    private static KroneckerForm assignment(int n, boolean tree) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] flow = new double[n][n];
        double[][] distance = new double[n][n];
        for (int i = 1; i < n; i++) {
            int parent = random.nextInt(i);
            for (int j = 0; j < i; j++) {
                flow[i][j] = tree && j != parent ? 0 : 1 + random.nextInt(99);
                flow[j][i] = flow[i][j];
                distance[i][j] = 1 + random.nextInt(99);
                distance[j][i] = distance[i][j];
            }
        }
        double[] penalty = new double[n];
        Arrays.fill(penalty, 9801);
        return KroneckerForm.of(flow, distance, new double[n * n]).withPenalties(penalty, penalty);
    }
}
