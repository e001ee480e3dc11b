package org.shrinq.search.flip;

import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.KroneckerForm;

/**
 * The rows of an assignment form of order n, made from its flows and distances: O(n²) memory where the matrix has n⁴
 * entries.
 */
final class KroneckerRows implements FieldRows {
    private final KroneckerForm form;
    private final int sign;
    private final boolean isExact;

    KroneckerRows(KroneckerForm form, int sign) {
        this.form = form;
        this.sign = sign;
        isExact = isExact(form);
    }

    private static boolean isExact(KroneckerForm form) {
        int n = form.order();
        Dyadic flow = new Dyadic();
        Dyadic distance = new Dyadic();
        Dyadic all = new Dyadic();
        for (int i = 0; i < n; i++) {
            all.add(form.rowPenalty(i), 8.0 * n * n);
            all.add(form.columnPenalty(i), 8.0 * n * n);
            for (int j = 0; j < n; j++) {
                flow.add(form.flow(i, j), 1);
                distance.add(form.distance(i, j), 1);
                all.add(form.linear(i * n + j), 4);
            }
        }
        all.addProducts(flow, distance, 8);
        return all.isExact();
    }

    @Override
    public boolean isExact() {
        return isExact;
    }

    @Override
    public int size() {
        return form.size();
    }

    @Override
    public double linear(int v) {
        return sign * form.linear(v);
    }

    @Override
    public double coupling(int v, int w) {
        return sign * form.coupling(v, w);
    }

    @Override
    public void add(int v, double t, double[] field) {
        int n = form.order();
        int i = v / n;
        int a = v % n;
        double step = sign * t;
        for (int j = 0; j < n; j++) {
            int row = j * n;
            if (j == i) {
                double twice = 2 * step * form.rowPenalty(i);
                for (int b = 0; b < n; b++) {
                    field[row + b] += b == a ? 0 : twice;
                }
                continue;
            }
            double there = step * form.flow(i, j);
            double back = step * form.flow(j, i);
            if (there != 0 || back != 0) {
                for (int b = 0; b < n; b++) {
                    field[row + b] += there * form.distance(a, b) + back * form.distance(b, a);
                }
            }
            field[row + a] += 2 * step * form.columnPenalty(a);
        }
    }

    @Override
    public int work(int v) {
        return form.size();
    }
}
