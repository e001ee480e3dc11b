package org.shrinq.instances;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.generate.AssignmentGenerator;
import org.shrinq.instances.generate.CodeGraph;
import org.shrinq.instances.generate.CutGenerator;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.generate.KnapsackGenerator;
import org.shrinq.instances.generate.MarketShareGenerator;
import org.shrinq.instances.generate.ModelGenerator;
import org.shrinq.instances.generate.QuboGenerator;
import org.shrinq.instances.generate.RandomGraphs;
import org.shrinq.instances.oracle.AssignmentOracle;
import org.shrinq.instances.oracle.FormOracle;
import org.shrinq.instances.oracle.IndependentSetOracle;
import org.shrinq.instances.oracle.KnapsackOracle;
import org.shrinq.instances.oracle.LinearModelOracle;
import org.shrinq.instances.oracle.MarketShareOracle;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.qubo.problem.MaxCut;
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
            List<String> names,
            String generator,
            double optimum,
            String established,
            Proof proof,
            DoubleSupplier prove) {
        byte[] bytes() {
            WriteOptions options = WriteOptions.defaults().withVariableNames(names);
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
        bundle.cuts();
        bundle.qubos();
        bundle.models();
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
                List.of(),
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
                List.of(),
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
                List.of(),
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
                List.of(),
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
                List.of(),
                "Cornuéjols-Dawande, m = " + m + ", n = " + n,
                optimum,
                oracle(MarketShareOracle.class, "all 2^" + n + " assignments")
                        + (proof == Proof.SLOW ? " with -Dshrinq.slow=true" : ""),
                proof,
                () -> MarketShareOracle.optimum(p)));
    }

    private void cuts() {
        MaxCut signed = CutGenerator.signedGnp("signed.20", 20, 0.5, STREAMS.child("signed.20"));
        enumerated("maxcut/signed.20.mc", Format.RUDY, signed, "G(20, 0.5) with weights ±1", 15);
        MaxCut cubic = CutGenerator.cubic("cubic.24", 24, STREAMS.child("cubic.24"));
        enumerated("maxcut/cubic.24.mc", Format.RUDY, cubic, "3-regular, n = 24, weights 1", 31);
        MaxCut torus = CutGenerator.torus("torus.8x8", 8, 8, STREAMS.child("torus.8x8"));
        onTorus("maxcut/torus.8x8.mc", Format.RUDY, torus, "torus 8 × 8 with weights ±1", 52);
    }

    private void qubos() {
        BinaryQuadraticProgram random = QuboGenerator.random("random.20", 20, 0.5, STREAMS.child("random.20"));
        enumerated("qubo/random.20.qubo", Format.QBSOLV, random, "random QUBO, n = 20, density 0.5", -826);
        BinaryQuadraticProgram coo = QuboGenerator.random("random.24", 24, 0.2, STREAMS.child("random.24"));
        enumerated("qubo/random.24.coo", Format.COO, coo, "random QUBO, n = 24, density 0.2", -565);
        BinaryQuadraticProgram torus = QuboGenerator.torus("torus.8x8", 8, 8, STREAMS.child("qubo.8x8"));
        onTorus("qubo/torus.8x8.json", Format.BQPJSON, torus, "QUBO on a torus 8 × 8", -3355);
    }

    private void enumerated(String path, Format format, Problem p, String generator, double optimum) {
        entries.add(new Entry(
                path,
                format,
                p,
                List.of(),
                generator,
                optimum,
                oracle(FormOracle.class, "all 2^" + p.size() + " assignments"),
                Proof.QUICK,
                () -> FormOracle.enumerate(p)));
    }

    private void onTorus(String path, Format format, Problem p, String generator, double optimum) {
        entries.add(new Entry(
                path,
                format,
                p,
                List.of(),
                generator,
                optimum,
                oracle(FormOracle.class, "dynamic programming over the rows"),
                Proof.QUICK,
                () -> FormOracle.torus(p, 8, 8)));
    }

    private void models() {
        model(
                ModelGenerator.setPacking("packing.40", 40, 25, 4, STREAMS.child("packing.40")),
                List.of(),
                "set packing, n = 40, 25 sets of 4",
                175);
        model(
                ModelGenerator.generalizedAssignment("gap.4x10", 4, 10, STREAMS.child("gap.4x10")),
                ModelGenerator.assignmentNames(4, 10),
                "generalised assignment, 4 agents, 10 tasks",
                151);
    }

    private void model(BinaryQuadraticProgram p, List<String> names, String generator, double optimum) {
        entries.add(new Entry(
                "lp/" + p.name() + ".lp",
                Format.CPLEX_LP,
                p,
                names,
                generator,
                optimum,
                oracle(LinearModelOracle.class, "depth-first search"),
                Proof.QUICK,
                () -> LinearModelOracle.optimum(p)));
    }
}
