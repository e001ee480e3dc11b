package org.shrinq.search.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A few good permutations that differ, best first, and what two of them have in common. One thread. */
final class AssignmentElites {
    private static final int CAPACITY = 10;
    /** Members differ in the place of at least one facility in so many. */
    private static final int APART = 10;

    private record Member(int[] location, double cost) {}

    private final int n;
    private final List<Member> members = new ArrayList<>();

    AssignmentElites(int n) {
        this.n = n;
    }

    void clear() {
        members.clear();
    }

    int size() {
        return members.size();
    }

    /**
     * Takes a copy of a permutation where it is good enough: better than all members that it is close to, and than the
     * worst of a full pool.
     */
    void offer(int[] location, double cost) {
        if (members.size() == CAPACITY && cost >= members.get(CAPACITY - 1).cost) {
            return;
        }
        for (Member m : members) {
            if (m.cost <= cost && isClose(m.location, location)) {
                return;
            }
        }
        members.removeIf(m -> isClose(m.location, location));
        if (members.size() == CAPACITY) {
            members.remove(CAPACITY - 1);
        }
        int at = 0;
        while (at < members.size() && members.get(at).cost <= cost) {
            at++;
        }
        members.add(at, new Member(location.clone(), cost));
    }

    private boolean isClose(int[] a, int[] b) {
        int differing = 0;
        for (int i = 0; i < n; i++) {
            differing += a[i] == b[i] ? 0 : 1;
        }
        return APART * differing < n;
    }

    /**
     * A uniform crossover of two members: each facility at its place in one of them, drawn anew for each, where that
     * place is free, else at its place in the other; those left over at random.
     *
     * @param child overwritten; needs two members
     */
    void cross(int[] child, SplittableRandom random) {
        int one = random.nextInt(members.size());
        int other = random.nextInt(members.size() - 1);
        int[] a = members.get(one).location;
        int[] b = members.get(other < one ? other : other + 1).location;
        boolean[] taken = new boolean[n];
        int[] left = new int[n];
        int count = 0;
        for (int k = 0, i = random.nextInt(n); k < n; k++, i = i + 1 == n ? 0 : i + 1) {
            boolean first = random.nextBoolean();
            int place = first ? a[i] : b[i];
            if (taken[place]) {
                place = first ? b[i] : a[i];
            }
            if (taken[place]) {
                left[count++] = i;
            } else {
                taken[place] = true;
                child[i] = place;
            }
        }
        for (int place = 0; place < n; place++) {
            if (!taken[place]) {
                int k = random.nextInt(count);
                child[left[k]] = place;
                left[k] = left[--count];
            }
        }
    }
}
