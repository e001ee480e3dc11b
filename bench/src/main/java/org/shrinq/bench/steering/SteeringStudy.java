package org.shrinq.bench.steering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.suite.BenchInstance;
import org.shrinq.bench.suite.Plan;
import org.shrinq.bench.suite.RunTask;
import org.shrinq.instances.Instances;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.flip.CouplingRows;
import org.shrinq.search.flip.FlipState;
import org.shrinq.search.sampler.AnnealingOptions;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.search.steer.PairCorrelations;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;

/**
 * Does a search that knows ⟨Z_iZ_j⟩ need less work? For every instance, source and seed of a plan: reads of {@link
 * SteeredSearch} with the correlations of the source, beside as many plain reads from the same starts. Work is what
 * {@link FlipState#work} counts, so that results depend on no clock. The target is the lowest energy that long
 * annealing and tabu search know of the problem's QUBO.
 */
public final class SteeringStudy {
    private static final int READS = 50;
    private static final int LONG_READS = 20;
    private static final int LONG_SWEEPS = 2000;

    private final Plan plan;
    private final Map<String, Subject> subjects = new HashMap<>();
    private final Map<String, Outcome> plain = new HashMap<>();

    /** The QUBO of an instance. */
    private record Subject(BinaryModel model, Ising ising, CouplingRows rows, double target) {
        boolean isHit(FlipState state) {
            double scale = Math.max(1, Math.abs(target));
            return ising.energy(state.x) <= target + 1e-9 * scale;
        }
    }

    private record Outcome(int hits, double workPerHit) {}

    /** @param plan whose settings name the sources; of a suite for {@code bench steering} */
    public SteeringStudy(Plan plan) {
        this.plan = plan;
    }

    /**
     * Measures, one after the other.
     *
     * @param cancelled ends the study early
     */
    public List<Steering> run(BooleanSupplier cancelled) {
        List<Steering> all = new ArrayList<>();
        for (RunTask task : plan.tasks()) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            Subject subject = subjects.computeIfAbsent(task.instance().id(), id -> subject(task.instance()));
            CorrelationSource source = task.options().correlations().source();
            RandomStreams streams = new RandomStreams(task.seed());
            Correlations found = source.correlate(question(subject), streams.child("source"), Deadline.never());
            PairCorrelations x = onCouplings(subject.ising, found);
            double operations = found.operations().orElseGet(() -> source.operations(subject.ising));
            for (SteeredSearch search : SteeredSearch.values()) {
                Outcome without = plain.computeIfAbsent(
                        search + " " + task.seed() + " " + task.instance().id(),
                        k -> reads(subject, x, search, 0, streams));
                Outcome with = reads(subject, x, search, SteeredSearch.SHARE, streams);
                all.add(new Steering(
                        family(task.instance()),
                        task.instance().name(),
                        task.options().correlations().id(),
                        search,
                        without.workPerHit,
                        with.workPerHit,
                        without.hits,
                        with.hits,
                        READS,
                        operations));
            }
        }
        return all;
    }

    /** "maxcut cubic.60": the kind and the name of a generated instance without its seed. */
    private static String family(BenchInstance instance) {
        return instance.kind().id() + " " + instance.name().replaceAll("-s\\d+$", "");
    }

    private static Subject subject(BenchInstance instance) {
        Problem problem = Instances.read(instance.path(), instance.read()).problem();
        BinaryModel model = problem.model();
        QuadraticForm form = Encoder.encode(model, EncodingOptions.defaults()).form();
        byte[] free = new byte[form.size()];
        Arrays.fill(free, (byte) -1);
        Ising ising = form.restrict(free).toIsing(); // assignments written out
        RandomStreams streams = new RandomStreams(1);
        double annealed = Sampler.simulatedAnnealing(AnnealingOptions.defaults().withSweeps(LONG_SWEEPS))
                .sample(ising, LONG_READS, streams.child("annealing"), Deadline.never())
                .best()
                .energy();
        double tabu = Sampler.tabuSearch()
                .sample(ising, LONG_READS, streams.child("tabu"), Deadline.never())
                .best()
                .energy();
        return new Subject(model, ising, CouplingRows.of(ising, Sense.MINIMIZE), Math.min(annealed, tabu));
    }

    private static CorrelationTask.Pairs pairs(Ising ising) {
        int m = Math.toIntExact(ising.couplings());
        CorrelationTask.Pairs pairs = new CorrelationTask.Pairs(new int[m], new int[m]);
        int[] next = {0};
        ising.forEachCoupling((i, j, c) -> {
            pairs.is()[next[0]] = i;
            pairs.js()[next[0]++] = j;
        });
        return pairs;
    }

    private static CorrelationTask question(Subject subject) {
        Ising ising = subject.ising;
        int[] variables = new int[ising.size()];
        Arrays.setAll(variables, i -> i);
        byte[] free = new byte[subject.model.size()];
        Arrays.fill(free, (byte) -1);
        return new CorrelationTask(
                ising,
                ising,
                variables,
                subject.model,
                free,
                pairs(ising),
                List.of(),
                Optional.empty(),
                CorrelationTask.Bound.NOT_WANTED);
    }

    private static PairCorrelations onCouplings(Ising ising, Correlations found) {
        CorrelationTask.Pairs pairs = pairs(ising);
        double[] single = new double[ising.size()];
        Arrays.setAll(single, i -> clipped(found.single(i)));
        double[] pair = new double[pairs.count()];
        Arrays.setAll(pair, k -> clipped(found.pair(pairs.is()[k], pairs.js()[k])));
        return PairCorrelations.of(single, pairs.is(), pairs.js(), pair);
    }

    private static double clipped(double x) {
        return Math.max(-1, Math.min(1, x));
    }

    private static Outcome reads(
            Subject subject, PairCorrelations x, SteeredSearch search, double share, RandomStreams streams) {
        FlipState state = FlipState.of(subject.rows);
        byte[] start = new byte[state.n];
        int hits = 0;
        long work = 0;
        for (int r = 0; r < READS; r++) {
            SplittableRandom random =
                    new SplittableRandom(streams.child("read", r).seed());
            for (int i = 0; i < start.length; i++) {
                start[i] = (byte) random.nextInt(2);
            }
            state.load(start);
            work += search.read(subject.rows, state, x, share, random);
            hits += subject.isHit(state) ? 1 : 0;
        }
        return new Outcome(hits, work / (hits + 0.5)); // half a hit more, so that none is no division by zero
    }
}
