package org.shrinq.repair;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.text.Brief;
import org.shrinq.search.Hints;
import org.shrinq.search.Improvement;
import org.shrinq.search.Improver;
import org.shrinq.search.SearchLimit;

/** An improver of a problem's normal form, with targets and objectives in the unit of the problem itself. */
public final class NormalImprover implements Improver {
    private final NormalForm normal;
    private final Improver improver;

    private NormalImprover(NormalForm normal, Improver improver) {
        this.normal = normal;
        this.improver = improver;
    }

    /**
     * What {@code make} makes of the problem where its sums are exact, else of its normal form.
     *
     * @param hints of the problem; taken to the unit of the normal form
     */
    public static Improver of(Problem problem, Hints hints, BiFunction<Problem, Hints, Improver> make) {
        NormalForm normal = problem.normalForm();
        Improver improver = make.apply(normal.problem(), hints.in(normal));
        return normal.isUnchanged() ? improver : new NormalImprover(normal, improver);
    }

    @Override
    public Improvement improve(Bits start, SplittableRandom random, SearchLimit limit) {
        return back(improver.improve(start, random, own(limit)));
    }

    @Override
    public Improvement resume(Bits start, SplittableRandom random, SearchLimit limit) {
        return back(improver.resume(start, random, own(limit)));
    }

    private SearchLimit own(SearchLimit limit) {
        return limit.target().isPresent()
                ? limit.withTarget(normal.inUnit(limit.target().getAsDouble()))
                : limit;
    }

    private Improvement back(Improvement i) {
        OptionalDouble before = i.objectiveBefore();
        return new Improvement(
                i.solution(),
                i.feasible(),
                before.isPresent() ? OptionalDouble.of(normal.unit().back(before.getAsDouble())) : before,
                normal.unit().back(i.objective()),
                i.iterations(),
                i.stop());
    }

    @Override
    public String toString() {
        return Brief.of(
                this,
                "problem",
                normal.problem().name(),
                "improver",
                improver.getClass().getSimpleName());
    }
}
