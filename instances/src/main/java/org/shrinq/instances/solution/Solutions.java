package org.shrinq.instances.solution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shrinq.instances.Instance;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.text.FileOutput;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.VariableTable;

/** Reads and writes solution files. The form is recognised by content; see {@link SolutionForm}. */
public final class Solutions {
    private Solutions() {}

    /**
     * Reads a solution of that problem; names in .sol files are x1, x2, ….
     *
     * @throws InstanceException when the file cannot be read or gives no value for the problem's variables
     */
    public static SolutionFile read(Path path, Problem problem) {
        return read(Text.load(path, Limits.ofThisJava()), problem, List.of(), VariableTable.none());
    }

    /** Reads a solution of that instance; names in .sol files are the instance's own. */
    public static SolutionFile read(Path path, Instance instance) {
        return read(
                Text.load(path, Limits.ofThisJava()), instance.problem(), instance.variableNames(), instance.table());
    }

    /** Reads a solution in memory. */
    public static SolutionFile read(Text text, Problem problem, List<String> names) {
        return read(text, problem, names, VariableTable.none());
    }

    /** Reads a solution in memory, of a model whose variables became bits as the table says. */
    public static SolutionFile read(Text text, Problem problem, List<String> names, VariableTable table) {
        Shape shape = new Shape(text);
        if (shape.isEmpty()) {
            throw InstanceException.of(
                    InstanceException.Reason.INVALID, text.file(), "the file is empty, expected a solution", "");
        }
        if (shape.isJson()) {
            return JsonSolution.read(text, problem);
        }
        if (shape.firstLine().startsWith("<")) {
            return CplexSolution.read(text, problem, names, table);
        }
        if (shape.isNumeric()) {
            return NumericSolution.read(text, shape, problem);
        }
        Optional<Text> spaced = withoutCommas(text);
        return spaced.isPresent()
                ? NumericSolution.read(spaced.get(), new Shape(spaced.get()), problem)
                : SolSolution.read(text, problem, names, table);
    }

    /** Whole numbers with commas between them, as some QAPLIB files have: the same with spaces. */
    private static Optional<Text> withoutCommas(Text text) {
        byte[] bytes = text.bytes().clone();
        for (int k = text.start(); k < text.length(); k++) {
            if (bytes[k] == ',') {
                bytes[k] = ' ';
            } else if (bytes[k] > ' ' && (bytes[k] < '0' || bytes[k] > '9')) {
                return Optional.empty();
            }
        }
        return Optional.of(new Text(text.file(), bytes, text.start(), text.length(), text.sha256()));
    }

    /**
     * Writes a solution.
     *
     * @param names one name per variable for {@link SolutionForm#SOL}, or empty for x1, x2, …
     * @throws InstanceException when the form cannot hold the solution, or the file cannot be written
     */
    public static void write(Path path, SolutionForm form, Problem problem, List<String> names, Bits x) {
        FileOutput.write(path, out -> write(out, Text.fileName(path), form, problem, names, x));
    }

    /**
     * Writes a solution of that instance; in .sol files integers have their values.
     *
     * @throws InstanceException when the form cannot hold the solution, or the file cannot be written
     */
    public static void write(Path path, SolutionForm form, Instance instance, Bits x) {
        VariableTable table = instance.table();
        if (form != SolutionForm.SOL || table.isEmpty()) {
            write(path, form, instance.problem(), instance.variableNames(), x);
            return;
        }
        byte[] bits = x.toArray();
        FileOutput.write(path, out -> {
            out.add("# objective value = ")
                    .add(instance.problem().objective(bits))
                    .line();
            for (VariableTable.Variable v : table.variables()) {
                out.add(v.name()).space().add(v.value(bits)).line();
            }
        });
    }

    /** Writes a solution into a text; {@code file} names it in errors. */
    public static void write(
            TextSink out, String file, SolutionForm form, Problem problem, List<String> names, Bits x) {
        if (x.size() != problem.size()) {
            throw new IllegalArgumentException(x.size() + " bits for " + problem.size() + " variables");
        }
        switch (form) {
            case BITS -> out.line(x.toString());
            case INDICES -> {
                if (x.ones() == 0) {
                    throw notExpressible(file, form, "no variable is 1, the file would be empty");
                }
                indices(out, x);
            }
            case PERMUTATION -> permutation(out, requirePermutation(file, form, problem, x));
            case SLN -> {
                int[] permutation = requirePermutation(file, form, problem, x);
                out.add(permutation.length)
                        .space()
                        .add(problem.objective(x.toArray()))
                        .line();
                permutation(out, permutation);
            }
            case SOL -> {
                out.add("# objective value = ")
                        .add(problem.objective(x.toArray()))
                        .line();
                for (int i = 0; i < x.size(); i++) {
                    out.add(names.isEmpty() ? "x" + (i + 1) : names.get(i))
                            .space()
                            .add(x.get(i))
                            .line();
                }
            }
            case JSON -> throw notExpressible(file, form, "a result file is written with the whole result");
        }
    }

    private static void indices(TextSink out, Bits x) {
        String separator = "";
        for (int i = 0; i < x.size(); i++) {
            if (x.get(i) == 1) {
                out.add(separator).add(i + 1);
                separator = " ";
            }
        }
        out.line();
    }

    private static void permutation(TextSink out, int[] permutation) {
        out.row(permutation.length, i -> permutation[i] + 1);
    }

    private static int[] requirePermutation(String file, SolutionForm form, Problem problem, Bits x) {
        return FileFamilies.permutation(problem, x)
                .orElseThrow(
                        () -> notExpressible(file, form, "it holds feasible solutions of quadratic assignments only"));
    }

    private static InstanceException notExpressible(String file, SolutionForm form, String why) {
        return InstanceException.of(
                InstanceException.Reason.NOT_EXPRESSIBLE,
                file,
                "the solution cannot be written as " + form.id() + ": " + why,
                "");
    }
}
