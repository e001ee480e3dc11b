package org.shrinq.search.sequence;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
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
    private final int n;
    private final SequenceState state;
    private final byte[] start;
    private final byte[] bestX;
    private @Nullable SequenceWalk walk;
    private int best;
    private int number;

    public SequenceSearch(LowAutocorrelation problem) {
        this.problem = problem;
        n = problem.length();
        state = new SequenceState(n);
        start = new byte[n];
        bestX = new byte[n];
    }

    @Override
    public void search(byte[] x, SplittableRandom random, SearchControl control) {
        walk = null;
        resume(x, random, control);
    }

    /** Goes on with the next walk; from a sequence better than all before where there is one. */
    @Override
    public void resume(byte[] x, SplittableRandom random, SearchControl control) {
        control.pauseBetweenSteps();
        state.load(x);
        int given = state.energy();
        if (walk == null || given < best) {
            best = given;
            System.arraycopy(x, 0, bestX, 0, n);
            System.arraycopy(x, 0, start, 0, n);
            number = 0;
        }
        if (walk == null) {
            walk = new SequenceWalk(state, STEPS * n, random.split());
        }
        tell(best, control);
        while (control.goesOn()) {
            step(walk, random, control);
        }
        System.arraycopy(bestX, 0, x, 0, n);
    }

    private void step(SequenceWalk walk, SplittableRandom random, SearchControl control) {
        boolean mirrored = n % 2 == 1 && number % 2 == 1;
        SequenceMoves moves = mirrored ? SequenceMoves.MIRRORED : SequenceMoves.FLIPS;
        if (mirrored || number > 0 && n % 2 == 0) {
            moves.start(start, random);
        }
        number++;
        state.load(start);
        walk.run(moves, (mirrored ? STEPS / 2 : STEPS) * n, random, control);
        if (walk.bestEnergy() < best) {
            best = walk.bestEnergy();
            System.arraycopy(walk.best(), 0, bestX, 0, n);
            tell(best, control);
        }
        System.arraycopy(walk.best(), 0, start, 0, n);
        if (n == 1) {
            control.exhausted();
        }
    }

    private void tell(int energy, SearchControl control) {
        control.bestObjective(energy);
        if (energy <= problem.leastEnergy()) {
            control.exhausted();
        }
    }
}
