package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.quantum.mps.MpsOptions;
import org.shrinq.quantum.mps.MpsState;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.noise.NoisySampler;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.Sidecar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate}: stands in for a device. */
@Command(
        name = "simulate",
        header = "Runs a circuit file as a (noisy) device would; writes the counts.",
        description = {
            "CIRCUIT is what export wrote, or straight-line OpenQASM 2 or 3 of another tool.",
            "Of a job's job.json all circuits run, and their counts stand under their names."
        },
        footer = {
            "",
            "Examples:",
            "  shrinq export instances/data/mis/1tc.32.txt --qubits 8 -o c.qasm",
            "  shrinq simulate c.qasm --noise superconducting -o counts.json",
            "  shrinq simulate c.qasm --shots 4000 --shape braket -o braket.json",
            "  shrinq simulate c.qasm --backend mps --bond 32 -o counts.json"
        })
final class SimulateCommand implements Callable<Integer> {
    /** Amplitudes of the state, of the one that a gate writes, and their probabilities. */
    private static final long BYTES_PER_STATE = 5 * Double.BYTES;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CIRCUIT", description = "The OpenQASM file, or a job.")
    private Path circuitFile = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The JSON file of counts.")
    private Path target = Path.of("");

    @Option(
            names = "--noise",
            paramLabel = "SPEC",
            description = "superconducting, superconducting-good, trapped-ion, noisy, none, or"
                    + " depolarizing:p1=…,p2=…,readout=…. Default: ${DEFAULT-VALUE}.")
    private String noise = "none";

    @Option(names = "--shots", paramLabel = "N", description = "How often it is measured. Default: ${DEFAULT-VALUE}.")
    private int shots = 1024;

