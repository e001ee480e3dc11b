package org.shrinq.quantum.mps;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Phases exp(−iθ Z_uZ_v) on pairs of sites as few and short stars. */
final class Stars {
    private Stars() {}

    /**
     * Stars that together are the phases, in the order of their first sites. Each time the site is taken whose
     * remaining pairs are the most per bond that they cross; a pair belongs to one star.
     *
     * @param phases by pair of sites, the lower one in the high half; not modified
     */
    static List<Star> of(SortedMap<Long, Double> phases, int sites) {
        List<List<int[]>> pairs = new ArrayList<>();
        for (int s = 0; s < sites; s++) {
            pairs.add(new ArrayList<>());
        }
        double[] theta = new double[phases.size()];
        int count = 0;
        for (var entry : phases.entrySet()) {
            int low = (int) (entry.getKey() >>> 32);
            int high = entry.getKey().intValue();
            theta[count] = entry.getValue();
            pairs.get(low).add(new int[] {high, count});
            pairs.get(high).add(new int[] {low, count});
            count++;
        }
        boolean[] done = new boolean[count];
        List<Star> stars = new ArrayList<>();
        for (int left = count; left > 0; ) {
            int best = -1;
            double bestRate = -1;
            for (int s = 0; s < sites; s++) {
                double rate = rate(s, pairs.get(s), done);
                if (rate > bestRate) {
                    best = s;
                    bestRate = rate;
                }
            }
            Star star = new Star(best);
            for (int[] pair : pairs.get(best)) {
                if (!done[pair[1]]) {
                    done[pair[1]] = true;
                    left--;
                    star.put(pair[0], Gate2.phase(theta[pair[1]]), Gate2.phase(-theta[pair[1]]));
                }
            }
            stars.add(star);
        }
        stars.sort((a, b) -> a.first() != b.first()
                ? Integer.compare(a.first(), b.first())
                : Integer.compare(a.control(), b.control()));
        return stars;
    }

    /** Remaining pairs of a site per bond between the outermost of them. */
    private static double rate(int site, List<int[]> pairs, boolean[] done) {
        int first = site;
        int last = site;
        int count = 0;
        for (int[] pair : pairs) {
            if (!done[pair[1]]) {
                first = Math.min(first, pair[0]);
                last = Math.max(last, pair[0]);
                count++;
            }
        }
        return count == 0 ? -1 : (double) count / (last - first);
    }
}
