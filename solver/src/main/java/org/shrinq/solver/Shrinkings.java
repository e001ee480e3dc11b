package org.shrinq.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkInput;
import org.shrinq.shrink.ShrinkOptions;
import org.shrinq.shrink.Shrinker;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.Threshold;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;

/**
 * Several different shrinkings of one problem: the chosen source and options first, then other sources that evaluate no
 * complete assignment (where the source was left open), other thresholds, and near ties broken otherwise. Each is
 * scored by the semidefinite lower bound of its small problem, less is better, and by how much it differs from those
 * taken before it. The first one always counts as promising, with it the best others up to half of all, rounded up. The
 * bound says what a small problem may hold at best; no string is evaluated.
 */
final class Shrinkings {
    /** Worth of a wholly different shrinking in units of the spread of the bounds. */
    private static final double DIFFERENCE = 0.5;

    /** Small problems of more variables are not bounded. */
    private static final int MOST_BOUNDED = 64;

    private static final List<Threshold> THRESHOLDS =
            List.of(Threshold.of(Threshold.Kind.PROPORTIONAL), Threshold.quantile(0.9), Threshold.decay(1));

    private final CorrelationSource first;
    private final boolean open;
    private final ShrinkOptions options;

    /**
     * @param first the source of the first shrinking
     * @param open whether other sources may be used as well
     */
    Shrinkings(CorrelationSource first, boolean open, ShrinkOptions options) {
        this.first = first;
        this.open = open;
        this.options = options;
    }

    /**
     * One of several.
     *
     * @param bound lower bound of its energies, where there is one
     * @param difference share of the variables that it leaves otherwise than each of those before it
     * @param threshold its threshold
     */
    record Alternative(Shrunk shrunk, String threshold, OptionalDouble bound, double difference) {}

    /**
     * What came out.
     *
     * @param all in the order in which they were made
     * @param promising some of them: the first one, then the others by their scores
     */
    record Found(List<Alternative> all, List<Alternative> promising) {
        Shrunk first() {
            return all.get(0).shrunk();
        }
    }

    /** Makes {@code count} shrinkings, fewer when the deadline strikes; the first draws what it would draw alone. */
    Found make(ShrinkInput input, int count, RandomStreams streams, Deadline deadline) {
        List<Shrunk> made = new ArrayList<>();
        List<String> thresholds = new ArrayList<>();
        List<CorrelationSource> sources = sources(input.model());
        for (int k = 0; k < count && (k == 0 || !deadline.expired()); k++) {
            CorrelationSource source = sources.get(k % sources.size());
            int turn = k / sources.size();
            Threshold threshold = k < sources.size() ? options.threshold() : THRESHOLDS.get(turn % THRESHOLDS.size());
            made.add(Shrinker.shrink(
                    input,
                    turn == 0 ? source : CorrelationSource.varied(source, turn),
                    options.withThreshold(threshold),
                    k == 0 ? streams : streams.child("alternative", k),
                    deadline));
            thresholds.add(threshold.kind().id());
        }
        if (count == 1) {
            Alternative only = new Alternative(made.get(0), thresholds.get(0), OptionalDouble.empty(), 0);
            return new Found(List.of(only), List.of(only));
        }
        return rank(made, thresholds, input, streams, deadline);
    }

    private List<CorrelationSource> sources(BinaryModel model) {
        List<CorrelationSource> sources = new ArrayList<>(List.of(first));
        if (open && Structure.of(model) != Structure.PERMUTATION) {
            for (CorrelationSource s :
                    List.of(CorrelationSource.lp(), CorrelationSource.beliefs(), CorrelationSource.sdp())) {
                if (!s.id().equals(first.id())) {
                    sources.add(s);
                }
            }
        }
        return sources;
    }

    private static Found rank(
            List<Shrunk> made, List<String> thresholds, ShrinkInput input, RandomStreams streams, Deadline deadline) {
        int n = made.size();
        double[] bound = new double[n];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            bound[k] = bound(made.get(k), input, streams.child("bound", k), deadline)
                    .orElse(Double.NaN);
            least = Double.isNaN(bound[k]) ? least : Math.min(least, bound[k]);
            most = Double.isNaN(bound[k]) ? most : Math.max(most, bound[k]);
        }
        double spread = most > least ? most - least : 1;
        double[] difference = new double[n];
        Arrays.fill(difference, 1);
        Alternative[] all = new Alternative[n];
        List<Alternative> order = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            left.add(k);
        }
        while (!left.isEmpty()) {
            double lowest = least;
            int next = order.isEmpty()
                    ? 0
                    : left.stream()
                            .min(Comparator.comparingDouble(
                                    k -> (Double.isNaN(bound[k]) ? 1 : (bound[k] - lowest) / spread)
                                            - DIFFERENCE * difference[k]))
                            .orElseThrow();
            left.remove(Integer.valueOf(next));
            OptionalDouble known = Double.isNaN(bound[next]) ? OptionalDouble.empty() : OptionalDouble.of(bound[next]);
            Alternative taken = new Alternative(made.get(next), thresholds.get(next), known, difference[next]);
            order.add(taken);
            all[next] = taken;
            for (int k : left) {
                difference[k] = Math.min(difference[k], difference(made.get(k), made.get(next)));
            }
        }
        return new Found(List.of(all), List.copyOf(order.subList(0, (n + 1) / 2)));
    }

    private static OptionalDouble bound(Shrunk shrunk, ShrinkInput input, RandomStreams random, Deadline deadline) {
        if (shrunk.size() == 0) {
            return OptionalDouble.of(shrunk.qubo().energy(new byte[0]));
        }
        if (shrunk.size() > MOST_BOUNDED) {
            return OptionalDouble.empty();
        }
        QuadraticForm small = shrunk.qubo();
        int[] variables = new int[shrunk.size()];
        Arrays.setAll(variables, shrunk::variable);
        CorrelationTask task = new CorrelationTask(
                shrunk.qubo().toIsing(),
                small,
                variables,
                input.model(),
                input.fixed(),
                new CorrelationTask.Pairs(new int[0], new int[0]),
                List.of(),
                Optional.empty(),
                CorrelationTask.Bound.WANTED);
        return CorrelationSource.sdp().correlate(task, random, deadline).lowerBound();
    }

    /** The share of the variables that are fixed to other values, or in one of the two only. */
    private static double difference(Shrunk a, Shrunk b) {
        int variables = a.log().variables();
        int other = 0;
        for (int v = 0; v < variables; v++) {
            boolean fixedA = a.carrier(v) < 0;
            boolean fixedB = b.carrier(v) < 0;
            other += fixedA != fixedB || (fixedA && a.flip(v) != b.flip(v)) ? 1 : 0;
        }
        return (double) other / Math.max(1, variables);
    }
}