    @Option(names = "--seed", paramLabel = "S", description = "Root of all random numbers. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--shape",
            paramLabel = "NAME",
            description = "Whose JSON: qiskit (variable 0 last) or braket (variable 0 first)."
                    + " Default: ${DEFAULT-VALUE}.")
    private String shape = "qiskit";

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "statevector, or mps: a matrix product state, for up to several hundred qubits."
                    + " Default: ${DEFAULT-VALUE}.")
    private String backend = "statevector";

    @Option(
            names = "--bond",
            paramLabel = "CHI",
            description = "Largest bond of a matrix product state. Default: ${DEFAULT-VALUE}.")
    private int bond = MpsOptions.DEFAULTS.bond();

    @Mixin
    private OutputFlags output = new OutputFlags();

    @Override
    public Integer call() {
        boolean braket = switch (shape.toLowerCase(Locale.ROOT)) {
            case "qiskit" -> false;
            case "braket" -> true;
            default -> throw new Failures.UsageException("--shape is '" + shape + "', expected qiskit or braket.");
        };
        if (shots < 1) {
            throw new Failures.UsageException("--shots is '" + shots + "', expected at least 1.");
        }
        Targets.requireFile("-o", target);
        NoiseModel model = noise();
        Map<String, MeasuredCircuit> programs = programs();
        boolean job = !programs.containsKey("");
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        List<String> accounts = new ArrayList<>();
        programs.forEach((name, program) -> {
            Map<Bits, Long> counts = new TreeMap<>();
            String account = sample(name, program, model, counts);
            all.set(name, braket ? braket(program, counts) : qiskit(counts));
            accounts.add((job ? name : target) + ": " + TextFormat.count(shots, "shot") + " of "
                    + TextFormat.count(program.measured().size(), "bit") + ", "
                    + TextFormat.count(counts.size(), "distinct string") + ", " + account);
        });
        ResultJson.write(target, job ? all : all.path(""));
        if (!output.isQuiet()) {
            accounts.forEach(spec.commandLine().getOut()::println);
            if (job) {
                spec.commandLine()
                        .getOut()
                        .println(target + ": the counts of " + TextFormat.count(all.size(), "circuit"));
            }
        }
        return ExitCode.OK;
    }

    /**
     * Measures a program.
     *
     * @param counts the strings are added here
     * @return how it was done
     */
    private String sample(String name, MeasuredCircuit program, NoiseModel model, Map<Bits, Long> counts) {
        RandomStreams streams = name.isEmpty() ? streams() : streams().child(name);
        MeasuredCircuit compact = program.compact();
        int qubits = compact.circuit().qubits();
        if (isMatrixProduct(model)) {
            MpsState state =
                    MpsState.run(compact.circuit(), options(), () -> false).orElseThrow();
            SplittableRandom random = streams.stream("shots");
            for (Bits x : state.sample(shots, random, () -> false)) {
                counts.merge(compact.register(x), 1L, Long::sum);
            }
            return String.format(Locale.ROOT, "bond %d, fidelity about %.3g", state.largestBond(), state.fidelity());
        }
        InsufficientMemoryException.check(
                qubits,
                qubits > 40 ? Long.MAX_VALUE : BYTES_PER_STATE << qubits,
                model.isNone() ? "--backend mps" : "--backend mps without --noise");
        for (long index : measure(compact, model, streams)) {
            counts.merge(compact.register(Bits.ofIndex(qubits, index)), 1L, Long::sum);
        }
        return "noise " + noise;
    }

    private boolean isMatrixProduct(NoiseModel model) {
        boolean mps = switch (backend.toLowerCase(Locale.ROOT)) {
            case "statevector" -> false;
            case "mps" -> true;
            default ->
                throw new Failures.UsageException("--backend is '" + backend + "', expected statevector or mps.");
        };
        if (mps && !model.isNone()) {
            throw new Failures.UsageException("--noise '" + noise
                    + "' runs on the backend statevector only. Maybe without --noise, or without --backend mps.");
        }
        return mps;
    }

    private MpsOptions options() {
        try {
            return MpsOptions.DEFAULTS.withBond(bond);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--" + e.getMessage() + ".");
        }
    }

    private RandomStreams streams() {
        return new RandomStreams(seed).child("simulate");
    }

    private NoiseModel noise() {
        try {
            return NoiseModel.parse(noise);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--" + e.getMessage());
        }
    }

    /** The programs by name; one alone has none. */
    private Map<String, MeasuredCircuit> programs() {
        boolean json = circuitFile.toString().endsWith(".json");
        if (!json || !Files.isRegularFile(circuitFile)) {
            return Map.of("", CircuitFiles.read(circuitFile));
        }
        JsonNode sidecar = JsonFiles.read(circuitFile);
        if (!SidecarInput.isSidecar(sidecar)) {
            throw new Failures.InputException(
                    circuitFile + ": neither a program nor what 'shrinq export' wrote of some.");
        }
        Map<String, MeasuredCircuit> programs = new LinkedHashMap<>();
        Sidecar.circuits(sidecar)
                .forEach((name, own) -> programs.put(
                        name,
                        CircuitFiles.read(circuitFile
                                .toAbsolutePath()
                                .resolveSibling(own.path("circuit_file").asText()))));
        return programs;
    }

    private long[] measure(MeasuredCircuit program, NoiseModel model, RandomStreams streams) {
        return model.isNone()
                ? Backend.stateVector().sample(program.circuit(), shots, streams.stream("shots"))
                : NoisySampler.sample(program.circuit(), model, shots, streams, Deadline.never());
    }

    private static ObjectNode qiskit(Map<Bits, Long> counts) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        counts.forEach((bits, count) -> root.put(BitOrder.FIRST_VARIABLE_LAST.format(bits), count));
        return root;
    }

    private static ObjectNode braket(MeasuredCircuit program, Map<Bits, Long> counts) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode byString = root.putObject("measurementCounts");
        counts.forEach((bits, count) -> byString.put(BitOrder.FIRST_VARIABLE_FIRST.format(bits), count));
        ArrayNode qubits = root.putArray("measuredQubits");
        program.measured().forEach(qubits::add);
        return root;
    }
}
