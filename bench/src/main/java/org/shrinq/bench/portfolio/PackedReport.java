package org.shrinq.bench.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.shrinq.qubo.Bits;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundKind;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.result.ResultFile;
import org.shrinq.solver.result.ResultJson;

/**
 * A report on its way back: text and numbers only.
 *
 * @param member as in {@link MemberReport}, as are all up to the failure
 * @param state its name
 * @param solutions as 0 and 1
 * @param objective of the first solution, where there is one
 * @param boundKind name of the bound's kind, or empty
 * @param result the member's result file on one line where it leads, or has reported nothing before; empty else
 * @param location of its run in the engine's words, where the next leg had best be done
 */
public record PackedReport(
        int member,
        int leg,
        String state,
        List<String> solutions,
        double objective,
        String origin,
        String boundKind,
        double bound,
        int rounds,
        List<String> limits,
        String place,
        String failure,
        String result,
        String location)
        implements Serializable {
    /** Packs a report. */
    static PackedReport of(MemberReport report, String result, String location) {
        return new PackedReport(
                report.member(),
                report.leg(),
                report.state().name(),
                report.solutions().stream().map(Bits::toString).toList(),
                report.objective().orElse(0),
                report.origin(),
                report.bound().map(b -> b.kind().name()).orElse(""),
                report.bound().map(Bound::value).orElse(0.0),
                report.rounds(),
                report.limits().stream().sorted().toList(),
                report.place(),
                report.failure(),
                result,
                location);
    }

    /** The report. */
    public MemberReport unpack() {
        return new MemberReport(
                member,
                leg,
                MemberReport.State.valueOf(state),
                solutions.stream().map(Bits::parse).toList(),
                solutions.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(objective),
                origin,
                boundKind.isEmpty() ? Optional.empty() : Optional.of(new Bound(BoundKind.valueOf(boundKind), bound)),
                rounds,
                Set.copyOf(limits),
                place,
                failure);
    }

    /** The member's result file; empty where another one leads. */
    public Optional<ResultFile> resultFile() {
        if (result.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResultJson.read(new ObjectMapper().readTree(result)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result that is no JSON", e);
        }
    }
}
