package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.Previous;

/**
 * What several sources say of the same task, as features of candidate steps for a {@link StepModel}: X and X·|X| of
 * each source; the field (or coupling) relative to all that pulls at the variable; the share of sources that agree
 * times their mean size; the mean X where few couplings are left. All change sign with the spins. The carried-over
 * answers are carried each by itself.
 */
public final class Evidences implements Correlations {
    /** The sources, all of which evaluate no complete assignment. */
    public static final List<CorrelationSource> SOURCES = List.of(
            CorrelationSource.sdp(), CorrelationSource.lp(), CorrelationSource.beliefs(), CorrelationSource.qaoa1());

    /** Numbers of a candidate. */
    public static final int FEATURES = 2 * SOURCES.size() + 3;

    private final Ising ising;
    private final List<Correlations> answers;

    private Evidences(Ising ising, List<Correlations> answers) {
        this.ising = ising;
        this.answers = answers;
    }

    /**
     * Asks all sources, each warm-started by its own answer where the task's previous one is of this class or holds
     * one.
     */
    public static Evidences of(CorrelationTask task, RandomStreams random, Deadline deadline) {
        Optional<Evidences> before = task.previous().flatMap(p -> in(p.correlations()));
        List<Correlations> answers = new java.util.ArrayList<>();
        for (int s = 0; s < SOURCES.size(); s++) {
            int index = s;
            CorrelationTask own = task.withPrevious(before.map(b -> new Previous(
                    b.answers.get(index), task.previous().orElseThrow().index())));
            answers.add(
                    SOURCES.get(s).correlate(own, random.child(SOURCES.get(s).id(), s), deadline));
        }
        return new Evidences(task.ising(), answers);
    }

    private static Optional<Evidences> in(Correlations correlations) {
        return correlations instanceof Evidences e
                ? Optional.of(e)
                : correlations instanceof LearnedCorrelations l ? Optional.of(l.evidences()) : Optional.empty();
    }

    /** The answer of one of the {@link #SOURCES}. */
    public Correlations answer(int source) {
        return answers.get(source);
    }

    /** Features of fixing a spin of the task. */
    public double[] single(int i, int degree) {
        double[] x = new double[SOURCES.size()];
        for (int s = 0; s < x.length; s++) {
            x[s] = answers.get(s).single(i);
        }
        double pull = Math.abs(ising.linear(i)) + strength(i);
        return features(x, pull > 0 ? -ising.linear(i) / pull : 0, degree);
    }

    /** Features of merging two spins of the task. */
    public double[] pair(int i, int j, int degree) {
        double[] x = new double[SOURCES.size()];
        for (int s = 0; s < x.length; s++) {
            x[s] = answers.get(s).pair(i, j);
        }
        double coupling = ising.coupling(i, j);
        double pull = Math.max(strength(i), strength(j));
        return features(x, pull > 0 ? -coupling / pull : 0, degree);
    }

    private double strength(int i) {
        double[] sum = {0};
        ising.forEachNeighbor(i, (k, c) -> sum[0] += Math.abs(c));
        return sum[0];
    }

    private static double[] features(double[] x, double pull, int degree) {
        double[] f = new double[FEATURES];
        double sum = 0;
        double signs = 0;
        for (int s = 0; s < x.length; s++) {
            f[2 * s] = x[s];
            f[2 * s + 1] = x[s] * Math.abs(x[s]);
            sum += x[s];
            signs += Math.signum(x[s]);
        }
        f[2 * x.length] = pull;
        f[2 * x.length + 1] = signs / x.length * Math.abs(sum) / x.length;
        f[2 * x.length + 2] = sum / x.length / (1 + degree);
        return f;
    }

    @Override
    public int size() {
        return answers.get(0).size();
    }

    /** The mean. */
    @Override
    public double single(int i) {
        return answers.stream().mapToDouble(a -> a.single(i)).sum() / answers.size();
    }

    /** The mean. */
    @Override
    public double pair(int i, int j) {
        return answers.stream().mapToDouble(a -> a.pair(i, j)).sum() / answers.size();
    }

    @Override
    public void carry(Step step) {
        answers.forEach(a -> a.carry(step));
    }

    @Override
    public OptionalDouble lowerBound() {
        return answers.stream()
                .map(Correlations::lowerBound)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }

    @Override
    public OptionalDouble operations() {
        double sum = 0;
        for (int s = 0; s < SOURCES.size(); s++) {
            sum += answers.get(s).operations().orElse(SOURCES.get(s).operations(ising));
        }
        return OptionalDouble.of(sum);
    }

    @Override
    public String toString() {
        return Brief.of(this, "spins", ising.size(), "answers", answers);
    }
}
