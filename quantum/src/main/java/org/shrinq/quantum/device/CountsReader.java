package org.shrinq.quantum.device;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.shrinq.qubo.Bits;

/**
 * Reads the counts that devices and simulators hand back. Keys may be
 *
 * <ul>
 *   <li>texts of 0 and 1, blanks and underscores ignored (Qiskit separates registers by blanks);
 *   <li>hexadecimal numbers with {@code 0x} (Qiskit's raw results): bit i of the number is variable i in either order.
 * </ul>
 */
public final class CountsReader {
    private CountsReader() {}

    /**
     * Counts by bitstring, in the order of the input; keys for the same string are added, zero counts are left out.
     *
     * @param counts as measured; not modified
     * @param qubits number of bits that each key must have
     * @param order how texts of 0 and 1 list the bits
     * @throws IllegalArgumentException when a key is not a bitstring of that length, a count is negative, or all are
     *     zero; the message names the key
     */
    public static Map<Bits, Long> read(Map<String, Long> counts, int qubits, BitOrder order) {
        Map<Bits, Long> read = new LinkedHashMap<>();
        counts.forEach((key, count) -> {
            Bits bits = parse(key, qubits, order);
            if (count < 0) {
                throw new IllegalArgumentException("count of '" + key + "' is " + count + ", expected at least 0");
            }
            if (count > 0) {
                read.merge(bits, count, Long::sum);
            }
        });
        if (read.isEmpty()) {
            throw new IllegalArgumentException("no counts above 0 among " + counts.size() + " entries");
        }
        return read;
    }

    private static Bits parse(String key, int qubits, BitOrder order) {
        String text = key.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("0x")) {
            return hex(key, text.substring(2), qubits);
        }
        String digits = text.replace(" ", "").replace("_", "");
        if (digits.isEmpty() || !digits.matches("[01]+")) {
            throw new IllegalArgumentException(
                    "'" + key + "' is not a bitstring. Maybe a key like \"0110\" or \"0x6\" was meant");
        }
        if (digits.length() != qubits) {
            throw new IllegalArgumentException("'" + key + "' has " + digits.length() + " bits, expected " + qubits);
        }
        return order.parse(digits);
    }

    private static Bits hex(String key, String digits, int qubits) {
        if (!digits.matches("[0-9a-f]+")) {
            throw new IllegalArgumentException("'" + key + "' is not a hexadecimal number");
        }
        BigInteger number = new BigInteger(digits, 16);
        if (number.bitLength() > qubits) {
            throw new IllegalArgumentException(
                    "'" + key + "' needs " + number.bitLength() + " bits, expected at most " + qubits);
        }
        byte[] x = new byte[qubits];
        for (int i = 0; i < qubits; i++) {
            x[i] = (byte) (number.testBit(i) ? 1 : 0);
        }
        return Bits.of(x);
    }
}
