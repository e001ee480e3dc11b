package org.shrinq.shrink.correlate;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.shrink.contract.Step;

/** The weighted mean of several answers, each in units of its largest |X|. */
final class EnsembleCorrelations implements Correlations {
    /**
     * One answer.
     *
     * @param correlations its numbers
     * @param factor weight / largest |X|, the weights of all members adding up to 1
     * @param hits confident signs that agreed with the best known solution, over this and earlier calls
     * @param misses confident signs that did not
     */
    record Member(Correlations correlations, double factor, double hits, double misses) {}

    private final List<Member> members;
    private final List<Double> weights;

    EnsembleCorrelations(List<Member> members, List<Double> weights) {
        this.members = members;
        this.weights = weights;
    }

    List<Member> members() {
        return members;
    }

    @Override
    public List<Double> weights() {
        return weights;
    }

    @Override
    public List<CorrelationTask.PoolState> states() {
        return members.stream()
                .flatMap(m -> m.correlations().states().stream())
                .sorted(Comparator.comparingDouble(CorrelationTask.PoolState::energy))
                .toList();
    }

    @Override
    public int size() {
        return members.get(0).correlations().size();
    }

    @Override
    public double single(int i) {
        double sum = 0;
        for (Member m : members) {
            sum += m.factor() * m.correlations().single(i);
        }
        return clip(sum);
    }

    @Override
    public double pair(int i, int j) {
        double sum = 0;
        for (Member m : members) {
            sum += m.factor() * m.correlations().pair(i, j);
        }
        return clip(sum);
    }

    private static double clip(double x) {
        return Math.max(-1, Math.min(1, x));
    }

    @Override
    public void carry(Step step) {
        members.forEach(m -> m.correlations().carry(step));
    }

    @Override
    public OptionalDouble lowerBound() {
        return members.stream()
                .map(m -> m.correlations().lowerBound())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max();
    }
}
