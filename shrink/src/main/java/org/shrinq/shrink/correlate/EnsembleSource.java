package org.shrinq.shrink.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;
import org.shrinq.shrink.correlate.EnsembleCorrelations.Member;

/**
 * Several sources, each weighted by how often its confident signs agree with the best solution known: with a hits and b
 * misses, counted over the calls of a run and fading by half from call to call, the weight is ∝ max(1/20, (a − b)/(a +
 * b + 2) + 1/2). Without a pool all weigh the same.
 */
final class EnsembleSource implements CorrelationSource {
    /** A sign is confident when |X| reaches this share of the largest. */
    private static final double CONFIDENT = 0.8;

    private static final double FADING = 0.5;
    private static final double LEAST_WEIGHT = 0.05;

    private final List<CorrelationSource> sources;

    EnsembleSource(List<CorrelationSource> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("an ensemble of no sources");
        }
        this.sources = List.copyOf(sources);
    }

    @Override
    public String id() {
        return sources.stream().map(CorrelationSource::id).collect(Collectors.joining("+", "ensemble(", ")"));
    }

    @Override
    public Optional<String> evaluator() {
        List<String> words =
                sources.stream().flatMap(s -> s.evaluator().stream()).distinct().toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", words));
    }

    @Override
    public double operations(Ising ising) {
        return sources.stream().mapToDouble(s -> s.operations(ising)).sum();
    }

    @Override
    public boolean looks() {
        return sources.stream().anyMatch(CorrelationSource::looks);
    }

    @Override
    public boolean knowsPairs(BinaryModel model) {
        return sources.stream().anyMatch(s -> s.knowsPairs(model));
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        int count = sources.size();
        Correlations[] answers = new Correlations[count];
        double[] largest = new double[count];
        double[] hits = new double[count];
        double[] misses = new double[count];
        double[] weight = new double[count];
        for (int s = 0; s < count; s++) {
            Optional<Member> before = before(task, s);
            CorrelationTask own = task.withPrevious(before.map(m ->
                    new Previous(m.correlations(), task.previous().orElseThrow().index())));
            answers[s] =
                    sources.get(s).correlate(own, random.child(sources.get(s).id(), s), deadline);
            largest[s] = largest(answers[s], task);
            hits[s] = before.map(m -> FADING * m.hits()).orElse(0.0);
            misses[s] = before.map(m -> FADING * m.misses()).orElse(0.0);
            if (!task.pool().isEmpty()) {
                int[] score = agreement(answers[s], CONFIDENT * largest[s], task);
                hits[s] += score[0];
                misses[s] += score[1];
            }
            weight[s] = Math.max(LEAST_WEIGHT, (hits[s] - misses[s]) / (hits[s] + misses[s] + 2) + 0.5);
        }
        double total = Arrays.stream(weight).sum();
        List<Member> members = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            double factor = largest[s] > 0 ? weight[s] / (total * largest[s]) : 0;
            members.add(new Member(answers[s], factor, hits[s], misses[s]));
            weights.add(weight[s] / total);
        }
        return new EnsembleCorrelations(members, weights);
    }

    /** Of the first member that has some. */
    @Override
    public Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        for (int s = 0; s < sources.size(); s++) {
            Optional<Placements> found = sources.get(s)
                    .placements(assignment, pool, random.child(sources.get(s).id(), s), deadline);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Member> before(CorrelationTask task, int source) {
        return task.previous()
                .filter(p -> p.correlations() instanceof EnsembleCorrelations)
                .map(p -> ((EnsembleCorrelations) p.correlations()).members().get(source));
    }

    private static double largest(Correlations x, CorrelationTask task) {
        double max = 0;
        for (int i = 0; i < task.size(); i++) {
            max = Math.max(max, Math.abs(x.single(i)));
        }
        for (int k = 0; k < task.pairs().count(); k++) {
            max = Math.max(
                    max, Math.abs(x.pair(task.pairs().is()[k], task.pairs().js()[k])));
        }
        return max;
    }

    /** Confident signs that agree with the best state of the pool, and those that do not. */
    private static int[] agreement(Correlations x, double threshold, CorrelationTask task) {
        byte[] best = task.pool().get(0).state();
        int[] score = new int[2];
        for (int i = 0; i < task.size(); i++) {
            count(x.single(i), 1 - 2 * best[i], threshold, score);
        }
        for (int k = 0; k < task.pairs().count(); k++) {
            int i = task.pairs().is()[k];
            int j = task.pairs().js()[k];
            count(x.pair(i, j), (1 - 2 * best[i]) * (1 - 2 * best[j]), threshold, score);
        }
        return score;
    }

    private static void count(double x, int sign, double threshold, int[] score) {
        if (x != 0 && Math.abs(x) >= threshold) {
            score[x * sign > 0 ? 0 : 1]++;
        }
    }
}
