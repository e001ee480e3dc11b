package org.shrinq.shrink;

import java.util.Arrays;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.IntDoubleMap;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.correlate.CorrelationTask;

/**
 * The pairs that may be merged: coupled representatives of model variables, and pairs of representatives inside a
 * one-hot or at-most-one group. Pairs with vertex 0 need no list.
 *
 * @param is smaller variables
 * @param js larger variables
 */
record CandidateSet(int[] is, int[] js) {
    /** Larger groups contribute their coupled pairs only. */
    private static final int LARGEST_GROUP = 128;

    /** No pairs. */
    static CandidateSet none() {
        return new CandidateSet(new int[0], new int[0]);
    }

    static CandidateSet of(Contraction form, LiteralClasses classes, BinaryModel model) {
        Builder b = new Builder();
        for (int v : form.liveVertices()) {
            if (v >= model.size()) {
                break;
            }
            IntDoubleMap row = form.row(v);
            for (int k : row.sortedKeys()) {
                if (k > v && k < model.size()) {
                    b.add(v, k);
                }
            }
        }
        for (Constraint c : model.constraints()) {
            if ((c instanceof ExactlyOne || c instanceof AtMostOne) && c.arity() <= LARGEST_GROUP) {
                addGroup(c, form, classes, b);
            }
        }
        return new CandidateSet(Arrays.copyOf(b.is, b.count), Arrays.copyOf(b.js, b.count));
    }

    private static void addGroup(Constraint group, Contraction form, LiteralClasses classes, Builder b) {
        int[] roots = new int[group.arity()];
        int count = 0;
        for (int k = 0; k < roots.length; k++) {
            int root = classes.root(group.variable(k));
            if (root >= 0) {
                roots[count++] = root;
            }
        }
        roots = Arrays.stream(roots, 0, count).distinct().sorted().toArray();
        for (int p = 0; p < roots.length; p++) {
            for (int q = p + 1; q < roots.length; q++) {
                if (form.coupling(roots[p], roots[q]) == 0) {
                    b.add(roots[p], roots[q]);
                }
            }
        }
    }

    int count() {
        return is.length;
    }

    /** The same pairs by position among the live vertices. */
    CorrelationTask.Pairs positions(int[] live, int variables) {
        int[] position = new int[variables];
        for (int p = 0; p < live.length; p++) {
            position[live[p]] = p;
        }
        int[] ps = new int[is.length];
        int[] qs = new int[is.length];
        for (int k = 0; k < ps.length; k++) {
            ps[k] = position[is[k]];
            qs[k] = position[js[k]];
        }
        return new CorrelationTask.Pairs(ps, qs);
    }

    private static final class Builder {
        private int[] is = new int[256];
        private int[] js = new int[256];
        private int count;

        private void add(int i, int j) {
            if (count == is.length) {
                is = Arrays.copyOf(is, count * 2);
                js = Arrays.copyOf(js, count * 2);
            }
            is[count] = i;
            js[count++] = j;
        }
    }
}
