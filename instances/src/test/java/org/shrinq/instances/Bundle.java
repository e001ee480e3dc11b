package org.shrinq.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.instances.oracle.AssignmentOracle;
import org.shrinq.instances.oracle.IndependentSetOracle;
import org.shrinq.instances.oracle.KnapsackOracle;
import org.shrinq.instances.oracle.MarketShareOracle;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.RandomStreams;

/** How every bundled file is made, and how the optimum that index.json claims for it is proven. */
final class Bundle {
    private static final RandomStreams STREAMS = new RandomStreams(20_261_123);

    /** When the proof is run: with every build, or only with -Dshrinq.slow=true. */
    enum Proof {
        QUICK,
        SLOW
    }

    /**
     * @param path under instances/data
     * @param generator how it was made, for readers of the index
     * @param optimum as claimed
     * @param established how the claim is proven
     * @param prove finds the optimum again
     */
    record Entry(
            String path,
            Format format,
            Problem problem,
            String generator,
            double optimum,
            String established,
            Proof proof,
            DoubleSupplier prove) {
        byte[] bytes() {
            WriteOptions options = WriteOptions.defaults();
            return Instances.bytes(
                    format, problem, path.startsWith("mdkp/") ? options.withBestKnown(optimum) : options);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    private Bundle() {}

    static List<Entry> entries() {
        Bundle bundle = new Bundle();
        bundle.independentSets();
        bundle.knapsacks();
        bundle.assignments();
        bundle.marketShares();
        return bundle.entries;
    }

    private static String oracle(Class<?> type, String method) {
        return method + " in the tests (" + type.getSimpleName() + ", re-run by BundledDataTest)";
    }

    private void independentSets() {
        codeGraph(CodeGraph.ONE_TRANSPOSITION, 3, 4);
        codeGraph(CodeGraph.ONE_TRANSPOSITION, 5, 12);
        codeGraph(CodeGraph.ONE_TRANSPOSITION, 6, 20);
        codeGraph(CodeGraph.ONE_CYCLIC_TRANSPOSITION, 6, 18);
        codeGraph(CodeGraph.ONE_Z_CHANNEL, 6, 12);
        codeGraph(CodeGraph.ONE_DELETION, 6, 10);
        codeGraph(CodeGraph.ONE_DELETION, 7, 16);
        codeGraph(CodeGraph.TWO_DELETIONS, 7, 5);
        graph("gnp.60", "G(60, 0.1)", RandomGraphs.gnp(60, 0.1, STREAMS.child("gnp.60")), 23);
        graph(
                "disk.100",
                "unit-disk graph, n = 100, r = 0.12",
                RandomGraphs.unitDisk(100, 0.12, STREAMS.child("disk.100")),
                38);
        Graph graph = RandomGraphs.unitDisk(40, 0.2, STREAMS.child("wdisk.40"));
        double[] weights = new double[40];
        for (int v = 0; v < 40; v++) {
            weights[v] = 1 + (7 * v + graph.degree(v)) % 10;
        }
        addSet(
                MaximumIndependentSet.weighted("wdisk.40", graph, weights),
                "unit-disk graph, n = 40, r = 0.2, weights 1 to 10",
                103);
    }

    private void codeGraph(CodeGraph family, int length, double optimum) {
        addSet(family.problem(length), "code graph " + family.id() + " on words of " + length + " bits", optimum);
    }

    private void graph(String name, String generator, Graph graph, double optimum) {
        addSet(MaximumIndependentSet.of(name, graph), generator, optimum);
    }

    private void addSet(MaximumIndependentSet p, String generator, double optimum) {
        entries.add(new Entry(
                "mis/" + p.name() + ".txt",
                Format.DIMACS,
                p,
                generator,
                optimum,
                oracle(IndependentSetOracle.class, "branch and bound over clique covers"),
                Proof.QUICK,
                () -> IndependentSetOracle.optimum(p)));
    }

    private void knapsacks() {
        knapsack(10, 5, 0.5, Format.MKNAP, 4363);
        knapsack(20, 5, 0.25, Format.SAC94, 4508);
        knapsack(30, 5, 0.25, Format.MKNAP, 6355);
        knapsack(50, 5, 0.5, Format.SAC94, 22309);
        knapsack(60, 10, 0.5, Format.MKNAP, 24436);
        knapsack(100, 5, 0.75, Format.MKNAP, 60849);
    }

    private void knapsack(int n, int m, double tightness, Format format, double optimum) {
        String name = "cb." + n + "x" + m + "-" + Math.round(100 * tightness);
        MultidimensionalKnapsack p = KnapsackGenerator.chuBeasley(name, n, m, tightness, STREAMS.child(name));
        entries.add(new Entry(
                "mdkp/" + name + ".dat",
                format,
                p,
                "Chu-Beasley, n = " + n + ", m = " + m + ", tightness " + tightness,
                optimum,
                oracle(KnapsackOracle.class, "branch and bound with a Lagrangian bound"),
                Proof.QUICK,
                () -> KnapsackOracle.optimum(p)));
    }

    private void assignments() {
        assignment(AssignmentGenerator.uniform("uniform.5", 5, STREAMS.child("uniform.5")), "uniform, n = 5", 30718);
        assignment(AssignmentGenerator.uniform("uniform.8", 8, STREAMS.child("uniform.8")), "uniform, n = 8", 64226);
        assignment(
                AssignmentGenerator.grid("grid.3x3", 3, 3, 0.6, STREAMS.child("grid.3x3")),
                "grid 3 × 3, density 0.6",
                324);
        assignment(
                AssignmentGenerator.grid("grid.3x4", 3, 4, 0.6, STREAMS.child("grid.3x4")),
                "grid 3 × 4, density 0.6",
                686);
        known("known.3x3", 3, 3, 12, 1);
        known("known.4x4", 4, 4, 30, 1);
        known("known.4x5", 4, 5, 40, 0);
        known("known.5x6", 5, 6, 80, 2);
    }

    private void assignment(QuadraticAssignment p, String generator, double optimum) {
        entries.add(new Entry(
                "qap/" + p.name() + ".dat",
                Format.QAPLIB,
                p,
                generator,
                optimum,
                oracle(AssignmentOracle.class, "branch and bound with the Gilmore-Lawler bound"),
                Proof.QUICK,
                () -> AssignmentOracle.branchAndBound(p)));
    }

    private void known(String name, int rows, int columns, int triangles, int base) {
        Generated<QuadraticAssignment> made =
                AssignmentGenerator.knownOptimum(name, rows, columns, triangles, base, STREAMS.child(name));
        OptionalDouble optimum = made.optimum();
        entries.add(new Entry(
                "qap/" + name + ".dat",
                Format.QAPLIB,
                made.problem(),
                "grid " + rows + " × " + columns + ", " + triangles + " triangles, base flow " + base,
                optimum.orElseThrow(),
                "by construction (AssignmentGenerator.knownOptimum proves it in its comment)",
                Proof.QUICK,
                optimum::getAsDouble));
    }

    private void marketShares() {
        marketShare(2, 10, Proof.QUICK, 1);
        marketShare(3, 20, Proof.QUICK, 2);
        marketShare(4, 30, Proof.SLOW, 0);
    }

    private void marketShare(int m, int n, Proof proof, double optimum) {
        String name = "ms." + m + "x" + n;
        MarketShare p = MarketShareGenerator.cornuejolsDawande(name, m, n, STREAMS.child(name));
        entries.add(new Entry(
                "market-share/" + name + ".json",
                Format.MARKET_SHARE_JSON,
                p,
                "Cornuéjols-Dawande, m = " + m + ", n = " + n,
                optimum,
                oracle(MarketShareOracle.class, "all 2^" + n + " assignments")
                        + (proof == Proof.SLOW ? " with -Dshrinq.slow=true" : ""),
                proof,
                () -> MarketShareOracle.optimum(p)));
    }
}
