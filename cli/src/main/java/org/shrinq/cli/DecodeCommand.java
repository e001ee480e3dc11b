package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.shrinq.bench.audit.CountsPage;
import org.shrinq.bench.audit.IdealCircuit;
import org.shrinq.bench.audit.Subject;
import org.shrinq.instances.Instance;
import org.shrinq.instances.solution.SolutionForm;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.report.HtmlReport;
import org.shrinq.report.Report;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.result.DecodedFile;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.Sidecar;
import org.shrinq.solver.result.TextFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decode}: measured counts back through expansion, verification and repair. */
@Command(
        name = "decode",
        header = "Takes measured counts back to a verified solution of the instance.",
        description = {
            "COUNTS is JSON: {\"0110\": 12, …}, or a result of Qiskit, IBM's service, Braket or IonQ.",
            "Probabilities and quasi-probabilities need --shots where it does not say.",
            "Texts have variable 0 last, except in Braket's files; --bit-order overrides that.",
            "Keys like 0x6 need no order."
        },
        footer = {
            "",
            "Examples:",
            "  shrinq export instances/data/mis/1tc.32.txt --qubits 8 -o c.qasm",
            "  shrinq simulate c.qasm -o counts.json",
            "  shrinq decode c.qasm.sidecar.json counts.json -o solution.json"
        })
final class DecodeCommand implements Callable<Integer> {
    private static final int MOST_DRAWN = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SIDECAR", description = "What export wrote beside the circuit.")
    private Path sidecarFile = Path.of("");

    @Parameters(index = "1", paramLabel = "COUNTS", description = "Measured counts.")
    private Path countsFile = Path.of("");

    @Mixin
    private CountsFlags counts = new CountsFlags();

    @Mixin
    private CircuitChoice choice = new CircuitChoice();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the solution: .sol, .sln, or .json. Of a whole job, JSON by name.")
    private @Nullable Path target;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes a page: energies of the device, of uniform bits, and of the circuit without noise.")
    private @Nullable Path page;

    @Override
    public Integer call() {
        SolutionForm form = form();
        Targets.requireFile("--report", page);
        List<SidecarInput> circuits = choice.read(sidecarFile);
        boolean several = circuits.size() > 1;
        if (several && (page != null || form != SolutionForm.BITS)) {
            throw new Failures.UsageException((page != null ? "--report is a page about" : "-o is the solution of")
                    + " one circuit. Choose it with --circuit NAME.");
        }
        JsonNode json = JsonFiles.read(countsFile);
        Map<String, DecodedFile> entries = new LinkedHashMap<>();
        int code = ExitCode.OK;
        for (SidecarInput circuit : circuits) {
            if (several) {
                spec.commandLine().getOut().println(circuit.name());
            }
            Decoded decoded = decode(circuit, json, form, entries);
            code = decoded.x().isPresent() ? code : ExitCode.INFEASIBLE;
        }
        if (target != null && form == SolutionForm.BITS) {
            ResultJson.write(
                    target, several ? entries : entries.values().iterator().next());
        }
        return code;
    }

    private Decoded decode(SidecarInput sidecar, JsonNode json, SolutionForm form, Map<String, DecodedFile> entries) {
        Instance instance = sidecar.instance();
        Qubo qubo = sidecar.shrunk().qubo();
        CountsFlags.Reading reading =
                counts.read(countsFile, sidecar.counts(countsFile, json), qubo.size(), Sidecar.layouts(sidecar.json()));
        SampleSet samples = SampleSet.ofCounts(qubo.size(), reading.counts(), qubo::energy);
        Decoded decoded = sidecar.shrinq().decode(instance.problem(), sidecar.shrunk(), samples);
        print(instance, samples, reading.basis(), decoded);
        if (reading.isAssumed()) {
            warnOfOrder(sidecar, samples, reading);
        }
        entries.put(sidecar.name(), DecodedFile.of(instance, samples, reading.basis(), decoded));
        if (target != null && form != SolutionForm.BITS && decoded.x().isPresent()) {
            Solutions.write(target, form, instance, decoded.x().get());
        }
        if (page != null) {
            TextFiles.write(page, HtmlReport.of(report(sidecar, samples, decoded)));
        }
        return decoded;
    }

