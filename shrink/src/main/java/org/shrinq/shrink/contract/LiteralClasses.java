package org.shrinq.shrink.contract;

import java.util.Arrays;

/**
 * Union-find with parity over the variables and vertex 0: every variable is known as z_v = sign(v) · z_root(v). A class
 * that has been joined with vertex 0 is fixed. Members of a class can be walked, because propagation has to visit them.
 * Path compression; O(α(n)) amortised. Mutable.
 */
public final class LiteralClasses {
    private final int[] parent;
    private final byte[] parity;
    private final int[] next;
    private final int[] size;
    private int free;

    /** Every variable in its own class. */
    public LiteralClasses(int variables) {
        // The last node is vertex 0.
        parent = new int[variables + 1];
        parity = new byte[variables + 1];
        next = new int[variables + 1];
        size = new int[variables + 1];
        for (int v = 0; v <= variables; v++) {
            parent[v] = v;
            next[v] = v;
        }
        Arrays.fill(parity, (byte) 1);
        Arrays.fill(size, 1);
        free = variables;
    }

    /** Number of variables. */
    public int variables() {
        return parent.length - 1;
    }

    /** Number of classes that are not fixed. */
    public int freeClasses() {
        return free;
    }

    /** The representative of v's class, {@link Step#GROUND} when it is fixed. */
    public int root(int v) {
        int r = find(v);
        return r == parent.length - 1 ? Step.GROUND : r;
    }

    /** z_v relative to the representative, or z_v itself when fixed: +1 or −1. */
    public int sign(int v) {
        find(v);
        return v == parent[v] ? 1 : parity[v];
    }

    /** 0 or 1 when fixed, −1 otherwise. */
    public int value(int v) {
        return root(v) != Step.GROUND ? -1 : sign(v) > 0 ? 0 : 1;
    }

    public boolean isFree(int v) {
        return root(v) != Step.GROUND;
    }

    /** Number of variables in the class of a representative. */
    public int classSize(int root) {
        return size[root];
    }

    /** The member after v in the circular list of v's class; only for free classes. */
    public int nextMember(int v) {
        return next[v];
    }

    /**
     * Records a step between two representatives.
     *
     * @throws IllegalArgumentException when i or j is not the representative of a free class
     */
    public void apply(Step step) {
        int i = step.i();
        int j = step.isFix() ? parent.length - 1 : step.j();
        if (parent[i] != i || parent[j] != j) {
            throw new IllegalArgumentException(
                    "a step joins representatives, " + (parent[i] != i ? i : j) + " has been eliminated before");
        }
        parent[i] = j;
        parity[i] = (byte) step.sign();
        size[j] += size[i];
        int swap = next[i];
        next[i] = next[j];
        next[j] = swap;
        free--;
    }

    private int find(int v) {
        int root = v;
        int sign = 1;
        while (parent[root] != root) {
            sign *= parity[root];
            root = parent[root];
        }
        while (parent[v] != root && v != root) {
            int up = parent[v];
            int rest = sign * parity[v];
            parent[v] = root;
            parity[v] = (byte) sign;
            sign = rest;
            v = up;
        }
        return root;
    }
}
