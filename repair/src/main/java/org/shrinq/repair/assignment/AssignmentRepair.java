package org.shrinq.repair.assignment;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.relax.assignment.LinearAssignment;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Hints;
import org.shrinq.search.Reason;
import org.shrinq.search.assignment.AssignmentData;
import org.shrinq.search.assignment.AssignmentDeltas;

/**
 * Keeps every facility whose one location is claimed by nobody else. The others are assigned by a linear assignment
 * problem over the locations left: first as many as possible of the ones of x stay (so that the result is a permutation
 * at the smallest Hamming distance from x), and among those the cheapest by marginal cost, the cost against what is
 * kept plus the mean cost against what is open, less a share for the marginals handed in. Improves by steepest 2-swap
 * descent ({@link AssignmentDeltas}). O(n³) and O(n²) per swap.
 */
public final class AssignmentRepair implements RepairKernel {
    private final AssignmentData data;
    private final double[] marginals;
    private final int n;
    private final AssignmentDeltas deltas;
    private final LinearAssignment lap;
    private final int[] location;
    private final int[] rowOnes;
    private final int[] columnOnes;
    private final int[] openFacility;
    private final int[] openLocation;
    private final int[] kept;
    private final boolean[] taken;
    private final double[] cost;
    private final double[] keptFlow;
    private final double[] keptDistance;
    private final double[] meanFlow;
    private final double[] meanDistance;

    public AssignmentRepair(QuadraticAssignment problem, Hints hints) {
        this(new AssignmentData(problem), hints.marginals());
    }

    private AssignmentRepair(AssignmentData data, double[] marginals) {
        this.data = data;
        this.marginals = marginals;
        n = data.n;
        deltas = new AssignmentDeltas(data);
        lap = new LinearAssignment(n);
        location = new int[n];
        rowOnes = new int[n];
        columnOnes = new int[n];
        openFacility = new int[n];
        openLocation = new int[n];
        kept = new int[n];
        taken = new boolean[n];
        cost = new double[n * n];
        keptFlow = new double[n];
        keptDistance = new double[n * n];
        meanFlow = new double[n];
        meanDistance = new double[n];
    }

