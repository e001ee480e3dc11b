package org.shrinq.bench.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.RandomStreams;

/**
 * How often an audit errs: files are drawn from each control, as it is fitted to given counts, and audited as if a
 * device had made them.
 */
public final class ErrorRates {
    private ErrorRates() {}

    /**
     * Of the files of one control.
     *
     * @param source what drew them
     * @param files how many
     * @param better files with a test that finds them better than a control in whose family they are: false positives
     * @param worse files with a test that finds them worse than such a control: false too
     * @param needed files whose verdict is that every control is beaten: false throughout
     */
    public record Rate(ControlKind source, int files, int better, int worse, int needed) {}

    /**
     * Measures.
     *
     * @param base counts that the controls are fitted to
     * @param shots strings of each file
     * @param files files of each control, at least 1
     */
    public static List<Rate> measure(Subject subject, AuditOptions options, SampleSet base, int shots, int files) {
        Audit audit = Audit.of(subject, options);
        List<Rate> rates = new ArrayList<>();
        audit.sources(base, shots, Optional.empty(), new ArrayList<>()).forEach((kind, source) -> {
            RandomStreams streams =
                    new RandomStreams(options.seed()).child("error rates").child(kind.id());
            int better = 0;
            int worse = 0;
            int needed = 0;
            for (int f = 0; f < files; f++) {
                RandomStreams own = streams.child("file", f);
                SampleSet file = source.draw(shots, own.child("draw"));
                AuditResult result = audit.withSeed(own.seed()).run(file);
                List<AuditComparison> same = result.comparisons().stream()
                        .filter(c -> kind.trueWhereDrawnFrom().contains(c.control()))
                        .toList();
                better += same.stream().anyMatch(c -> c.better() <= options.level()) ? 1 : 0;
                worse += same.stream().anyMatch(c -> c.worse() <= options.level()) ? 1 : 0;
                needed += result.verdict().needed() ? 1 : 0;
            }
            rates.add(new Rate(kind, files, better, worse, needed));
        });
        return rates;
    }

    /**
     * How often files of a device are found better than each control: the power of the tests.
     *
     * @param pool shots of the device, in their order; each file takes others of them
     * @param shots of each file
     * @return for each control, in the order of its kinds, the share of the files
     */
    public static Map<ControlKind, Double> power(Subject subject, AuditOptions options, List<Bits> pool, int shots) {
        Audit audit = Audit.of(subject, options);
        int files = pool.size() / shots;
        Map<ControlKind, Integer> found = new EnumMap<>(ControlKind.class);
        for (int f = 0; f < files; f++) {
            Tally tally = new Tally();
            pool.subList(f * shots, (f + 1) * shots).forEach(tally::add);
            audit.withSeed(options.seed() + f).run(subject.samples(tally.counts())).comparisons().stream()
                    .filter(c -> c.better() <= options.level())
                    .map(AuditComparison::control)
                    .distinct()
                    .forEach(kind -> found.merge(kind, 1, Integer::sum));
        }
        Map<ControlKind, Double> power = new EnumMap<>(ControlKind.class);
        for (ControlKind kind : ControlKind.values()) {
            if (kind.isClassical()) {
                power.put(kind, (double) found.getOrDefault(kind, 0) / files);
            }
        }
        return power;
    }
}
