package org.shrinq.quantum.train;

import java.util.Arrays;
import java.util.List;
import org.shrinq.quantum.TrainingPoint;
import org.shrinq.quantum.TrainingStop;

/**
 * What a training ended with.
 *
 * @param parameters the best point seen; a copy on every call
 * @param value its value; +∞ when nothing was evaluated
 * @param evaluations evaluations made, a value with its gradient counting once
 * @param stop why it ended
 * @param curve the evaluations that improved on all before, and the last
 */
public record TrainingResult(
        double[] parameters, double value, int evaluations, TrainingStop stop, List<TrainingPoint> curve) {
    public TrainingResult {
        parameters = parameters.clone();
        curve = List.copyOf(curve);
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TrainingResult r
                && Arrays.equals(r.parameters, parameters)
                && Double.compare(r.value, value) == 0
                && r.evaluations == evaluations
                && r.stop == stop
                && r.curve.equals(curve);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parameters) + evaluations;
    }
}
