package org.shrinq.bench.audit;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.Sense;
import org.shrinq.solver.Judge;

/** What each shot is worth, in random order. Costs are minimised. */
final class Scores {
    /** Energies of the shots. */
    final double[] energy;
    /** Verdicts on the first shots, as many as are judged. */
    final Judge.Worth[] worth;

    private Scores(double[] energy, Judge.Worth[] worth) {
        this.energy = energy;
        this.worth = worth;
    }

    /** Verdicts on strings, each asked for once, by any number of threads. */
    static final class Cache {
        private final Subject subject;
        private final Map<Bits, Judge.Worth> known = new ConcurrentHashMap<>();
        private final Queue<Judge> idle = new ConcurrentLinkedQueue<>();

        Cache(Subject subject) {
            this.subject = subject;
        }

        Judge.Worth of(Bits string) {
            return known.computeIfAbsent(string, x -> {
                Judge free = idle.poll();
                Judge judge = free == null ? subject.judge().fork() : free;
                Judge.Worth worth = judge.of(subject.expand().apply(x));
                idle.add(judge);
                return worth;
            });
        }
    }

    /**
     * Scores.
     *
     * @param judged of so many shots at most verdicts are asked for
     */
    static Scores of(SampleSet samples, int judged, Cache cache, SplittableRandom random) {
        int[] shots = shuffled(samples, random);
        List<Sample> distinct = samples.samples();
        double[] energy = new double[shots.length];
        Judge.Worth[] worth = new Judge.Worth[Math.min(judged, shots.length)];
        for (int k = 0; k < shots.length; k++) {
            energy[k] = distinct.get(shots[k]).energy();
            if (k < worth.length) {
                worth[k] = cache.of(distinct.get(shots[k]).bits());
            }
        }
        return new Scores(energy, worth);
    }

    /** The distinct string of every shot, in random order. */
    private static int[] shuffled(SampleSet samples, SplittableRandom random) {
        int[] shots = new int[Math.toIntExact(samples.shots())];
        int at = 0;
        for (int d = 0; d < samples.size(); d++) {
            for (long c = 0; c < samples.samples().get(d).count(); c++) {
                shots[at++] = d;
            }
        }
        for (int k = shots.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int swap = shots[k];
            shots[k] = shots[other];
            shots[other] = swap;
        }
        return shots;
    }

    /** Objectives after repair as costs; NaN for those that repair did not make feasible. */
    double[] repaired(Sense sense) {
        double[] cost = new double[worth.length];
        for (int k = 0; k < cost.length; k++) {
            double objective = worth[k].repaired();
            cost[k] = !worth[k].repairedFeasible() ? Double.NaN : sense == Sense.MAXIMIZE ? -objective : objective;
        }
        return cost;
    }

    /** −1 where the string, as it is or after repair, has the reference cost or a better one, else 0: a cost too. */
    double[] optimal(Sense sense, double reference, boolean afterRepair) {
        double[] cost = new double[worth.length];
        double close = 1e-9 * Math.max(1, Math.abs(reference));
        for (int k = 0; k < cost.length; k++) {
            Judge.Worth w = worth[k];
            double objective = afterRepair ? w.repaired() : w.objective();
            boolean feasible = afterRepair ? w.repairedFeasible() : w.feasible();
            double own = sense == Sense.MAXIMIZE ? -objective : objective;
            cost[k] = feasible && own <= reference + close ? -1 : 0;
        }
        return cost;
    }
}
