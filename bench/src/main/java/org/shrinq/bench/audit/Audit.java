package org.shrinq.bench.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shrinq.bench.statistics.Holm;
import org.shrinq.bench.statistics.PairSwap;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.sampler.AnnealingOptions;
import org.shrinq.search.sampler.Sampler;

/**
 * Compares measured strings with controls: as many strings from each, expanded, verified and repaired alike, and
 * permutation tests of four {@linkplain Measure measures} with Holm's correction over all of them, in each direction. A
 * control that is fitted to the counts follows their chance deviations, which makes its tests cautious. Controls are
 * drawn and tested by the threads of the common pool; results do not depend on them.
 */
public final class Audit {
    /** Flips that annealing may try in all; with many strings it sweeps less often. */
    private static final double FLIPS = 2e8;

    private static final int FEWEST_SWEEPS = 10;
    /** Fewer shots for each bit tell too little of the pairs. */
    private static final int SHOTS_A_BIT = 10;

    private final Subject subject;
    private final AuditOptions options;
    private final Optional<IdealCircuit> ideal;
    private final Optional<ReadoutErrors> readout;
    private final OptionalDouble errorFree;
    private final Scores.Cache cache;

    private Audit(
            Subject subject,
            AuditOptions options,
            Optional<IdealCircuit> ideal,
            Optional<ReadoutErrors> readout,
            OptionalDouble errorFree,
            Scores.Cache cache) {
        this.subject = subject;
        this.options = options;
        this.ideal = ideal;
        this.readout = readout;
        this.errorFree = errorFree;
        this.cache = cache;
    }

    /** An audit with classical controls alone. */
    public static Audit of(Subject subject, AuditOptions options) {
        return new Audit(
                subject,
                options,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                new Scores.Cache(subject));
    }

    /** The same with the circuit's ideal strings. */
    public Audit withIdeal(IdealCircuit value) {
        return new Audit(subject, options, Optional.of(value), readout, errorFree, cache);
    }

    /** The same with other random numbers; verdicts on strings are shared. */
    Audit withSeed(long seed) {
        return new Audit(subject, options.withSeed(seed), ideal, readout, errorFree, cache);
    }

    /** The same with counts reweighted by readout errors. */
    public Audit withReadout(ReadoutErrors value) {
        return new Audit(subject, options, ideal, Optional.of(value), errorFree, cache);
    }

    /** The same with bounds of the noiseless energy, where shots are free of errors with that probability. */
    public Audit withErrorFree(double value) {
        return new Audit(subject, options, ideal, readout, OptionalDouble.of(value), cache);
    }

    /** The strings of one kind with their scores. */
    private record Drawn(SampleSet samples, Scores scores) {}

    /** A test to make. */
    private record Pairing(ControlKind kind, Measure measure, Scores other) {}

