package org.shrinq.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer;
import org.shrinq.quantum.lightcone.FixedAngleOptimizer.Row;
import org.shrinq.quantum.lightcone.FixedAngleTable;
import org.shrinq.qubo.run.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code angles}: the table behind {@code --init fixed}. */
@Command(
        name = "angles",
        header = "Computes the best QAOA angles on regular trees, the table of --init fixed.",
        description = "Lines of degree, layers p, p values of gamma, p of beta, and the expectation of Z_u Z_v on an "
                + "edge, for a cost of one unit an edge; separated by tabs.",
        footer = {"", "Examples:", "  shrinq angles --degree 3 --layers 3", "  shrinq angles --degree dense --layers 2"
        })
final class AnglesCommand implements Callable<Integer> {
    private static final String DENSE = "dense";
    private static final int MOST_LAYERS = 11;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--degree",
            paramLabel = "D",
            description =
                    "Degree of the tree, at least 2; dense for the limit of large degree, the Sherrington-Kirkpatrick"
                            + " model, with gamma and expectation times the root of the degree. Default: "
                            + "${DEFAULT-VALUE}.")
    private String degree = "3";

    @Option(
            names = {"-p", "--layers"},
            paramLabel = "N",
            description = "Most layers, 1 to " + MOST_LAYERS + "; a layer more takes about five times as long."
                    + " Default: ${DEFAULT-VALUE}.")
    private int layers = 5;

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        if (layers < 1 || layers > MOST_LAYERS) {
            throw new Failures.UsageException("--layers is '" + layers + "', expected 1 to " + MOST_LAYERS + ".");
        }
        boolean dense = degree.toLowerCase(Locale.ROOT).equals(DENSE);
        int d = dense ? 0 : degree();
        List<Row> rows = dense
                ? FixedAngleOptimizer.dense(layers, Deadline.never())
                : FixedAngleOptimizer.regular(d, layers, Deadline.never());
        PrintWriter out = spec.commandLine().getOut();
        FixedAngleTable.format(d, rows).forEach(out::println);
        if (!output.isQuiet() && !dense) {
            Row last = rows.get(rows.size() - 1);
            out.println(String.format(
                    Locale.ROOT,
                    "# expected cut fraction of large graphs of degree %d with %s: %.4f",
                    d,
                    TextFormat.count(last.layers(), "layer"),
                    last.cutFraction()));
        }
        return ExitCode.OK;
    }

    private int degree() {
        String expected = "--degree is '" + degree + "', expected a whole number of at least 2, or dense.";
        try {
            int d = Integer.parseInt(degree);
            if (d >= 2 && d <= 1_000_000) {
                return d;
            }
        } catch (NumberFormatException e) {
            throw new Failures.UsageException(expected);
        }
        throw new Failures.UsageException(expected);
    }
}
