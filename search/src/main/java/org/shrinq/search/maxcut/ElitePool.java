package org.shrinq.search.maxcut;

import java.util.ArrayList;
import java.util.List;

/**
 * A few good and different strings, best first. Where f(x) = f(1 − x) for all x, as for cuts, a string and its
 * complement are the same. One thread.
 */
final class ElitePool {
    /** A string and its cost. */
    record Member(byte[] x, double cost) {}

    private final List<Member> members = new ArrayList<>();
    private final int capacity;
    private final int apart;
    private final boolean symmetric;
    private final double tolerance;

    /**
     * An empty pool.
     *
     * @param apart the least Hamming distance of two members
     */
    ElitePool(int capacity, int apart, boolean symmetric, double tolerance) {
        this.capacity = capacity;
        this.apart = Math.max(1, apart);
        this.symmetric = symmetric;
        this.tolerance = tolerance;
    }

    /** Takes a copy of x when it is good enough and new; tells whether it did. */
    boolean offer(byte[] x, double cost) {
        boolean full = members.size() >= capacity;
        if (full && cost >= last().cost - tolerance) {
            return false;
        }
        for (Member m : members) {
            if (distance(m.x, x) < apart && m.cost <= cost + tolerance) {
                return false;
            }
        }
        members.removeIf(m -> distance(m.x, x) < apart);
        if (members.size() >= capacity) {
            members.remove(members.size() - 1);
        }
        int at = 0;
        while (at < members.size() && members.get(at).cost <= cost) {
            at++;
        }
        members.add(at, new Member(x.clone(), cost));
        return true;
    }

    /** Keeps only the best ones. */
    void shrinkTo(int size) {
        while (members.size() > size) {
            members.remove(members.size() - 1);
        }
    }

    Member get(int k) {
        return members.get(k);
    }

    private Member last() {
        return members.get(members.size() - 1);
    }

    int size() {
        return members.size();
    }

    /** Hamming distance, the smaller of those to b and to its complement where they are the same. */
    int distance(byte[] a, byte[] b) {
        int d = 0;
        for (int i = 0; i < a.length; i++) {
            d += a[i] ^ b[i];
        }
        return symmetric ? Math.min(d, a.length - d) : d;
    }
}