    /**
     * Runs it.
     *
     * @param device the measured strings, of the subject's length
     */
    public AuditResult run(SampleSet device) {
        RandomStreams streams = new RandomStreams(options.seed()).child("audit");
        List<String> notes = new ArrayList<>();
        int shots = Math.toIntExact(device.shots());
        Drawn measured = drawn(device, streams.child("device"));
        Optional<Fidelity> fidelity = ideal.filter(i -> isWholeForm())
                .map(i -> Fidelity.of(
                        subject.form(), i.energy(), row("", measured, 0, 0).energy()));
        Map<ControlKind, Drawn> controls = new EnumMap<>(ControlKind.class);
        sources(device, shots, fidelity, notes).entrySet().parallelStream()
                .map(e -> {
                    RandomStreams own = streams.child(e.getKey().id());
                    return Map.entry(e.getKey(), drawn(e.getValue().draw(shots, own.child("draw")), own));
                })
                .toList()
                .forEach(e -> controls.put(e.getKey(), e.getValue()));
        Optional<Drawn> reweighted = readout.flatMap(e -> e.reweighted(device))
                .map(counts -> drawn(subject.samples(counts), streams.child("reweighted")));

        List<Drawn> all = new ArrayList<>(List.of(measured));
        all.addAll(controls.values());
        reweighted.ifPresent(all::add);
        double seen = extreme(all, true);
        double sign = sense() == Sense.MAXIMIZE ? -1 : 1;
        double best = subject.best().isPresent() ? sign * subject.best().getAsDouble() : seen;
        double worst = extreme(all, false);

        List<AuditRow> rows = new ArrayList<>(List.of(row("device", measured, best, worst)));
        controls.forEach((kind, drawn) -> rows.add(row(kind.words(), drawn, best, worst)));
        reweighted.ifPresent(drawn -> rows.add(row("readout undone", drawn, best, worst)));
        readout.filter(e -> isWholeForm())
                .ifPresent(e -> notes.add(String.format(
                        Locale.ROOT,
                        "Readout errors %s, %.2g a bit; their inverse reweights the measured strings, it makes none "
                                + "better: mean energy %.7g.",
                        e.source(),
                        e.mean(),
                        e.energy(device, (Qubo) subject.form()))));
        ideal.ifPresent(i -> notes.add(
                i.strings().isPresent()
                        ? "The circuit was simulated here (" + i.how() + "): its strings need no device."
                        : "The ideal energy is known (" + i.how() + "), its strings are not."));
        List<AuditComparison> comparisons = compare(measured, controls, best, worst, streams);
        return new AuditResult(
                rows,
                comparisons,
                AuditVerdict.of(comparisons, options.level()),
                sign * best,
                subject.best().isPresent(),
                measured.scores.worth.length,
                ideal,
                fidelity,
                errorFree.isPresent()
                        ? Optional.of(CvarBounds.of(
                                errorFree.getAsDouble(), rows.get(0).energies()))
                        : Optional.empty(),
                notes);
    }

