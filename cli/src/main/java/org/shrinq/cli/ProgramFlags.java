package org.shrinq.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.device.Coupling;
import org.shrinq.quantum.device.OpenQasm;
import org.shrinq.quantum.device.Routed;
import org.shrinq.quantum.device.Router;
import picocli.CommandLine.Option;

/** In which words a circuit is written, and for which device. */
final class ProgramFlags {
    @Option(
            names = "--qasm",
            paramLabel = "2|3|braket",
            description = "OpenQASM version, or 3 with Amazon Braket's names of gates. Default: 3.")
    private @Nullable String version;

    private OpenQasm.Version usual = OpenQasm.Version.V3;

    @Option(
            names = "--coupling",
            paramLabel = "NAME|FILE",
            description = "Which qubits have gates together: all-to-all, linear, grid, heavy-hex, or a file:"
                    + " lines of two qubits, Qiskit's coupling map or Braket's connectivity as JSON. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String coupling = "all-to-all";

    /**
     * A program.
     *
     * @param text the OpenQASM
     * @param measured entry i is the qubit that variable i is measured on
     * @param circuit the circuit as it is written, gate by gate, on the qubits that the program declares
     * @param coupling the name of the coupling
     * @param physical entry k is the device's qubit that the program calls q[k]; empty where all are coupled
     */
    record Program(String text, List<Integer> measured, Circuit circuit, String coupling, List<Integer> physical) {}

    /** Complains of values before any work. */
    void check() {
        dialect();
        coupling(1);
    }

    /** What the program is for: the dialect where none was asked for; another one that it cannot read is refused. */
    void writesFor(OpenQasm.Version value, String flag) {
        usual = value;
        boolean braket = value == OpenQasm.Version.BRAKET;
        if (braket != (dialect() == OpenQasm.Version.BRAKET)) {
            throw new Failures.UsageException(
                    flag + " runs programs of --qasm " + (braket ? "braket" : "2 or 3") + ".");
        }
    }

    /** The dialect as people read it. */
    String words() {
        return switch (dialect()) {
            case BRAKET -> "OpenQASM 3 with Braket's names";
            case V2 -> "OpenQASM 2";
            case V3 -> "OpenQASM 3";
        };
    }

    /** The coupling as it was asked for. */
    String couplingName() {
        return coupling;
    }

    OpenQasm.Version dialect() {
        if (version == null) {
            return usual;
        }
        return switch (version.toLowerCase(Locale.ROOT)) {
            case "2" -> OpenQasm.Version.V2;
            case "3" -> OpenQasm.Version.V3;
            case "braket" -> OpenQasm.Version.BRAKET;
            default -> throw new Failures.UsageException("--qasm is '" + version + "', expected 2, 3 or braket.");
        };
    }

    /** Empty where all qubits have gates together. */
    private Optional<Coupling> coupling(int qubits) {
        return switch (coupling.toLowerCase(Locale.ROOT)) {
            case "all-to-all" -> Optional.empty();
            case "linear" -> Optional.of(Coupling.linear(qubits));
            case "heavy-hex" -> Optional.of(Coupling.heavyHexFor(qubits));
            case "grid" -> Optional.of(Coupling.gridFor(qubits));
            default -> Optional.of(device(qubits));
        };
    }

    private Coupling device(int qubits) {
        Path file = Path.of(coupling);
        if (!Files.isRegularFile(file)) {
            throw new Failures.UsageException("--coupling is '" + coupling
                    + "', expected all-to-all, linear, grid, heavy-hex, or a file of pairs.");
        }
        try {
            return Coupling.of(file.getFileName().toString(), CouplingFile.read(file), qubits);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--coupling: " + e.getMessage() + ".");
        }
    }

    /** Writes a circuit. */
    Program write(Circuit circuit) {
        Optional<Routed> routed = coupling(circuit.qubits()).map(c -> Router.route(circuit, c));
        List<Integer> measured = routed.map(r -> r.compact().measured())
                .orElseGet(() -> IntStream.range(0, circuit.qubits()).boxed().toList());
        String text = routed.map(r -> OpenQasm.write(r, dialect())).orElseGet(() -> OpenQasm.write(circuit, dialect()));
        return new Program(
                text,
                measured,
                OpenQasm.read(text).circuit(),
                routed.map(r -> r.coupling().name()).orElse("all-to-all"),
                routed.map(r -> Arrays.stream(r.used()).boxed().toList()).orElse(List.of()));
    }
}
