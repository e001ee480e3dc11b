package org.shrinq.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shrinq.bench.audit.AuditOptions;
import org.shrinq.bench.audit.ControlKind;
import org.shrinq.bench.audit.ErrorRates;
import org.shrinq.bench.audit.Subject;
import org.shrinq.instances.Instance;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.noise.NoisySampler;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SmallProblem;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.TrainedCircuit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench audit}: how often an audit errs, and how weak a device it still tells from its controls. */
@Command(
        name = "audit",
        header = "Measures how often audit errs, and what it can tell apart.",
        description = {
            "Trains a circuit, runs it with noise, fits the controls to its counts, draws",
            "files of counts from each of them and audits these: what is then found",
            "better than its own origin is a false positive. With --power the files are",
            "the device's, at several levels of noise."
        },
        footer = {
            "",
            "Examples:",
            "  shrinq bench audit instances/data/mis/1tc.32.txt --files 20",
            "  shrinq bench audit instances/data/mis/1tc.32.txt --files 20 --power"
        })
final class BenchAuditCommand implements Callable<Integer> {
    private static final double[] LEVELS = {0, 0.5, 1, 2, 4, 8, 16};

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INSTANCE", description = "The instance file.")
    private Path file = Path.of("");

    @Mixin
    private InstanceFlags instanceFlags = new InstanceFlags();

    @Option(names = "--qubits", paramLabel = "K", description = "Of the circuit. Default: ${DEFAULT-VALUE}.")
    private int qubits = 8;

    @Option(names = "--shots", paramLabel = "N", description = "Of each file. Default: ${DEFAULT-VALUE}.")
    private int shots = 400;

    @Option(
            names = "--files",
            paramLabel = "N",
            description = "From each control, or at each level of noise. Default: ${DEFAULT-VALUE}.")
    private int files = 1000;

    @Option(names = "--noise", paramLabel = "SPEC", description = "As simulate takes it. Default: ${DEFAULT-VALUE}.")
    private String noise = "superconducting";

    @Option(names = "--power", description = "The share of the device's files found better, by level of noise.")
    private boolean power;

    @Option(names = "--seed", paramLabel = "S", description = "Seed. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() {
        if (shots < 10 || files < 1 || (long) shots * files > 100_000_000L) {
            throw new Failures.UsageException("--shots and --files are " + shots + " and " + files
                    + ", expected at least 10 and 1, together at most 100 million strings.");
        }
        NoiseModel model = parse();
        Instance instance = instanceFlags.read(file);
        Shrinq shrinq = Shrinq.with(SolverOptions.defaults().withQubits(qubits).withSeed(seed));
        SmallProblem small = shrinq.prepare(instance.problem());
        if (small.qubo().size() == 0) {
            throw new Failures.UsageException("shrinking decided every variable. Maybe a larger --qubits.");
        }
        TrainedCircuit trained = shrinq.train(small);
        Subject subject = Subject.of(small.shrunk(), shrinq.judge(instance.problem()), instance.bestKnown());
        AuditOptions options =
                AuditOptions.of(instance.problem().size()).withSeed(seed).withArrangements(999);
        if (power) {
            powers(subject, options, trained.circuit(), model);
        } else {
            errors(subject, options, trained.circuit(), model);
        }
        return ExitCode.OK;
    }

    private NoiseModel parse() {
        try {
            return NoiseModel.parse(noise);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--" + e.getMessage());
        }
    }

    private List<Bits> device(Circuit circuit, NoiseModel model, int count) {
        RandomStreams streams = new RandomStreams(seed).child("device");
        List<Bits> drawn = new ArrayList<>();
        for (long index : NoisySampler.sample(circuit, model, count, streams, Deadline.never())) {
            drawn.add(Bits.ofIndex(circuit.qubits(), index));
        }
        return drawn;
    }

    private void errors(Subject subject, AuditOptions options, Circuit circuit, NoiseModel model) {
        Map<Bits, Long> counts = new LinkedHashMap<>();
        device(circuit, model, 10 * shots).forEach(x -> counts.merge(x, 1L, Long::sum));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-19s %7s %14s %14s %14s%n", "files drawn from", "files", "found better", "found worse", "needed");
        for (ErrorRates.Rate r : ErrorRates.measure(subject, options, subject.samples(counts), shots, files)) {
            out.printf(
                    "%-19s %7d %14s %14s %14s%n",
                    r.source().words(),
                    r.files(),
                    TextFormat.percent((double) r.better() / r.files()),
                    TextFormat.percent((double) r.worse() / r.files()),
                    TextFormat.percent((double) r.needed() / r.files()));
        }
    }

    private void powers(Subject subject, AuditOptions options, Circuit circuit, NoiseModel model) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-9s %9s", "noise", "no error");
        List<ControlKind> kinds =
                List.of(ControlKind.UNIFORM, ControlKind.INDEPENDENT, ControlKind.GAUSSIAN, ControlKind.TREE);
        kinds.forEach(k -> out.printf(
                " %14s", k == ControlKind.GAUSSIAN ? "pairs, Gauss" : k.words().replace("same pairs", "pairs")));
        out.println();
        for (double level : LEVELS) {
            NoiseModel scaled = new NoiseModel(
                    Math.min(0.75, level * model.p1()),
                    Math.min(0.9375, level * model.p2()),
                    Math.min(0.5, level * model.readout()));
            Map<ControlKind, Double> found =
                    ErrorRates.power(subject, options, device(circuit, scaled, shots * files), shots);
            out.printf(
                    "%-9s %9s",
                    TextFormat.number(level) + " times",
                    TextFormat.percent(scaled.errorFree(circuit, circuit.qubits())));
            kinds.forEach(k -> out.printf(" %14s", TextFormat.percent(found.getOrDefault(k, 0.0))));
            out.println();
        }
    }
}
