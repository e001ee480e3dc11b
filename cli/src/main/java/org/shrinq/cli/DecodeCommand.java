package org.shrinq.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.instances.solution.SolutionForm;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.qubo.SampleSet;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Decoded;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.result.Counts;
import org.shrinq.solver.result.FileHead;
import org.shrinq.solver.result.Replay;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;
import org.shrinq.solver.result.Sidecar;
import picocli.CommandLine.Command;
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
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SIDECAR", description = "What export wrote beside the circuit.")
    private Path sidecarFile = Path.of("");

    @Parameters(index = "1", paramLabel = "COUNTS", description = "Measured counts.")
    private Path countsFile = Path.of("");

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
            names = "--instance",
            paramLabel = "FILE",
            description = "The instance, where it is not at the path that the sidecar names.")
    private @Nullable Path instanceFile;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes the solution: .sol, .sln, or .json.")
    private @Nullable Path target;

    @Override
    public Integer call() {
        SolutionForm form = form();
        JsonNode sidecar = JsonFiles.read(sidecarFile);
        Instance instance = instance(sidecar);
        Shrunk shrunk = Recorded.part(sidecarFile, () -> Sidecar.replay(sidecar, instance));
        Shrinq shrinq = Recorded.part(
                sidecarFile,
                () -> Shrinq.with(Replay.options(FileHead.read(sidecar).config())));
        try {
            SampleSet samples = ordered(
                            Counts.read(JsonFiles.read(countsFile), shots).withLayout(Sidecar.measured(sidecar)))
                    .samples(shrunk.qubo());
            Decoded decoded = shrinq.decode(instance.problem(), shrunk, samples);
            print(instance, samples, decoded);
            write(instance, decoded, form);
            return decoded.x().isPresent() ? ExitCode.OK : ExitCode.INFEASIBLE;
        } catch (IllegalArgumentException e) {
            throw new Failures.InputException(countsFile + ": " + e.getMessage() + ".");
        }
    }

    private Instance instance(JsonNode sidecar) {
        FileHead head = Recorded.part(sidecarFile, () -> FileHead.read(sidecar));
        if (!head.isKind(Sidecar.KIND)) {
            throw new Failures.InputException(sidecarFile + ": not a sidecar that 'shrinq export' wrote.");
        }
        return Recorded.instance(sidecarFile, head.instance(), instanceFile);
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

    private void print(Instance instance, SampleSet samples, Decoded decoded) {
        PrintWriter out = spec.commandLine().getOut();
        SampleStatistics statistics = decoded.account().statistics();
        out.println(
                TextFormat.count(samples.shots(), "shot") + ", " + TextFormat.count(samples.size(), "distinct string")
                        + ", mean energy " + TextFormat.number(samples.expectation()) + ", best "
                        + TextFormat.number(samples.best().energy()));
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

    private void write(Instance instance, Decoded decoded, SolutionForm form) {
        if (target == null || decoded.x().isEmpty()) {
            return;
        }
        String name = target.getFileName().toString();
        if (name.endsWith(".json")) {
            ResultJson.write(
                    target,
                    new ResultFile.SolvedEntry(
                            decoded.verification().orElseThrow().objective(),
                            ResultJson.solution(instance, decoded.x().get())));
            return;
        }
        Solutions.write(target, form, instance, decoded.x().get());
    }
}