    @Override
    public void makeFeasible(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        Arrays.fill(rowOnes, 0);
        Arrays.fill(columnOnes, 0);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                rowOnes[i] += x[i * n + a];
                columnOnes[a] += x[i * n + a];
            }
        }
        int keptCount = 0;
        int open = 0;
        for (int i = 0; i < n; i++) {
            location[i] = -1;
            for (int a = 0; a < n && rowOnes[i] == 1 && location[i] < 0; a++) {
                if (x[i * n + a] != 0 && columnOnes[a] == 1) {
                    location[i] = a;
                    kept[keptCount++] = i;
                }
            }
            if (location[i] < 0) {
                openFacility[open++] = i;
            }
        }
        openLocations();
        marginalCosts(open, keptCount);
        preferOnes(x, open, random);
        lap.solveReduced(cost, open);
        for (int r = 0; r < open; r++) {
            location[openFacility[r]] = openLocation[lap.column(r)];
        }
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                int want = location[i] == a ? 1 : 0;
                int variable = i * n + a;
                if (x[variable] != want) {
                    explain(variable, i, a, want, log);
                    x[variable] = (byte) want;
                }
            }
        }
    }

    private void explain(int variable, int i, int a, int want, FlipLog log) {
        if (want == 1) {
            if (columnOnes[a] == 0) {
                log.set(variable, Reason.COMPLETES, n + a, 0);
            } else if (rowOnes[i] == 0) {
                log.set(variable, Reason.COMPLETES, i, 0);
            } else {
                log.set(variable, Reason.MOVED, i, 0);
            }
        } else if (columnOnes[a] > 1) {
            log.set(variable, Reason.SURPLUS, n + a, columnOnes[a] - 1);
        } else if (rowOnes[i] > 1) {
            log.set(variable, Reason.SURPLUS, i, rowOnes[i] - 1);
        } else {
            log.set(variable, Reason.MOVED, i, 0);
        }
    }

    private void openLocations() {
        Arrays.fill(taken, false);
        for (int i = 0; i < n; i++) {
            if (location[i] >= 0) {
                taken[location[i]] = true;
            }
        }
        int open = 0;
        for (int a = 0; a < n; a++) {
            if (!taken[a]) {
                openLocation[open++] = a;
            }
        }
    }

    /** Fills the open×open matrix {@link #cost}. */
    private void marginalCosts(int open, int keptCount) {
        Arrays.fill(cost, 0, open * open, 0);
        addKept(data.flow, data.distance, open, keptCount, Direction.FORWARD);
        addMeans(data.flow, data.distance, open, Direction.FORWARD);
        if (data.symmetric) {
            for (int k = 0; k < open * open; k++) {
                cost[k] *= 2;
            }
        } else {
            addKept(data.flow, data.distance, open, keptCount, Direction.BACKWARD);
            addMeans(data.flow, data.distance, open, Direction.BACKWARD);
        }
        for (int r = 0; r < open; r++) {
            for (int s = 0; s < open; s++) {
                cost[r * open + s] += data.linear[openFacility[r] * n + openLocation[s]];
            }
        }
        if (marginals.length > 0 && open > 0) {
            double spread = spread(open);
            for (int r = 0; r < open; r++) {
                for (int s = 0; s < open; s++) {
                    cost[r * open + s] -= spread * marginals[openFacility[r] * n + openLocation[s]];
                }
            }
        }
    }

    /** Which of the two ordered pairs of facilities is summed. */
    private enum Direction {
        FORWARD,
        BACKWARD;

        int index(int i, int j, int n) {
            return this == FORWARD ? i * n + j : j * n + i;
        }
    }

    private void addKept(double[] flow, double[] distance, int open, int keptCount, Direction way) {
        for (int s = 0; s < open; s++) {
            for (int k = 0; k < keptCount; k++) {
                keptDistance[s * n + k] = distance[way.index(openLocation[s], location[kept[k]], n)];
            }
        }
        for (int r = 0; r < open; r++) {
            for (int k = 0; k < keptCount; k++) {
                keptFlow[k] = flow[way.index(openFacility[r], kept[k], n)];
            }
            for (int s = 0; s < open; s++) {
                double sum = 0;
                for (int k = 0; k < keptCount; k++) {
                    sum += keptFlow[k] * keptDistance[s * n + k];
                }
                cost[r * open + s] += sum;
            }
        }
    }

    private void addMeans(double[] flow, double[] distance, int open, Direction way) {
        if (open < 2) {
            return;
        }
        for (int r = 0; r < open; r++) {
            meanFlow[r] = 0;
            meanDistance[r] = 0;
            for (int s = 0; s < open; s++) {
                meanFlow[r] += flow[way.index(openFacility[r], openFacility[s], n)];
                meanDistance[r] += distance[way.index(openLocation[r], openLocation[s], n)];
            }
        }
        for (int r = 0; r < open; r++) {
            for (int s = 0; s < open; s++) {
                cost[r * open + s] += meanFlow[r] * meanDistance[s] / (open - 1);
            }
        }
    }

    private double spread(int open) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < open * open; k++) {
            least = Math.min(least, cost[k]);
            most = Math.max(most, cost[k]);
        }
        return most - least;
    }

    /** Makes every one of x that can stay worth more than all costs together; ties are broken at random. */
    private void preferOnes(byte[] x, int open, SplittableRandom random) {
        double spread = spread(open);
        double above = spread + 1e-9 * Math.abs(cost[0]);
        double bonus = open == 0 ? 0 : (above == 0 ? 1 : above) * (open + 1);
        for (int r = 0; r < open; r++) {
            for (int s = 0; s < open; s++) {
                cost[r * open + s] += 1e-9 * spread * random.nextDouble()
                        - (x[openFacility[r] * n + openLocation[s]] != 0 ? bonus : 0);
            }
        }
    }

    @Override
    public void improve(byte[] x, SplittableRandom random, Deadline deadline, FlipLog log) {
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < n; a++) {
                if (x[i * n + a] != 0) {
                    location[i] = a;
                }
            }
        }
        deltas.load(location);
        while (!deadline.expired()) {
            int best = -1;
            double bestDelta = -data.rounding;
            for (int i = 0; i < n; i++) {
                for (int at = i * n + i + 1; at < (i + 1) * n; at++) {
                    if (deltas.delta[at] < bestDelta) {
                        bestDelta = deltas.delta[at];
                        best = at;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            int i = best / n;
            int j = best % n;
            flip(x, i, j, -bestDelta, log);
            flip(x, j, i, -bestDelta, log);
            deltas.swap(i, j);
        }
    }

    /** Takes facility i from its location and puts it where j is; call for (i, j) and (j, i) before the swap. */
    private void flip(byte[] x, int i, int j, double gain, FlipLog log) {
        int from = i * n + deltas.location[i];
        int to = i * n + deltas.location[j];
        x[from] = 0;
        x[to] = 1;
        log.set(from, Reason.EXCHANGE, 0, gain);
        log.set(to, Reason.EXCHANGE, 0, gain);
    }

    @Override
    public RepairKernel fork() {
        return new AssignmentRepair(data, marginals);
    }
}
