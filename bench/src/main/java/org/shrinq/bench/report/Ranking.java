package org.shrinq.bench.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shrinq.bench.store.StoredRun;

/**
 * Methods by their mean rank over the instances, each by its median gap over the seeds; equal gaps share their ranks.
 */
final class Ranking {
    private Ranking() {}

    /** All methods of the data. */
    static List<String> bestFirst(ReportData data) {
        return bestFirst(data, data.methods());
    }

    /** Some methods, ranked among themselves; those of equal mean rank in their order. */
    static List<String> bestFirst(ReportData data, List<String> methods) {
        double[] ranks = mean(data, methods);
        return IntStream.range(0, methods.size())
                .boxed()
                .sorted(Comparator.comparingDouble(m -> ranks[m]))
                .map(methods::get)
                .toList();
    }

    /** Mean ranks from 1, in the order of the methods. */
    static double[] mean(ReportData data, List<String> methods) {
        double[] ranks = new double[methods.size()];
        List<Map<String, Double>> medians = methods.stream()
                .map(m -> ReportData.medians(data.of(m), RunView::gap))
                .toList();
        List<StoredRun.InstanceRow> instances = data.instances();
        for (StoredRun.InstanceRow i : instances) {
            String key = i.problem() + "/" + i.name() + "/" + i.id();
            double[] gaps = medians.stream()
                    .mapToDouble(m -> m.getOrDefault(key, Double.POSITIVE_INFINITY))
                    .toArray();
            for (int a = 0; a < ranks.length; a++) {
                double rank = 0.5;
                for (double other : gaps) {
                    rank += other < gaps[a] ? 1 : other == gaps[a] ? 0.5 : 0;
                }
                ranks[a] += rank / instances.size();
            }
        }
        return ranks;
    }
}
