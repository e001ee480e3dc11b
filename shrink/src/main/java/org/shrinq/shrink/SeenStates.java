package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shrinq.qubo.Bits;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;

/**
 * The best full states of the form that the source of the correlations evaluated, over all recalculations. A contracted
 * form has the energies of the whole one, so that energies from different moments compare. Not thread-safe.
 */
final class SeenStates {
    /** Kept; what repairs and verifies them later costs as much as so many samples. */
    private static final int MOST = 16;

    private final List<Entry> best = new ArrayList<>();
    private final Set<Bits> known = new HashSet<>();

    private record Entry(Bits state, double energy) {}

    /**
     * Takes in states of a contracted form.
     *
     * @param states best first; not modified
     * @param live for every spin of the states its variable; not modified
     * @param classes what every variable of the form has become
     * @param size variables of the form
     */
    void addAll(List<PoolState> states, int[] live, LiteralClasses classes, int size) {
        int[] position = new int[states.isEmpty() ? 0 : size];
        for (int k = 0; k < live.length && position.length > 0; k++) {
            position[live[k]] = k;
        }
        for (PoolState s : states.subList(0, Math.min(MOST, states.size()))) {
            if (best.size() < MOST || s.energy() < best.get(best.size() - 1).energy) {
                add(new Entry(lift(s.state(), position, classes), s.energy()));
            }
        }
    }

    private void add(Entry entry) {
        if (!known.add(entry.state)) {
            return;
        }
        int at = best.size();
        while (at > 0 && entry.energy < best.get(at - 1).energy) {
            at--;
        }
        best.add(at, entry);
        if (best.size() > MOST) {
            known.remove(best.remove(MOST).state);
        }
    }

    private static Bits lift(byte[] state, int[] position, LiteralClasses classes) {
        byte[] full = new byte[position.length];
        for (int v = 0; v < full.length; v++) {
            int root = classes.root(v);
            int value = root == Step.GROUND ? 0 : state[position[root]];
            full[v] = (byte) (classes.sign(v) > 0 ? value : 1 - value);
        }
        return Bits.of(full);
    }

    /** Best first. */
    List<Bits> best() {
        return best.stream().map(Entry::state).toList();
    }
}
