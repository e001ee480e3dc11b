package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.CountsReader;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.text.Brief;

/**
 * Measured counts in the JSON shapes that devices hand back: those of Qiskit, IBM's service, Braket, IonQ, Cirq and
 * pyQuil, and plain maps. Keys of several classical registers have a blank between them.
 *
 * @param byKey counts by key, in the order of the file
 * @param order how texts list the bits
 * @param measuredQubits for Braket the measured qubits in the order of the columns, else empty
 * @param registers the classical registers in the order in which texts have them; empty where the file names none
 * @param basis how the order of the bits is known, as a sentence goes on after "bit order:"
 * @param isAssumed whether nothing says it, so that the other order is possible too
 */
public record Counts(
        Map<String, Long> byKey,
        BitOrder order,
        List<Integer> measuredQubits,
        List<Register> registers,
        String basis,
        boolean isAssumed) {
    /** A classical register of a program. */
    public record Register(String name, int bits) {
        @Override
        public String toString() {
            return name + " of " + bits + (bits == 1 ? " bit" : " bits");
        }
    }

    public Counts {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        measuredQubits = List.copyOf(measuredQubits);
        registers = List.copyOf(registers);
    }

    /**
     * {@link #read(JsonNode, long)} of a file that holds counts, or says itself of how many shots its probabilities
     * are.
     */
    public static Counts read(JsonNode root) {
        return read(root, 0);
    }

    /**
     * Counts by key, in the order of the file, and how that kind of file lists the bits: Braket, Cirq and pyQuil have
     * variable 0 first, everything else variable 0 last as Qiskit does. Keys that are decimal numbers have variable i
     * in bit i.
     *
     * @param shots what probabilities are multiplied by; 0 when that is for the file to say
     * @throws IllegalArgumentException when none of the shapes fits, a count is no whole number, or nothing says of how
     *     many shots probabilities are
     */
    public static Counts read(JsonNode root, long shots) {
        return CountsShapes.read(root, shots);
    }

    /**
     * The part of a file of several circuits that is about one of them: what stands under its name, else the k-th of a
     * list, or of the {@code results}, {@code pub_results} or {@code quasi_dists} of one file; empty where the file has
     * none of these.
     */
    public static Optional<JsonNode> part(JsonNode root, String name, int k) {
        return CountsShapes.part(root, name, k);
    }

    /** The same counts read in another order, because a user says so; keys that are numbers have none. */
    public Counts withOrder(BitOrder value) {
        if (byKey.keySet().stream().allMatch(key -> key.strip().startsWith("0x"))) {
            return this;
        }
        return new Counts(
                byKey,
                value,
                measuredQubits,
                registers,
                "variable 0 " + (value == BitOrder.FIRST_VARIABLE_FIRST ? "first" : "last") + ", as was asked for",
                false);
    }

    /**
     * The same counts with the columns of Braket's texts in the order of the variables. Its results list the measured
     * qubits in the order of the columns; where they are those of the circuit, in any order, that decides, for a routed
     * circuit too.
     *
     * @param layout entry i is the qubit of the exported program, or of the device, that variable i is measured on
     */
    public Counts withLayout(List<Integer> layout) {
        if (measuredQubits.size() != layout.size() || !new HashSet<>(measuredQubits).equals(new HashSet<>(layout))) {
            return this;
        }
        String known = "by the qubits that the file says it measured, " + list(measuredQubits)
                + ", and those of the variables, " + list(layout);
        Map<String, Long> ordered = new LinkedHashMap<>();
        byKey.forEach((key, count) -> {
            StringBuilder text = new StringBuilder();
            for (int qubit : layout) {
                int column = measuredQubits.indexOf(qubit);
                text.append(column < key.length() ? key.charAt(column) : '?');
            }
            ordered.merge(text.toString(), count, Long::sum);
        });
        return new Counts(ordered, order, layout, registers, known, false);
    }

    private static String list(List<Integer> qubits) {
        return qubits.size() > 8
                ? list(qubits.subList(0, 8)) + " …"
                : qubits.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /**
     * The counts of one register, or of all of them together where they have as many bits as are expected; without a
     * name the only one that has so many, or of several such the one called c.
     *
     * @param bits length of a string
     * @param name of the register, or its number from 0 in the order of declaration; empty where the counts are to tell
     * @throws IllegalArgumentException when no register is called so, or when several could be meant
     */
    public Counts register(int bits, String name) {
        List<Register> all = groups();
        if (all.size() < 2 && name.isEmpty()) {
            return this;
        }
        int total = all.stream().mapToInt(Register::bits).sum();
        if (name.isEmpty() && total == bits) {
            String together = all.stream().map(Register::name).collect(Collectors.joining(" "));
            return new Counts(
                    byKey,
                    order,
                    measuredQubits,
                    registers,
                    basis + ", registers " + together + " together",
                    isAssumed);
        }
        int[] fitting = IntStream.range(0, all.size())
                .filter(k -> name.isEmpty() ? all.get(k).bits == bits : isCalled(all, k, name))
                .toArray();
        int[] chosen = fitting.length > 1
                ? Arrays.stream(fitting)
                        .filter(k -> all.get(k).name.equals("c"))
                        .toArray()
                : fitting;
        if (chosen.length != 1) {
            throw new IllegalArgumentException("holds the registers "
                    + all.stream().map(Register::toString).collect(Collectors.joining(", "))
                    + (name.isEmpty()
                            ? ", expected one of " + bits + " bits. Say which with --register"
                            : ", none is called '" + name + "'"));
        }
        Register one = all.get(chosen[0]);
        Map<String, Long> own = new LinkedHashMap<>();
        byKey.forEach((key, count) -> {
            String[] groups = key.strip().split(" +");
            own.merge(groups.length == all.size() ? groups[chosen[0]] : key, count, Long::sum);
        });
        return new Counts(own, order, List.of(), List.of(one), basis + ", register " + one.name, isAssumed);
    }

    private boolean isCalled(List<Register> all, int k, String name) {
        return all.get(k).name.equals(name)
                || registers.isEmpty() && name.equals(Integer.toString(declared(k, all.size())));
    }

    /** The place of the k-th group of a text in the order of declaration. */
    private int declared(int k, int groups) {
        return order == BitOrder.FIRST_VARIABLE_LAST ? groups - 1 - k : k;
    }

    /** The registers; where the file names none, the groups of its first key, called by their numbers. */
    private List<Register> groups() {
        if (!registers.isEmpty() || byKey.isEmpty()) {
            return registers;
        }
        String[] parts = byKey.keySet().iterator().next().strip().split(" +");
        List<Register> found = new ArrayList<>();
        for (int k = 0; k < parts.length; k++) {
            found.add(new Register(Integer.toString(declared(k, parts.length)), parts[k].length()));
        }
        return found;
    }

    /**
     * Counts by string, variable i in bit i.
     *
     * @throws IllegalArgumentException when a key is not a string of that length
     */
    public Map<Bits, Long> strings(int bits) {
        return CountsReader.read(byKey, bits, order);
    }

    /**
     * The strings with their energies.
     *
     * @throws IllegalArgumentException when a key is not a string of the QUBO's size
     */
    public SampleSet samples(Qubo qubo) {
        return SampleSet.ofCounts(
                qubo.size(), register(qubo.size(), "").strings(qubo.size()), x -> qubo.energy(x.toArray()));
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
