package org.shrinq.repair;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchKernel;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

/** Repairs the start, runs a search kernel and lets the verifier judge what it returns. */
final class KernelImprover implements Improver {
    private final Verifier verifier;
    private final Repair repair;
    private final SearchKernel kernel;
    /** A start of {@link #resume} that repair could not mend. */
    private Optional<Bits> beyondRepair = Optional.empty();

    /** {@link SearchKernel#search} or {@link SearchKernel#resume}. */
    @FunctionalInterface
    private interface Search {
        void search(byte[] x, SplittableRandom random, SearchControl control);
    }

    /** {@link SearchKernel#construct} or {@link SearchKernel#resumeConstruction}. */
    @FunctionalInterface
    private interface Construction {
        boolean construct(byte[] x, SplittableRandom random, SearchControl control);
    }

    KernelImprover(Verifier verifier, Repair repair, SearchKernel kernel) {
        this.verifier = verifier;
        this.repair = repair;
        this.kernel = kernel;
    }

    @Override
    public Improvement improve(Bits start, SplittableRandom random, SearchLimit limit) {
        beyondRepair = Optional.empty();
        return run(start, random, limit, kernel::search, kernel::construct);
    }

    @Override
    public Improvement resume(Bits start, SplittableRandom random, SearchLimit limit) {
        return run(start, random, limit, kernel::resume, kernel::resumeConstruction);
    }

    private Improvement run(
            Bits start, SplittableRandom random, SearchLimit limit, Search search, Construction construction) {
        byte[] x = start.toArray();
        verifier.requireBits(x);
        boolean feasible = verifier.isFeasible(x);
        OptionalDouble before = feasible ? OptionalDouble.of(verifier.objective(x)) : OptionalDouble.empty();
        SearchControl control = new SearchControl(limit, verifier.sense());
        if (!feasible
                && !mend(start, x, random, limit)
                && !(construction.construct(x, random, control) && verifier.isFeasible(x))) {
            return new Improvement(
                    Bits.of(x), false, before, verifier.objective(x), control.iterations(), SearchStop.NO_START);
        }
        byte[] y = x.clone();
        control.bestObjective(verifier.objective(x));
        if (!control.isStopped()) {
            search.search(y, random, control);
        }
        double objective = verifier.objective(x);
        if (verifier.isFeasible(y) && verifier.sense().isBetter(verifier.objective(y), objective)) {
            x = y;
            objective = verifier.objective(y);
        }
        return new Improvement(Bits.of(x), true, before, objective, control.iterations(), control.stop());
    }

    /** Once for each start that is resumed, unless a pause or a deadline has cut it short. */
    private boolean mend(Bits start, byte[] x, SplittableRandom random, SearchLimit limit) {
        if (beyondRepair.filter(start::equals).isPresent()) {
            return false;
        }
        Deadline until = limit.deadline().orWhen(limit.pause()::expired);
        boolean mended = repair.repairInPlace(x, random.split(), until);
        beyondRepair = mended || until.expired() ? Optional.empty() : Optional.of(start);
        return mended;
    }
}
