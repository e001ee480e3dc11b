package org.shrinq.search.sequence;

import java.util.SplittableRandom;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;

/**
 * Self-avoiding walks of 8n steps, the first from the given sequence, the others from random ones ({@link
 * SequenceWalk}); with odd n every second one among skew-symmetric sequences, 4n steps that cost half as much. The best
 * sequence that a walk among those has met is where the next walk among all begins. Where the energy meets the bound by
 * parities the search ends. One thread.
 */
public final class SequenceSearch implements SearchKernel {
    private static final int STEPS = 8;

    private final LowAutocorrelation problem;

    public SequenceSearch(LowAutocorrelation problem) {
        this.problem = problem;
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        int n = problem.length();
        SequenceState state = new SequenceState(n);
        SequenceWalk walk = new SequenceWalk(state, STEPS * n, random.split());
        state.load(x);
        int best = state.energy();
        tell(best, control);
        byte[] start = x.clone();
        for (int number = 0; !control.isStopped(); number++) {
            boolean mirrored = n % 2 == 1 && number % 2 == 1;
            SequenceMoves moves = mirrored ? SequenceMoves.MIRRORED : SequenceMoves.FLIPS;
            if (mirrored || number > 0 && n % 2 == 0) {
                moves.start(start, random);
            }
            state.load(start);
            walk.run(moves, (mirrored ? STEPS / 2 : STEPS) * n, random, control);
            if (walk.bestEnergy() < best) {
                best = walk.bestEnergy();
                System.arraycopy(walk.best(), 0, x, 0, n);
                tell(best, control);
            }
            System.arraycopy(walk.best(), 0, start, 0, n);
            if (n == 1) {
                control.exhausted();
            }
        }
    }

    private void tell(int energy, SearchControl control) {
        control.bestObjective(energy);
        if (energy <= problem.leastEnergy()) {
            control.exhausted();
        }
    }
}
