package org.shrinq.solver;

import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.Reduced;

/**
 * The way from a string of the small problem back to a solution of the original one: shrinking undone, slack dropped,
 * the variables that the round held fixed put back, reductions lifted.
 *
 * @param form what was encoded
 * @param shrunk how it was shrunk
 * @param subproblem the round's subproblem
 * @param reduced the exact reductions before it
 */
record Expansion(QuadraticForm form, Shrunk shrunk, Subproblem subproblem, Reduced reduced) {
    /** The same way with nothing shrunk. */
    Expansion withoutShrinking() {
        return new Expansion(form, Shrunk.nothing(form), subproblem, reduced);
    }

    /** The small QUBO. */
    Qubo qubo() {
        return shrunk.qubo();
    }

    /** Where the small problem is in a code, the sampler of the same name that draws permutations. */
    Sampler sampler(Sampler plain) {
        return shrunk.code().flatMap(c -> plain.among(c.space())).orElse(plain);
    }

    /** A candidate for the original problem. */
    Bits expand(Bits small) {
        return reduced.lift(inner(small));
    }

    /** A candidate for the original problem from a state of the whole form. */
    Bits liftState(Bits state) {
        byte[] model =
                java.util.Arrays.copyOf(state.toArray(), subproblem.model().size());
        return reduced.lift(Bits.of(subproblem.complete(model)));
    }

    /**
     * The variables of the original problem that change when one variable of the form, all others being 0, becomes 1.
     */
    List<Integer> decidedBy(int variable) {
        Bits nothing = Bits.zeros(form.size());
        byte[] before = liftState(nothing).toArray();
        byte[] after = liftState(nothing.with(variable, 1)).toArray();
        return IntStream.range(0, before.length)
                .filter(i -> before[i] != after[i])
                .boxed()
                .toList();
    }

    /** A candidate for the reduced problem. */
    Bits inner(Bits small) {
        byte[] model = new byte[subproblem.model().size()];
        shrunk.expand(small.toArray(), model);
        return Bits.of(subproblem.complete(model));
    }
}