    private void print(Instance instance, SampleSet samples, String basis, Decoded decoded) {
        PrintWriter out = spec.commandLine().getOut();
        SampleStatistics statistics = decoded.account().statistics();
        out.println(
                TextFormat.count(samples.shots(), "shot") + ", " + TextFormat.count(samples.size(), "distinct string")
                        + ", mean energy " + TextFormat.number(samples.expectation()) + ", best "
                        + TextFormat.number(samples.best().energy()));
        out.println("bit order " + basis);
        out.println("verify    " + TextFormat.percent(statistics.feasibleFraction()) + " of the samples feasible, best "
                + TextFormat.number(statistics.bestObjective()));
        if (decoded.account().repaired().isPresent()) {
            Repaired best = decoded.account().repaired().get();
            out.println("repair    best " + TextFormat.number(best.objectiveAfter()) + " with "
                    + TextFormat.count(best.changes().size(), "bit") + " changed");
        }
        decoded.verification()
                .ifPresentOrElse(
                        v -> out.println("FEASIBLE  objective " + TextFormat.number(v.objective())
                                + (instance.bestKnown().isPresent()
                                        ? ", best known " + TextFormat.number(instance.bestKnown())
                                        : "")),
                        () -> out.println("UNKNOWN   no feasible solution found"));
    }

    /** Where the strings fit the training better the other way round, by more than three standard errors. */
    private void warnOfOrder(SidecarInput sidecar, SampleSet samples, CountsFlags.Reading reading) {
        double trained = sidecar.json().path("circuit").path("expectation").asDouble(Double.NaN);
        Qubo qubo = sidecar.shrunk().qubo();
        SampleSet other = SampleSet.ofCounts(qubo.size(), reading.reversed(), qubo::energy);
        double error = 3 * Math.max(standardError(samples), standardError(other));
        if (Math.abs(other.expectation() - trained) + error < Math.abs(samples.expectation() - trained)) {
            spec.commandLine()
                    .getErr()
                    .println("shrinq: note: with variable 0 first the mean energy is "
                            + TextFormat.number(other.expectation()) + ", nearer to that of training, "
                            + TextFormat.number(trained) + ". Maybe --bit-order first.");
        }
    }

    private static double standardError(SampleSet samples) {
        double mean = samples.expectation();
        double squares = samples.samples().stream()
                .mapToDouble(s -> s.count() * (s.energy() - mean) * (s.energy() - mean))
                .sum();
        return Math.sqrt(squares) / samples.shots();
    }

    private Report report(SidecarInput sidecar, SampleSet device, Decoded decoded) {
        Instance instance = sidecar.instance();
        Subject subject =
                Subject.of(sidecar.shrunk(), sidecar.shrinq().judge(instance.problem()), instance.bestKnown());
        int shots = (int) Math.min(MOST_DRAWN, device.shots());
        RandomStreams streams = new RandomStreams(sidecar.shrinq().options().seed()).child("decode page");
        Map<String, double[]> series = new LinkedHashMap<>();
        series.put("device", energies(device));
        series.put(
                "uniform bits",
                energies(Sampler.randomBits().sample(subject.form(), shots, streams, Deadline.never())));
        if (sidecar.hasCircuit() && sidecar.circuit().compact().circuit().qubits() <= IdealCircuit.STATE_VECTOR) {
            IdealCircuit.stateVector(subject, sidecar.circuit())
                    .draw(shots, streams.child("ideal"))
                    .ifPresent(ideal -> series.put("ideal circuit", energies(ideal)));
        }
        List<Report.Fact> facts = List.of(
                new Report.Fact(
                        "instance",
                        instance.name() + ", " + instance.problem().kind().id()),
                new Report.Fact("digest", instance.sha256()),
                new Report.Fact("counts", countsFile.getFileName().toString()),
                new Report.Fact(
                        "strings",
                        TextFormat.count(device.shots(), "shot") + " of " + TextFormat.count(device.qubits(), "bit")));
        return CountsPage.of(instance.name(), facts, decoded, series);
    }

    private static double[] energies(SampleSet samples) {
        return samples.samples().stream()
                .flatMapToDouble(s -> DoubleStream.generate(s::energy).limit(s.count()))
                .toArray();
    }

    /** What the name of the solution's file asks for; JSON and no file need none. */
    private SolutionForm form() {
        Targets.requireFile("-o", target);
        String name = target == null ? ".json" : target.getFileName().toString();
        if (name.endsWith(".json")) {
            return SolutionForm.BITS;
        }
        return SolutionForm.ofId(name.substring(name.lastIndexOf('.') + 1))
                .orElseThrow(() -> new Failures.UsageException(
                        "'" + name + "' names no form of a solution. Maybe end it in .json, .sol or .sln."));
    }
}
