package org.shrinq.instances.generate;

import static org.shrinq.instances.generate.GeneratorParameter.COLUMNS;
import static org.shrinq.instances.generate.GeneratorParameter.DENSITY;
import static org.shrinq.instances.generate.GeneratorParameter.FAMILY;
import static org.shrinq.instances.generate.GeneratorParameter.M;
import static org.shrinq.instances.generate.GeneratorParameter.N;
import static org.shrinq.instances.generate.GeneratorParameter.RADIUS;
import static org.shrinq.instances.generate.GeneratorParameter.ROWS;
import static org.shrinq.instances.generate.GeneratorParameter.SIZE;
import static org.shrinq.instances.generate.GeneratorParameter.TIGHTNESS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.shrinq.instances.sequence.PublishedEnergies;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.problem.Problem;

/** The kinds of instances that can be generated: their families, parameters and standards, by name. */
public enum GeneratedKind {
    /** Chu and Beasley's knapsacks. */
    MDKP(GeneratedKind::knapsack, N, M, TIGHTNESS),
    /** Assignments of random flows, on grids, or with a known optimum. */
    QAP(GeneratedKind::assignment, FAMILY, N, ROWS, COLUMNS, DENSITY),
    /** Independent sets in random graphs, disk graphs and code graphs. */
    MIS(GeneratedKind::independentSet, FAMILY, N, DENSITY, RADIUS),
    /** Cuts of cubic graphs, signed random graphs and toruses. */
    MAXCUT(GeneratedKind::cut, FAMILY, N, DENSITY, ROWS, COLUMNS),
    /** Cornuéjols and Dawande's market shares. */
    MARKET_SHARE(GeneratedKind::marketShare, N, M),
    /** Low-autocorrelation sequences. */
    LABS(GeneratedKind::sequence, N),
    /** Random QUBOs and toruses. */
    QUBO(GeneratedKind::qubo, FAMILY, N, DENSITY, ROWS, COLUMNS),
    /** Set packing. */
    PACKING(GeneratedKind::packing, N, M, SIZE),
    /** Generalised assignment. */
    GAP(GeneratedKind::generalizedAssignment, N, M);

    private final Function<GeneratorArguments, Generated<? extends Problem>> generator;
    private final Set<GeneratorParameter> parameters;

    GeneratedKind(
            Function<GeneratorArguments, Generated<? extends Problem>> generator,
            GeneratorParameter first,
            GeneratorParameter... others) {
        this.generator = generator;
        parameters = Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The name that files and commands use. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<GeneratedKind> ofId(String id) {
        for (GeneratedKind kind : values()) {
            if (kind.id().equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The parameters that at least one family of this kind takes. */
    public Set<GeneratorParameter> parameters() {
        return parameters;
    }

    /**
     * The problem, with its optimum where the family tells it.
     *
     * @throws IllegalArgumentException for what is out of range
     */
    public Generated<? extends Problem> generate(GeneratorArguments in) {
        return generator.apply(in);
    }

    private static Generated<Problem> plain(Problem problem) {
        return new Generated<>(problem, OptionalDouble.empty());
    }

    private static Generated<Problem> knapsack(GeneratorArguments in) {
        int m = in.whole(M, 5);
        double tightness = in.number(TIGHTNESS, 0.5);
        String name = in.name("cb", n(in) + "x" + m, "" + Math.round(100 * tightness));
        return plain(KnapsackGenerator.chuBeasley(name, n(in), m, tightness, in.streams()));
    }

    private static Generated<Problem> marketShare(GeneratorArguments in) {
        int m = in.whole(M, 3);
        return plain(
                MarketShareGenerator.cornuejolsDawande(in.name("ms", m + "x" + n(in), ""), m, n(in), in.streams()));
    }

    /** Nothing is random but the name. */
    private static Generated<Problem> sequence(GeneratorArguments in) {
        return new Generated<>(
                // drawn by nobody: called as in the QOBLIB
                LowAutocorrelation.of(String.format(Locale.ROOT, "labs%03d", n(in)), n(in)),
                PublishedEnergies.of(n(in)));
    }

    private static Generated<? extends Problem> assignment(GeneratorArguments in) {
        return switch (in.family("grid", List.of("uniform", "grid", "known"))) {
            case "uniform" ->
                plain(AssignmentGenerator.uniform(in.name("uniform", "" + n(in), ""), n(in), in.streams()));
            case "grid" ->
                plain(AssignmentGenerator.grid(
                        in.name("grid", grid(in), ""), rows(in), columns(in), in.number(DENSITY, 0.5), in.streams()));
            default ->
                AssignmentGenerator.knownOptimum(
                        in.name("known", grid(in), ""), rows(in), columns(in), rows(in) * columns(in), 5, in.streams());
        };
    }

    private static Generated<Problem> independentSet(GeneratorArguments in) {
        List<String> families = new ArrayList<>(List.of("gnp", "disk"));
        for (CodeGraph code : CodeGraph.values()) {
            families.add(code.id());
        }
        String family = in.family("gnp", families);
        Optional<CodeGraph> code = CodeGraph.ofId(family);
        if (code.isPresent()) {
            return plain(code.get().problem(n(in)));
        }
        if (family.equals("disk")) {
            double radius = in.number(RADIUS, 0.2);
            return plain(MaximumIndependentSet.of(
                    in.name("disk", "" + n(in), "" + radius), RandomGraphs.unitDisk(n(in), radius, in.streams())));
        }
        double density = in.number(DENSITY, 0.1);
        return plain(MaximumIndependentSet.of(
                in.name("gnp", "" + n(in), "" + density), RandomGraphs.gnp(n(in), density, in.streams())));
    }

    private static Generated<Problem> cut(GeneratorArguments in) {
        return plain(
                switch (in.family("cubic", List.of("cubic", "gnp", "torus"))) {
                    case "cubic" -> CutGenerator.cubic(in.name("cubic", "" + n(in), ""), n(in), in.streams());
                    case "gnp" -> {
                        double density = in.number(DENSITY, 0.5);
                        yield CutGenerator.signedGnp(
                                in.name("signed", "" + n(in), "" + density), n(in), density, in.streams());
                    }
                    default -> CutGenerator.torus(in.name("torus", grid(in), ""), rows(in), columns(in), in.streams());
                });
    }

    private static Generated<Problem> qubo(GeneratorArguments in) {
        return plain(
                switch (in.family("random", List.of("random", "torus"))) {
                    case "random" -> {
                        double density = in.number(DENSITY, 0.5);
                        yield QuboGenerator.random(
                                in.name("random", "" + n(in), "" + density), n(in), density, in.streams());
                    }
                    default -> QuboGenerator.torus(in.name("torus", grid(in), ""), rows(in), columns(in), in.streams());
                });
    }

    private static Generated<Problem> packing(GeneratorArguments in) {
        return plain(ModelGenerator.setPacking(
                in.name("packing", "" + n(in), ""), n(in), in.whole(M, 5), in.whole(SIZE, 4), in.streams()));
    }

    private static Generated<Problem> generalizedAssignment(GeneratorArguments in) {
        int agents = in.whole(M, 5);
        return plain(ModelGenerator.generalizedAssignment(
                in.name("gap", agents + "x" + n(in), ""), agents, n(in), in.streams()));
    }

    private static int n(GeneratorArguments in) {
        return in.whole(N, 20);
    }

    private static int rows(GeneratorArguments in) {
        return in.whole(ROWS, 3);
    }

    private static int columns(GeneratorArguments in) {
        return in.whole(COLUMNS, 3);
    }

    private static String grid(GeneratorArguments in) {
        return rows(in) + "x" + columns(in);
    }
}
