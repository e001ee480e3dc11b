package org.shrinq.quantum.lightcone;

import java.util.List;
import org.shrinq.quantum.lightcone.SpinFactor.Kind;

/** Numbers the spins of a cone's vertices and lists their factors. */
final class Wiring {
    private final Cone cone;
    private final List<SpinFactor> factors;
    private final int[] base;

    /** @param factors added to */
    Wiring(Cone cone, List<SpinFactor> factors) {
        this.cone = cone;
        this.factors = factors;
        base = new int[cone.size() + 1];
        for (int v = 0; v < cone.size(); v++) {
            base[v + 1] = base[v] + 2 * cone.mixers(v) + (isRoot(v) ? 0 : 1);
        }
    }

    private boolean isRoot(int v) {
        return v < cone.roots();
    }

    private int forward(int v, int l) {
        return base[v] + 2 * l;
    }

    private int backward(int v, int l) {
        return base[v] + 2 * l + 1;
    }

    /** b_0 of a vertex that is not measured. */
    private int middle(int v) {
        return base[v] + 2 * cone.mixers(v);
    }

    /** Lists all; returns the number of spins. */
    int wire() {
        for (int v = 0; v < cone.size(); v++) {
            path(v);
            for (int e = cone.rowStart(v); e < cone.rowEnd(v); e++) {
                int w = cone.neighbor(e);
                if (v < w) { // w is not nearer to the roots than v
                    coupling(v, w, cone.value(e));
                }
            }
        }
        return base[cone.size()];
    }

    private void path(int v) {
        int m = cone.mixers(v);
        for (int l = 0; l + 1 < m; l++) {
            factors.add(new SpinFactor(Kind.MIXER, l, 1, forward(v, l), forward(v, l + 1)));
            factors.add(new SpinFactor(Kind.MIXER, l, -1, backward(v, l), backward(v, l + 1)));
        }
        if (isRoot(v)) {
            factors.add(new SpinFactor(Kind.END, m - 1, 1, forward(v, m - 1), backward(v, m - 1)));
        } else if (m > 0) {
            factors.add(new SpinFactor(Kind.MIXER, m - 1, 1, forward(v, m - 1), middle(v)));
            factors.add(new SpinFactor(Kind.MIXER, m - 1, -1, backward(v, m - 1), middle(v)));
        }
        double h = cone.field(v);
        for (int l = 0; l < m && h != 0; l++) {
            factors.add(new SpinFactor(Kind.PHASE, l, h, forward(v, l), -1));
            factors.add(new SpinFactor(Kind.PHASE, l, -h, backward(v, l), -1));
        }
    }

    private void coupling(int v, int w, double j) {
        int common = cone.mixers(w);
        for (int l = 0; l < common; l++) {
            factors.add(new SpinFactor(Kind.PHASE, l, j, forward(v, l), forward(w, l)));
            factors.add(new SpinFactor(Kind.PHASE, l, -j, backward(v, l), backward(w, l)));
        }
        if (cone.mixers(v) > common) { // the layer after w's last mixer, where its two spins are one
            factors.add(new SpinFactor(Kind.PHASE, common, j, forward(v, common), middle(w)));
            factors.add(new SpinFactor(Kind.PHASE, common, -j, backward(v, common), middle(w)));
        }
    }
}
