package org.shrinq.solver.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.Instance;
import org.shrinq.qubo.SampleSet;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.repair.verify.Verification;
import org.shrinq.solver.Decoded;

/**
 * What {@code decode} writes.
 *
 * @param objective of the solution; absent like it where no string became feasible
 * @param samples the strings as they were measured
 */
@JsonInclude(Include.NON_NULL)
public record DecodedFile(
        @Whole @Nullable Double objective, ResultFile.@Nullable SolutionEntry solution, SamplesEntry samples) {
    /**
     * Measured strings, before any repair.
     *
     * @param bitOrder how the order of the bits was known
     * @param feasibleFraction share of the strings
     * @param bestObjective of the feasible ones
     */
    @JsonInclude(Include.NON_NULL)
    public record SamplesEntry(
            long shots,
            int distinct,
            String bitOrder,
            @Whole double meanEnergy,
            @Whole double bestEnergy,
            double feasibleFraction,
            @Whole @Nullable Double bestObjective) {}

    /** @param bitOrder how the order of the bits was known */
    public static DecodedFile of(Instance instance, SampleSet samples, String bitOrder, Decoded decoded) {
        SampleStatistics statistics = decoded.account().statistics();
        return new DecodedFile(
                decoded.verification().map(Verification::objective).orElse(null),
                decoded.x().map(x -> ResultJson.solution(instance, x)).orElse(null),
                new SamplesEntry(
                        samples.shots(),
                        samples.size(),
                        bitOrder,
                        samples.expectation(),
                        samples.best().energy(),
                        statistics.feasibleFraction(),
                        ResultJson.finite(statistics.bestObjective())));
    }
}
