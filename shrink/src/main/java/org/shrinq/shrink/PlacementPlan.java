package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.search.sampler.BlockPermutations;
import org.shrinq.shrink.correlate.Placements;

/**
 * Which facilities of an assignment stay open, and among which places. Facilities are divided into blocks; those of a
 * block keep the places that the best guess gives them, in any order. In one-hot code a block of two needs one qubit
 * (x_ia = x_jb = s, x_ib = x_ja = 1 − s) and is feasible in both states, one of k ≥ 3 needs k²; in other codes see
 * {@link AssignmentCode}. The sizes are those that leave most permutations within the qubits and facilities there are;
 * of equal ones those with fewest qubits in one-hot code; in others those with the largest blocks among all that leave
 * within a quarter of a qubit of the most, since pairs alone need no code. Members are those that the guesses exchange
 * most.
 */
final class PlacementPlan {
    private static final double QUARTER_BIT = Math.pow(2, 0.25);

    private PlacementPlan() {}

    /**
     * Sizes ≥ 2, the largest first.
     *
     * @param facilities open ones
     */
    static List<Integer> sizes(int facilities, int qubits) {
        int most = Math.min(qubits, facilities * facilities);
        double[][] best = new double[facilities + 1][most + 1];
        int[][] last = new int[facilities + 1][most + 1];
        for (int f = 1; f <= facilities; f++) {
            for (int q = 0; q <= most; q++) {
                best[f][q] = best[f - 1][q];
                double log = 0;
                for (int k = 2; k <= f && cost(k) <= q; k++) {
                    log += Math.log(k);
                    double value = best[f - k][q - cost(k)] + log;
                    if (value > best[f][q] + 1e-9) {
                        best[f][q] = value;
                        last[f][q] = k;
                    }
                }
            }
        }
        int q = most;
        while (q > 0 && best[facilities][q - 1] > best[facilities][q] - 1e-9) {
            q--;
        }
        List<Integer> sizes = new ArrayList<>();
        for (int f = facilities; f > 0; ) {
            int k = last[f][q];
            if (k > 0) {
                sizes.add(k);
            }
            q -= k > 0 ? cost(k) : 0;
            f -= Math.max(1, k);
        }
        sizes.sort((a, b) -> b - a);
        return sizes;
    }

    private static int cost(int k) {
        return k == 2 ? 1 : k * k;
    }

    /**
     * Sizes ≥ 2 in a code, the largest first; none where no two facilities fit.
     *
     * @param facilities open ones
     */
    static List<Integer> sizes(int facilities, int qubits, AssignmentCode code) {
        if (!code.isCompact()) {
            return sizes(facilities, qubits);
        }
        List<List<Integer>> all = new ArrayList<>();
        grow(new ArrayList<>(), facilities, facilities, qubits, code, all);
        double most =
                all.stream().mapToDouble(PlacementPlan::permutations).max().orElse(1);
        return all.stream()
                .filter(s -> permutations(s) * QUARTER_BIT >= most)
                .findFirst()
                .orElse(List.of());
    }

    /** Goes through all ways to divide facilities into blocks that fit, those with the largest blocks first. */
    private static void grow(
            List<Integer> sizes, int most, int left, int qubits, AssignmentCode code, List<List<Integer>> all) {
        for (int k = Math.min(most, left); k >= 2; k--) {
            sizes.add(k);
            if (code.qubits(sizes) <= qubits && permutations(sizes) <= BlockPermutations.MOST) {
                grow(sizes, k, left - k, qubits, code, all);
            }
            sizes.remove(sizes.size() - 1);
        }
        if (!sizes.isEmpty()) {
            all.add(List.copyOf(sizes));
        }
    }

    private static double permutations(List<Integer> sizes) {
        double product = 1;
        for (int k : sizes) {
            for (int i = 2; i <= k; i++) {
                product *= i;
            }
        }
        return product;
    }

    /** Per facility the number of its block, −1 for one that is placed. */
    static int[] blocks(Placements guesses, int facilities, List<Integer> sizes) {
        int[] block = new int[facilities];
        Arrays.fill(block, -1);
        int number = 0;
        for (int size : sizes) {
            double most = -1;
            int[] seed = new int[2];
            for (int i = 0; i < facilities; i++) {
                for (int j = i + 1; j < facilities && block[i] < 0; j++) {
                    double score = block[j] < 0 ? guesses.exchange(i, j) : -1;
                    if (score > most) {
                        most = score;
                        seed = new int[] {i, j};
                    }
                }
            }
            block[seed[0]] = number;
            block[seed[1]] = number;
            for (int k = 2; k < size; k++) {
                block[next(guesses, block, number)] = number;
            }
            number++;
        }
        return block;
    }

    /** The facility that is exchanged most with those of a block. */
    private static int next(Placements guesses, int[] block, int number) {
        int best = -1;
        double most = -1;
        for (int i = 0; i < block.length; i++) {
            double sum = 0;
            for (int j = 0; j < block.length && block[i] < 0; j++) {
                sum += block[j] == number ? guesses.exchange(i, j) : 0;
            }
            if (block[i] < 0 && sum > most) {
                most = sum;
                best = i;
            }
        }
        return best;
    }
}
