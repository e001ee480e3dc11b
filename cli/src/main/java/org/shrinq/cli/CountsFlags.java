package org.shrinq.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.CountsReader;
import org.shrinq.qubo.Bits;
import org.shrinq.solver.result.Counts;
import picocli.CommandLine.Option;

/** How files of measured counts are read. */
final class CountsFlags {
    @Option(
            names = "--bit-order",
            paramLabel = "last|first",
            description = "Where texts have variable 0: last (Qiskit) or first (Braket, Cirq).")
    private @Nullable String order;

    @Option(
            names = "--shots",
            paramLabel = "N",
            description = "Of how many shots probabilities are, where COUNTS does not say.")
    private long shots;

    /**
     * Counts by string, variable i in bit i.
     *
     * @param bits length of a string
     * @param layout entry i is the qubit that variable i is measured on; empty where nobody knows
     */
    Map<Bits, Long> read(Path file, int bits, List<Integer> layout) {
        try {
            Counts counts = ordered(Counts.read(JsonFiles.read(file), shots).withLayout(layout));
            return CountsReader.read(counts.byKey(), bits, counts.order());
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(file + ": " + e.getMessage() + ".");
        }
    }

    private Counts ordered(Counts counts) {
        if (order == null) {
            return counts;
        }
        return switch (order.toLowerCase(Locale.ROOT)) {
            case "last" -> counts.withOrder(BitOrder.FIRST_VARIABLE_LAST);
            case "first" -> counts.withOrder(BitOrder.FIRST_VARIABLE_FIRST);
            default -> throw new Failures.UsageException("--bit-order is '" + order + "', expected last or first.");
        };
    }
}
