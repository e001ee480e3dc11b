package org.shrinq.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sense;

/**
 * Different feasible solutions, of which the best levels (objective values) and in each the most diverse are kept. It
 * holds at most as many levels as solutions are wanted, and {@value #PER_LEVEL} solutions a level or as many as are
 * wanted. Not thread-safe.
 */
final class SolutionPool {
    private static final int PER_LEVEL = 64;

    private final int wanted;
    private final int perLevel;
    private final TreeMap<Double, List<Member>> levels;

    /**
     * A solution.
     *
     * @param nearest Hamming distance to the nearest of its level when it came
     */
    private record Member(Bits x, int nearest) {}

    /** @param wanted solutions; a pool for 1 keeps nothing */
    SolutionPool(Sense sense, int wanted) {
        this.wanted = wanted;
        this.perLevel = Math.min(wanted, PER_LEVEL);
        this.levels = sense == Sense.MAXIMIZE ? new TreeMap<>(java.util.Comparator.reverseOrder()) : new TreeMap<>();
    }

    boolean isOn() {
        return wanted > 1;
    }

    /**
     * Takes in a feasible solution, where it is among the best or makes them more diverse. O(solutions of its level ·
     * n).
     */
    void add(Bits x, double objective) {
        if (!isOn()) {
            return;
        }
        List<Member> level = levels.get(objective);
        if (level == null) {
            levels.put(objective, new ArrayList<>(List.of(new Member(x, x.size()))));
            if (levels.size() > wanted) {
                levels.pollLastEntry();
            }
            return;
        }
        int nearest = x.size();
        int closest = 0;
        for (int k = 0; k < level.size(); k++) {
            nearest = Math.min(nearest, level.get(k).x.hammingDistance(x));
            closest = level.get(k).nearest < level.get(closest).nearest ? k : closest;
        }
        if (nearest == 0) {
            return;
        }
        if (level.size() < perLevel) {
            level.add(new Member(x, nearest));
        } else if (nearest > level.get(closest).nearest) {
            level.set(closest, new Member(x, nearest));
        }
    }

    /** Objective values in it. */
    int levels() {
        return levels.size();
    }

    /** Different solutions in it. */
    int size() {
        return levels.values().stream().mapToInt(List::size).sum();
    }

    /** Any of its solutions; the pool is not empty. */
    Bits any(SplittableRandom random) {
        int k = random.nextInt(size());
        for (List<Member> level : levels.values()) {
            if (k < level.size()) {
                return level.get(k).x;
            }
            k -= level.size();
        }
        throw new IllegalStateException("the pool is empty");
    }

    /**
     * The solutions to return, best first: the given one, one of every level as far as they are wanted, then others
     * from the best level down, each time the one whose nearest of those taken is farthest. O(size · wanted · n).
     *
     * @param best of the best level
     */
    List<Bits> select(Bits best) {
        List<Bits> taken = new ArrayList<>(List.of(best));
        Map<Double, List<Bits>> chosen = new LinkedHashMap<>();
        boolean first = true;
        for (Map.Entry<Double, List<Member>> e : levels.entrySet()) {
            List<Bits> own = new ArrayList<>();
            chosen.put(e.getKey(), own);
            if (first) {
                own.add(best);
            } else if (taken.size() < wanted) {
                take(e.getValue(), taken, own);
            }
            first = false;
        }
        for (Map.Entry<Double, List<Bits>> e : chosen.entrySet()) {
            List<Member> level = Objects.requireNonNull(levels.get(e.getKey()));
            boolean more = true;
            while (more && taken.size() < wanted) {
                more = take(level, taken, e.getValue());
            }
        }
        List<Bits> all = new ArrayList<>();
        chosen.values().forEach(all::addAll);
        return all.isEmpty() ? taken : all;
    }

    /** Takes the solution of a level that is farthest from those taken; false when all have been. */
    private static boolean take(List<Member> level, List<Bits> taken, List<Bits> chosen) {
        int farthest = 0;
        Bits next = taken.get(0);
        Set<Bits> known = new HashSet<>(taken);
        for (Member m : level) {
            if (known.contains(m.x)) {
                continue;
            }
            int nearest = taken.stream().mapToInt(m.x::hammingDistance).min().orElseThrow();
            if (nearest > farthest) {
                farthest = nearest;
                next = m.x;
            }
        }
        if (farthest == 0) {
            return false;
        }
        taken.add(next);
        chosen.add(next);
        return true;
    }
}
