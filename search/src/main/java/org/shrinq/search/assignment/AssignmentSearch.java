package org.shrinq.search.assignment;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Iterated robust tabu search (Taillard 1991; Misevicius 2012). Each iteration makes the best swap that is not tabu,
 * or a tabu one that beats the best known; a facility may not return to a location that it left for a random time
 * around n. A run without a new best for a while ends; its best replaces the present local optimum when it is no worse
 * (or when nothing has helped for long), which is then shaken by a rotation of random facilities, longer the longer
 * nothing better was found. When that has not helped for long the search goes on from a crossover of two of the best
 * local optima that differ ({@link AssignmentElites}; Benlic, Hao 2015), among them better solutions that a {@link
 * #resume} was given. An iteration is one swap, O(n²).
 */
public final class AssignmentSearch implements SearchKernel {
    /** A run ends after this many times n iterations without a new best. */
    private static final int PATIENCE = 30;
    /**
     * After this many runs without a new best of all, the search starts from a crossover of elites, or a random
     * permutation.
     */
    private static final int RESTART = 40;

    private final AssignmentData data;
    private final int n;
    private final AssignmentDeltas deltas;
    private final long[] tabuUntil;
    private final int[] best;
    private final int[] runBest;
    private final int[] current;
    private final AssignmentElites elites;
    private boolean begun;
    private double bestCost;
    /** The best that was not given. */
    private double ownCost;

    private double runCost;
    private double currentCost;
    private long clock;
    private long lastGain;
    private int failures;

    public AssignmentSearch(QuadraticAssignment problem) {
        data = new AssignmentData(problem);
        n = data.n;
        deltas = new AssignmentDeltas(data);
        tabuUntil = new long[n * n];
        best = new int[n];
        runBest = new int[n];
        current = new int[n];
        elites = new AssignmentElites(n);
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        begun = false;
        elites.clear();
        resume(x, random, control);
    }

    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        if (n < 2) {
            control.exhausted();
            return;
        }
        control.pollEvery(Math.max(1, 200_000 / (n * n)));
        int[] given = new int[n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                if (x[i * n + a] != 0) {
                    given[i] = a;
                }
            }
        }
        double cost = data.cost(given);
        boolean better = !begun || cost < bestCost - data.rounding;
        if (better) {
            bestCost = cost;
            System.arraycopy(given, 0, best, 0, n);
        }
        if (better && begun) {
            elites.offer(given, cost); // crossovers come back to it
        }
        if (!begun) {
            begun = true;
            ownCost = cost;
            System.arraycopy(given, 0, current, 0, n);
            currentCost = Double.POSITIVE_INFINITY;
            failures = 0;
            begin();
        }
        while (run(random, control)) {
            shake(random);
            begin();
        }
        java.util.Arrays.fill(x, (byte) 0);
        for (int i = 0; i < n; i++) {
            x[i * n + best[i]] = 1;
        }
    }

    /** A run of tabu search from the present local optimum. */
    private void begin() {
        deltas.load(current);
        java.util.Arrays.fill(tabuUntil, clock);
        runCost = deltas.cost();
        System.arraycopy(deltas.location, 0, runBest, 0, n);
        lastGain = clock;
    }

    /** Goes on with a run; false where the control ends it. */
    private boolean run(SplittableRandom random, SearchControl control) {
        while (clock - lastGain < (long) PATIENCE * n && control.next()) {
            step(++clock, runCost, random);
            if (deltas.cost() < runCost - data.rounding) {
                runCost = deltas.cost();
                System.arraycopy(deltas.location, 0, runBest, 0, n);
                lastGain = clock;
                if (runCost < ownCost - data.rounding) {
                    ownCost = runCost;
                    failures = -1;
                }
                if (runCost < bestCost - data.rounding) {
                    bestCost = runCost;
                    System.arraycopy(runBest, 0, best, 0, n);
                    control.bestCost(bestCost);
                }
            }
        }
        return !control.isStopped();
    }

    /** Chooses where the next run begins. */
    private void shake(SplittableRandom random) {
        elites.offer(runBest, runCost);
        if (runCost <= currentCost || failures > RESTART / 2) {
            currentCost = runCost;
            System.arraycopy(runBest, 0, current, 0, n);
        }
        if (++failures <= RESTART) {
            int strength = 3 + failures * n / (2 * RESTART) + random.nextInt(Math.max(1, n / 6));
            rotate(current, Math.min(n, strength), random);
            return;
        }
        failures = 0;
        currentCost = Double.POSITIVE_INFINITY;
        if (elites.size() > 1) {
            elites.cross(current, random);
        } else {
            rotate(current, n, random);
        }
    }

    /** Makes the best admissible swap, if there is one. */
    private void step(long now, double runBestCost, SplittableRandom random) {
        double[] delta = deltas.delta;
        int[] location = deltas.location;
        double aspiration = runBestCost - deltas.cost() - data.rounding;
        double least = Double.POSITIVE_INFINITY;
        int at = -1;
        for (int i = 0; i + 1 < n; i++) {
            int row = i * n;
            int home = location[i];
            for (int j = i + 1; j < n; j++) {
                double d = delta[row + j];
                if (d < least
                        && (tabuUntil[row + location[j]] <= now || tabuUntil[j * n + home] <= now || d < aspiration)) {
                    least = d;
                    at = row + j;
                }
            }
        }
        if (at < 0) {
            return;
        }
        int i = at / n;
        int j = at % n;
        tabuUntil[i * n + location[i]] = now + tenure(random);
        tabuUntil[j * n + location[j]] = now + tenure(random);
        deltas.swap(i, j);
    }

    /** Cubic in a uniform number: mostly short, at times up to 8n. */
    private long tenure(SplittableRandom random) {
        double u = random.nextDouble();
        return 2 + (long) (u * u * u * 8 * n);
    }

    /** Rotates the locations of {@code length} random facilities by one. */
    private void rotate(int[] permutation, int length, SplittableRandom random) {
        int[] chosen = new int[n];
        for (int k = 0; k < n; k++) {
            chosen[k] = k;
        }
        for (int k = 0; k < length; k++) {
            int r = k + random.nextInt(n - k);
            int keep = chosen[r];
            chosen[r] = chosen[k];
            chosen[k] = keep;
        }
        int first = permutation[chosen[0]];
        for (int k = 0; k + 1 < length; k++) {
            permutation[chosen[k]] = permutation[chosen[k + 1]];
        }
        permutation[chosen[length - 1]] = first;
    }
}
