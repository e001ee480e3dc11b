package org.shrinq.search.sampler;

import java.util.Arrays;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Every string, in Gray code order. */
final class ExactEnumeration implements Sampler {
    static final int MAX_SIZE = 26;

    /** Steps between two looks at the clock; energies are recomputed there, so that rounding does not add up. */
    private static final int BLOCK = 1 << 12;

    @Override
    public String id() {
        return "exact";
    }

    @Override
    public Optional<Sampler> among(BlockPermutations space) {
        return PermutationSampler.of(PermutationSampler.Kind.EXACT, id(), space);
    }

    @Override
    public SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline) {
        int n = form.size();
        if (n > MAX_SIZE) {
            throw new IllegalArgumentException("exact enumeration of " + n + " variables, at most " + MAX_SIZE
                    + " are possible. Maybe shrink further or use annealing.");
        }
        Lowest lowest = enumerate(form.restrict(allFree(n)), reads, deadline);
        return lowest.samples(form, k -> Bits.ofIndex(n, k));
    }

    private static byte[] allFree(int n) {
        byte[] free = new byte[n];
        Arrays.fill(free, (byte) -1);
        return free;
    }

    private static Lowest enumerate(Qubo qubo, int reads, Deadline deadline) {
        int n = qubo.size();
        double[][] matrix = new double[n][n];
        qubo.forEachCoupling((i, j, c) -> {
            matrix[i][j] = c;
            matrix[j][i] = c;
        });
        Lowest lowest = new Lowest(reads, 1L << n);
        byte[] x = new byte[n];
        double[] field = new double[n];
        long total = 1L << n;
        for (long base = 0; base < total && (base == 0 || !deadline.expired()); base += BLOCK) {
            long gray = base ^ (base >>> 1);
            for (int i = 0; i < n; i++) {
                x[i] = (byte) ((gray >>> i) & 1);
            }
            double energy = qubo.energy(x);
            for (int i = 0; i < n; i++) {
                field[i] = x[i] == 0 ? qubo.flipDelta(x, i) : -qubo.flipDelta(x, i);
            }
            lowest.offer(energy, gray);
            long end = Math.min(total, base + BLOCK);
            for (long step = base + 1; step < end; step++) {
                int k = Long.numberOfTrailingZeros(step);
                int sign = (gray >>> k & 1) == 0 ? 1 : -1;
                energy += sign * field[k];
                gray ^= 1L << k;
                double[] row = matrix[k];
                for (int i = 0; i < n; i++) {
                    field[i] += sign * row[i];
                }
                lowest.offer(energy, gray);
            }
        }
        return lowest;
    }
}
