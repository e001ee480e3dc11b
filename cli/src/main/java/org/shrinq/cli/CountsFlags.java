package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.device.BitOrder;
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

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "Which classical register of COUNTS the variables are in, or its number from 0."
                    + " Default: the one with so many bits.")
    private String register = "";

    /**
     * A file of counts as it was read.
     *
     * @param counts by string, variable i in bit i
     * @param basis how the order of the bits is known
     * @param isAssumed whether nothing says it
     */
    record Reading(Map<Bits, Long> counts, String basis, boolean isAssumed) {
        /** The same strings the other way round. */
        Map<Bits, Long> reversed() {
            Map<Bits, Long> reversed = new LinkedHashMap<>();
            counts.forEach((x, count) -> {
                byte[] other = new byte[x.size()];
                for (int i = 0; i < other.length; i++) {
                    other[i] = (byte) x.get(other.length - 1 - i);
                }
                reversed.put(Bits.of(other), count);
            });
            return reversed;
        }
    }

    /**
     * Reads a file.
     *
     * @param bits length of a string
     * @param layouts qubits that the variables may have been measured on, entry i that of variable i: those of the
     *     program, those of the device; empty where nobody knows
     */
    Reading read(Path file, int bits, List<List<Integer>> layouts) {
        return read(file, JsonFiles.read(file), bits, layouts);
    }

    /** The same of content that was read from the file. */
    Reading read(Path file, JsonNode json, int bits, List<List<Integer>> layouts) {
        try {
            Counts counts = Counts.read(json, shots).register(bits, register);
            for (List<Integer> layout : layouts) {
                Counts sorted = counts.withLayout(layout);
                if (sorted != counts) {
                    counts = sorted;
                    break;
                }
            }
            counts = ordered(counts);
            return new Reading(counts.strings(bits), counts.basis(), counts.isAssumed());
        } catch (IllegalArgumentException e) {
            // keys are of the file's making
            throw new Failures.InputException(
                    file + ": " + String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ") + ".");
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
