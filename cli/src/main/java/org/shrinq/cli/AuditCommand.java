package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.audit.Audit;
import org.shrinq.bench.audit.AuditJson;
import org.shrinq.bench.audit.AuditOptions;
import org.shrinq.bench.audit.AuditPage;
import org.shrinq.bench.audit.AuditResult;
import org.shrinq.bench.audit.IdealCircuit;
import org.shrinq.bench.audit.ReadoutErrors;
import org.shrinq.bench.audit.Subject;
import org.shrinq.instances.Instance;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.mps.MpsOptions;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.Report;
import org.shrinq.solver.Method;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.Sidecar;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code audit}: were the measured strings better than what needs no device. */
@Command(
        name = "audit",
        header = "Compares measured counts with controls: was the device needed?",
        description = {
            "The first file is the sidecar of an exported circuit, or an instance whose",
            "own variables were measured. As many strings from each control are expanded,",
            "verified and repaired alike: uniform bits, bits with the same marginals,",
            "with the same two-bit marginals, greedy descent, annealing, and the circuit",
            "without noise where it can be simulated. Counts of several files are added."
        },
        footer = {
            "",
            "Tests, and how often they err, are explained in docs/audit.md.",
            "",
            "Examples:",
            "  shrinq export instances/data/mis/1tc.32.txt --qubits 8 -o c.qasm",
            "  shrinq simulate c.qasm --noise superconducting -o counts.json",
            "  shrinq audit c.qasm.sidecar.json counts.json --report audit.html"
        })
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "SIDECAR|INSTANCE",
            description = "What export wrote beside the circuit, or an instance file.")
    private Path subjectFile = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COUNTS", description = "Measured counts.")
    private List<Path> countsFiles = List.of();

    @Mixin
    private CountsFlags counts = new CountsFlags();

    @Mixin
    private InstanceFlags instanceFlags = new InstanceFlags();

    @Mixin
    private CircuitChoice choice = new CircuitChoice();

    @Option(
            names = "--ideal",
            paramLabel = "auto|mps|none",
            description = "The circuit without noise: auto is a state vector of up to " + IdealCircuit.STATE_VECTOR
                    + " qubits, else energies by light cones; mps a matrix product state. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String ideal = "auto";

    @Option(
            names = "--bond",
            paramLabel = "CHI",
            description = "Largest bond of a matrix product state. Default: ${DEFAULT-VALUE}.")
    private int bond = MpsOptions.DEFAULTS.bond();

    @Option(
            names = "--noise",
            paramLabel = "SPEC",
            description = "Noise of the device, as simulate takes it, for bounds of the noiseless energy.")
    private @Nullable String noise;

    @Option(
            names = "--readout",
            paramLabel = "E|E0,E1",
            description = "Readout error of every bit: of both values, or of 0 and of 1.")
    private @Nullable String readout;

    @Option(
            names = "--calibration",
            arity = "2",
            paramLabel = "FILE",
            description = "Counts of circuits that prepare all zeros and all ones, for the readout errors.")
    private List<Path> calibration = List.of();

    @Option(
            names = "--cvar-alpha",
            paramLabel = "A",
            description = "Share of the lowest energies that CVaR is the mean of. Default: ${DEFAULT-VALUE}.")
    private double alpha = 0.1;

    @Option(names = "--seed", paramLabel = "S", description = "Seed of the controls. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes all figures as JSON.")
    private @Nullable Path target;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes a self-contained page.")
    private @Nullable Path page;

    @Mixin
    private OutputFlags output = new OutputFlags();

    /** What is audited. */
    private record Case(Instance instance, Subject subject, Optional<SidecarInput> sidecar) {
        String name() {
            return sidecar.map(SidecarInput::name).orElse("");
        }

        JsonNode counts(Path file) {
            JsonNode json = JsonFiles.read(file);
            return sidecar.map(s -> s.counts(file, json)).orElse(json);
        }
    }

    @Override
    public Integer call() {
        Targets.requireFile("-o", target);
        Targets.requireFile("--report", page);
        List<Case> cases = cases();
        if (cases.size() > 1 && page != null) {
            throw new Failures.UsageException("--report is a page about one circuit. Choose it with --circuit NAME.");
        }
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        for (Case c : cases) {
            if (cases.size() > 1 && !output.isQuiet()) {
                spec.commandLine().getOut().println(c.name());
            }
            figures.set(c.name(), AuditJson.of(audit(c)));
        }
        if (target != null) {
            ResultJson.write(
                    target, cases.size() > 1 ? figures : figures.elements().next());
        }
        return ExitCode.OK;
    }

    private AuditResult audit(Case c) {
        Subject subject = c.subject;
        AuditOptions options = options(subject);
        List<List<Integer>> layouts =
                c.sidecar.map(s -> Sidecar.layouts(s.json())).orElse(List.of());
        Set<String> bases = new LinkedHashSet<>();
        Map<Bits, Long> all = new LinkedHashMap<>();
        for (Path file : countsFiles) {
            CountsFlags.Reading reading = counts.read(file, c.counts(file), subject.bits(), layouts);
            reading.counts().forEach((x, count) -> all.merge(x, count, Long::sum));
            bases.add(reading.basis());
        }
        SampleSet device = subject.samples(all);
        if (device.shots() > 50_000_000 || device.shots() < 2) {
            throw new Failures.InputException(
                    countsFiles.get(0) + ": " + device.shots() + " shots, expected 2 to 50 million.");
        }
        Audit audit = Audit.of(subject, options);
        Optional<IdealCircuit> clean = c.sidecar.flatMap(s -> idealCircuit(s, subject));
        audit = clean.isPresent() ? audit.withIdeal(clean.get()) : audit;
        Optional<ReadoutErrors> errors = readoutErrors(subject, layouts);
        audit = errors.isPresent() ? audit.withReadout(errors.get()) : audit;
        audit = noise == null ? audit : audit.withErrorFree(errorFree(c.sidecar, noise));
        AuditResult result = audit.run(device);
        if (page != null) {
            TextFiles.write(page, HtmlReport.of(AuditPage.of(c.instance.name(), facts(c, device), result)));
        }
        if (!output.isQuiet()) {
            PrintWriter out = spec.commandLine().getOut();
            AuditText.print(out, device, String.join("; ", bases), result);
            if (page != null) {
                out.println(page + ": the page");
            }
        }
        return result;
    }

    private List<Case> cases() {
        boolean json = subjectFile.toString().endsWith(".json");
        if (json && SidecarInput.isSidecar(JsonFiles.read(subjectFile))) {
            return choice.read(subjectFile).stream()
                    .map(s -> new Case(
                            s.instance(),
                            Subject.of(
                                    s.shrunk(),
                                    s.shrinq().judge(s.instance().problem()),
                                    s.instance().bestKnown()),
                            Optional.of(s)))
                    .toList();
        }
        Instance instance = instanceFlags.read(subjectFile);
        Shrinq shrinq = Shrinq.with(org.shrinq.solver.SolverOptions.defaults());
        return List.of(new Case(
                instance,
                Subject.of(shrinq.encode(instance.problem()), shrinq.judge(instance.problem()), instance.bestKnown()),
                Optional.empty()));
    }

    private AuditOptions options(Subject subject) {
        try {
            return AuditOptions.of(subject.judge().problem().size())
                    .withSeed(seed)
                    .withCvarAlpha(alpha);
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--cvar-alpha: " + e.getMessage() + ".");
        }
    }

    private Optional<IdealCircuit> idealCircuit(SidecarInput sidecar, Subject subject) {
        boolean mps = switch (ideal.toLowerCase(Locale.ROOT)) {
            case "auto", "none" -> false;
            case "mps" -> true;
            default -> throw new Failures.UsageException("--ideal is '" + ideal + "', expected auto, mps or none.");
        };
        if (ideal.equalsIgnoreCase("none") || !sidecar.hasCircuit()) {
            return Optional.empty();
        }
        if (mps) {
            return Optional.of(IdealCircuit.matrixProduct(
                    subject,
                    sidecar.circuit(),
                    MpsOptions.DEFAULTS.withBond(bond),
                    new RandomStreams(seed).child("audit").stream("ideal energy")));
        }
        int qubits = sidecar.circuit().compact().circuit().qubits();
        if (qubits <= IdealCircuit.STATE_VECTOR) {
            return Optional.of(IdealCircuit.stateVector(subject, sidecar.circuit()));
        }
        JsonNode circuit = sidecar.json().path("circuit");
        return Method.ofId(circuit.path("method").asText())
                        .flatMap(Method::circuit)
                        .filter(m -> m.evaluates(Evaluation.LIGHT_CONE))
                        .isPresent()
                ? IdealCircuit.lightCones(
                        sidecar.shrunk().qubo(), angles(circuit.path("gamma")), angles(circuit.path("beta")))
                : Optional.empty();
    }

    private static double[] angles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private Optional<ReadoutErrors> readoutErrors(Subject subject, List<List<Integer>> layouts) {
        try {
            if (!calibration.isEmpty()) {
                return Optional.of(ReadoutErrors.calibrated(
                        subject.samples(counts.read(calibration.get(0), subject.bits(), layouts)
                                .counts()),
                        subject.samples(counts.read(calibration.get(1), subject.bits(), layouts)
                                .counts())));
            }
            if (readout != null) {
                double[] errors = ReadoutFlag.parse(readout);
                return Optional.of(ReadoutErrors.given(subject.bits(), errors[0], errors[1]));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException(
                    (calibration.isEmpty() ? "--readout: " : "--calibration: ") + e.getMessage() + ".");
        }
    }

    private static double errorFree(Optional<SidecarInput> sidecar, String noise) {
        if (sidecar.isEmpty() || !sidecar.get().hasCircuit()) {
            throw new Failures.UsageException("--noise needs the circuit beside the sidecar.");
        }
        try {
            var program = sidecar.get().circuit();
            return NoiseModel.parse(noise)
                    .errorFree(program.circuit(), program.measured().size());
        } catch (IllegalArgumentException e) {
            throw new Failures.UsageException("--" + e.getMessage());
        }
    }

    private List<Report.Fact> facts(Case c, SampleSet device) {
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact(
                "instance",
                c.instance.name() + ", " + c.instance.problem().kind().id()));
        facts.add(new Report.Fact("digest", c.instance.sha256()));
        facts.add(new Report.Fact(
                "counts",
                countsFiles.stream().map(f -> f.getFileName().toString()).collect(Collectors.joining(", "))));
        facts.add(new Report.Fact(
                "strings",
                TextFormat.count(device.shots(), "shot") + " of " + TextFormat.count(device.qubits(), "bit") + ", "
                        + device.size() + " distinct"));
        return facts;
    }
}