    /** Where each control's strings come from. */
    Map<ControlKind, StringSource> sources(
            SampleSet device, int shots, Optional<Fidelity> fidelity, List<String> notes) {
        Map<ControlKind, StringSource> sources = new EnumMap<>(ControlKind.class);
        Moments moments = Moments.of(device);
        StringSource uniform = StringSource.of(subject, (x, random) -> {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (random.nextBoolean() ? 1 : 0);
            }
        });
        sources.put(ControlKind.UNIFORM, uniform);
        sources.put(ControlKind.INDEPENDENT, StringSource.of(subject, IndependentBits.fit(moments)));
        if (device.shots() < (long) SHOTS_A_BIT * subject.bits()) {
            notes.add("Fewer than " + SHOTS_A_BIT + " shots a bit: two-bit marginals are too uncertain for a control.");
        } else {
            GaussianRounding gaussian = GaussianRounding.fit(moments);
            sources.put(ControlKind.GAUSSIAN, StringSource.of(subject, gaussian));
            sources.put(ControlKind.TREE, StringSource.of(subject, ChowLiuTree.fit(moments)));
            if (gaussian.largestMiss() > 0.02) {
                notes.add(String.format(
                        Locale.ROOT,
                        "No normal numbers have all the measured pairs; those of '%s' are off by up to %.2g.",
                        ControlKind.GAUSSIAN.words(),
                        gaussian.largestMiss()));
            }
        }
        int sweeps = (int) Math.max(
                FEWEST_SWEEPS,
                Math.min(
                        AnnealingOptions.defaults().sweeps(),
                        FLIPS / ((double) shots * subject.form().size())));
        notes.add("Annealing made " + sweeps + " sweeps a string.");
        sources.put(ControlKind.GREEDY, StringSource.of(subject, Sampler.greedyDescent()));
        sources.put(
                ControlKind.ANNEALING,
                StringSource.of(
                        subject,
                        Sampler.simulatedAnnealing(AnnealingOptions.defaults().withSweeps(sweeps))));
        ideal.flatMap(IdealCircuit::strings).ifPresent(clean -> {
            sources.put(ControlKind.IDEAL, clean);
            fidelity.ifPresent(f -> sources.put(
                    ControlKind.DEPOLARIZED, (count, streams) -> mixture(clean, uniform, f.mixture(), count, streams)));
        });
        return sources;
    }

    private static SampleSet mixture(
            StringSource clean, StringSource uniform, double share, int count, RandomStreams streams) {
        var random = streams.stream("mixture");
        int kept = 0;
        for (int k = 0; k < count; k++) {
            kept += random.nextDouble() < share ? 1 : 0;
        }
        if (kept == 0 || kept == count) {
            return (kept == 0 ? uniform : clean).draw(count, streams.child("all"));
        }
        return clean.draw(kept, streams.child("clean")).merge(uniform.draw(count - kept, streams.child("uniform")));
    }

    /** Whether strings are states of an explicit form, so that means can be computed from its coefficients. */
    private boolean isWholeForm() {
        return subject.form() instanceof Qubo && subject.form().size() == subject.bits();
    }

    private Sense sense() {
        return subject.judge().problem().sense();
    }

    private Drawn drawn(SampleSet samples, RandomStreams streams) {
        return new Drawn(samples, Scores.of(samples, options.judged(), cache, streams.stream("order")));
    }

    private AuditRow row(String name, Drawn drawn, double best, double worst) {
        return AuditRow.of(name, drawn.samples.size(), drawn.scores, sense(), best, worst, options.cvarAlpha());
    }

    private double extreme(List<Drawn> all, boolean least) {
        return all.stream()
                .flatMapToDouble(d -> Arrays.stream(d.scores.repaired(sense())))
                .filter(v -> !Double.isNaN(v))
                .reduce((a, b) -> least ? Math.min(a, b) : Math.max(a, b))
                .orElse(0);
    }

    private List<AuditComparison> compare(
            Drawn device, Map<ControlKind, Drawn> controls, double best, double worst, RandomStreams streams) {
        int shots = device.scores.energy.length;
        int judged = device.scores.worth.length;
        PairSwap swaps = PairSwap.of(shots, options.arrangements(), streams.stream("swaps"));
        PairSwap fewer =
                judged == shots ? swaps : PairSwap.of(judged, options.arrangements(), streams.stream("fewer swaps"));
        int lowest = AuditRow.lowest(options.cvarAlpha(), shots);
        double[] repaired = AuditRow.finite(device.scores.repaired(sense()), worst);
        double[] optimal = device.scores.optimal(sense(), best, true);
        List<Pairing> pairings = controls.entrySet().stream()
                .flatMap(e -> Stream.of(Measure.values()).map(m -> new Pairing(e.getKey(), m, e.getValue().scores)))
                .toList();
        List<ControlKind> kinds = pairings.stream().map(Pairing::kind).toList();
        List<PairSwap.Result> results = pairings.parallelStream()
                .map(p -> switch (p.measure) {
                    case ENERGY -> swaps.mean(device.scores.energy, p.other.energy);
                    case CVAR -> swaps.lowest(device.scores.energy, p.other.energy, lowest);
                    case REPAIRED -> fewer.mean(repaired, AuditRow.finite(p.other.repaired(sense()), worst));
                    case OPTIMUM -> fewer.mean(optimal, p.other.optimal(sense(), best, true));
                })
                .toList();
        double[] better = corrected(
                kinds, results.stream().mapToDouble(PairSwap.Result::less).toArray());
        double[] worse = corrected(
                kinds, results.stream().mapToDouble(PairSwap.Result::greater).toArray());
        List<AuditComparison> comparisons = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            PairSwap.Result r = results.get(k);
            comparisons.add(new AuditComparison(
                    pairings.get(k).kind, pairings.get(k).measure, r.less(), r.greater(), better[k], worse[k]));
        }
        return comparisons;
    }

    /**
     * Holm's correction over the classical controls, and apart from them over those that know the circuit: they answer
     * another question.
     */
    private static double[] corrected(List<ControlKind> kinds, double[] p) {
        double[] corrected = new double[p.length];
        for (boolean classical : new boolean[] {true, false}) {
            int[] at = IntStream.range(0, p.length)
                    .filter(k -> kinds.get(k).isClassical() == classical)
                    .toArray();
            double[] own = Holm.adjust(Arrays.stream(at).mapToDouble(k -> p[k]).toArray());
            for (int k = 0; k < at.length; k++) {
                corrected[at[k]] = own[k];
            }
        }
        return corrected;
    }
}
