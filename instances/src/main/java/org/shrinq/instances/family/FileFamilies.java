package org.shrinq.instances.family;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.FamilyTable;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/** The rows of {@link FileFamily}, asked by problem. */
public final class FileFamilies {
    /** A row for a kind that comes with the library. */
    interface Bundled<P extends Problem> extends FileFamily<P> {
        ProblemKind kind();

        /** The problem of this kind that a model is. */
        default FromModel fromModel(Problem model) {
            return FromModel.none("the model does not determine its data");
        }
    }

    private static final List<Bundled<?>> BUNDLED = List.of(
            new KnapsackFiles(),
            new IndependentSetFiles(),
            new AssignmentFiles(),
            new CutFiles(),
            new MarketShareFiles(),
            new SequenceFiles(),
            new ModelFiles());

    private static final FamilyTable<FileFamily<?>> TABLE =
            FamilyTable.of(FileFamily.class, List.<FileFamily<?>>copyOf(BUNDLED));

    private FileFamilies() {}

    /** No value of the objective or of a row's left-hand side is larger in magnitude. */
    public static double reach(Problem problem) {
        return reach(TABLE.of(problem), problem);
    }

    private static <P extends Problem> double reach(FileFamily<P> row, Problem problem) {
        return row.reach(row.type().cast(problem));
    }

    /** In words, what it means that variable i, counted from 0 and called {@code name}, is 1. */
    public static String meaning(Problem problem, String name, int i) {
        return meaning(TABLE.of(problem), problem, name, i);
    }

    private static <P extends Problem> String meaning(FileFamily<P> row, Problem problem, String name, int i) {
        return row.meaning(row.type().cast(problem), name, i);
    }

    /**
     * What changes when the problem is written as a model instead of in its own format; empty when nothing does.
     */
    public static String asModel(Problem problem) {
        return TABLE.of(problem).asModel();
    }

    /** The problem as formats of graphs hold it; empty where it is none of a graph. */
    public static Optional<GraphContent> graph(Problem problem) {
        return graph(TABLE.of(problem), problem);
    }

    private static <P extends Problem> Optional<GraphContent> graph(FileFamily<P> row, Problem problem) {
        return row.graph(row.type().cast(problem));
    }

    /** What solutions are where they place things; empty where they choose variables. */
    public static Optional<Placement> placement(Problem problem) {
        return placement(TABLE.of(problem), problem);
    }

    private static <P extends Problem> Optional<Placement> placement(FileFamily<P> row, Problem problem) {
        return row.placement(row.type().cast(problem));
    }

    /**
     * The permutation that x stands for, from 0; empty where solutions of the problem are none, and for an x that is
     * none.
     */
    public static Optional<int[]> permutation(Problem problem, Bits x) {
        return placement(problem).flatMap(p -> p.permutation(x.toArray()));
    }

    /** The same problem, with the same variables and objective, as a bundled kind. */
    public static FromModel as(Problem problem, ProblemKind kind) {
        if (problem.kind().equals(kind)) {
            return FromModel.of(problem);
        }
        if (!problem.model().squares().isEmpty()) {
            return FromModel.none("its objective is of the fourth degree");
        }
        return BUNDLED.stream()
                .filter(row -> row.kind().equals(kind))
                .findFirst()
                .map(row -> row.fromModel(problem))
                .orElseGet(() -> FromModel.none("no reader knows this kind"));
    }

    /** The word before the chosen variables of a solution, or before its locations. */
    public static String label(Problem problem) {
        return TABLE.of(problem).label();
    }

    /** What follows the label of a solution in place of its chosen variables; empty where those are named. */
    public static Optional<String> words(Problem problem, Bits x) {
        return words(TABLE.of(problem), problem, x);
    }

    private static <P extends Problem> Optional<String> words(FileFamily<P> row, Problem problem, Bits x) {
        return row.words(row.type().cast(problem), x.toArray());
    }

    /** Whether a result file lists the chosen variables beside x. */
    public static boolean listsSelected(Problem problem) {
        return TABLE.of(problem).listsSelected();
    }

    /** The usual extension of a file that holds the problem, with its dot. */
    public static String extension(Problem problem) {
        String own = TABLE.of(problem).extension();
        return own.isEmpty() ? problem.model().constraints().isEmpty() ? ".qubo" : ".lp" : own;
    }

    static double[] linear(QuadraticForm form) {
        double[] values = new double[form.size()];
        Arrays.setAll(values, form::linear);
        return values;
    }

    /** Why the objective is not Σ v_i x_i, maximised. */
    static Optional<String> obstacleToLinear(BinaryModel model) {
        if (model.sense() != Sense.MAXIMIZE) {
            return Optional.of("it minimises");
        }
        if (model.objective().couplings() > 0) {
            return Optional.of("its objective is quadratic");
        }
        return model.objective().offset() != 0 ? Optional.of("its objective has a constant") : Optional.empty();
    }
}
