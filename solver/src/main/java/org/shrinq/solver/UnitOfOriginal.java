package org.shrinq.solver;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.qubo.problem.NormalForm;
import org.shrinq.qubo.problem.Unit;
import org.shrinq.relax.Bound;
import org.shrinq.relax.BoundReport;
import org.shrinq.repair.verify.Verifier;

/**
 * Takes what a run on a {@link NormalForm} says of objectives back to the unit of the problem as it was given. Energies
 * and penalty weights stay in the unit of the form that was encoded ({@link Solution#energyUnit}).
 */
final class UnitOfOriginal {
    private final NormalForm normal;
    private final Unit unit;

    UnitOfOriginal(NormalForm normal) {
        this.normal = normal;
        unit = normal.unit();
    }

    /** The options as the run on the normal form has to see them: a fixed penalty weight is in the objective's unit. */
    static SolverOptions options(SolverOptions options, Unit unit) {
        return options.penalty() instanceof PenaltyPolicy.Fixed fixed && unit.exponent() != 0
                ? options.withPenalty(PenaltyPolicy.fixed(unit.of(fixed.weight())))
                : options;
    }

    /** Passes on what it hears. */
    RunListener listener(RunListener to) {
        if (unit.exponent() == 0) {
            return to;
        }
        return new RunListener() {
            @Override
            public void stage(RunStage stage, int round) {
                to.stage(stage, round);
            }

            @Override
            public void improved(Trace.Improvement improvement) {
                to.improved(in(improvement));
            }

            @Override
            public void bounded(Trace.Tightening tightening) {
                to.bounded(in(tightening));
            }

            @Override
            public void finished(Trace.Round round) {
                to.finished(in(round));
            }
        };
    }

    /** The solution of the original. */
    Solution solution(Solution s, SolverOptions options) {
        return new Solution(
                normal.original(),
                s.status(),
                s.x(),
                s.x().map(Verifier.of(normal.original())::verify),
                s.solutions(),
                s.origin(),
                in(s.bound()),
                new Trace(
                        s.trace().reduce(),
                        s.trace().rounds().stream().map(this::in).toList(),
                        s.trace().searches().stream().map(this::in).toList(),
                        in(s.trace().known())),
                s.history().stream().map(this::in).toList(),
                s.boundHistory().stream().map(this::in).toList(),
                s.controls().stream().map(this::in).toList(),
                s.failures(),
                options,
                s.stop(),
                s.limitedBy(),
                s.seconds(),
                s.portfolio());
    }

    BoundReport in(BoundReport report) {
        return unit.exponent() == 0
                ? report
                : new BoundReport(
                        in(report.best()), report.all().stream().map(this::in).toList(), report.skipped());
    }

    Bound in(Bound bound) {
        return new Bound(bound.kind(), unit.back(bound.value()));
    }

    /** A bound of the original as the normal form has it. */
    Bound from(Bound bound) {
        return new Bound(bound.kind(), unit.of(bound.value()));
    }

    /** An objective of the normal form as the original has it. */
    double in(double objective) {
        return unit.back(objective);
    }

    private Trace.Improvement in(Trace.Improvement i) {
        return new Trace.Improvement(i.seconds(), unit.back(i.objective()), i.origin(), i.x());
    }

    private Trace.Tightening in(Trace.Tightening t) {
        return new Trace.Tightening(t.seconds(), in(t.bound()));
    }

    private Trace.Known in(Trace.Known known) {
        Map<Origin, Double> objectives = new EnumMap<>(Origin.class);
        known.objectives().forEach((origin, objective) -> objectives.put(origin, unit.back(objective)));
        return new Trace.Known(objectives, known.first(), known.pool(), known.poolEnergy());
    }

    private Control in(Control c) {
        return new Control(
                c.name(),
                c.strings(),
                in(c.raw()),
                in(c.repaired()),
                in(c.meanRepaired()),
                c.feasibleFraction(),
                c.bestFraction(),
                c.bestEnergy());
    }

    private Trace.Round in(Trace.Round r) {
        return new Trace.Round(
                r.number(),
                r.variables(),
                r.encode(),
                r.shrink(),
                r.search(),
                in(r.evaluation()),
                r.polish().stream().map(this::in).toList(),
                in(r.objective()),
                r.seconds());
    }

    private Trace.Polished in(Trace.Polished p) {
        return new Trace.Polished(p.engine(), unit.back(p.before()), unit.back(p.after()), p.proven(), p.seconds());
    }

    Trace.Evaluation in(Trace.Evaluation e) {
        return new Trace.Evaluation(
                e.statistics().in(unit::back),
                e.repaired().isPresent() ? Optional.of(e.repaired().get().in(unit::back)) : Optional.empty(),
                e.repairedStrings(),
                e.meanDistance(),
                in(e.meanRepaired()),
                in(e.rawHistogram()),
                in(e.repairedHistogram()),
                e.seconds());
    }

    private List<Trace.Bin> in(List<Trace.Bin> bins) {
        return bins.stream()
                .map(b -> new Trace.Bin(unit.back(b.objective()), b.count()))
                .toList();
    }

    private OptionalDouble in(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(unit.back(value.getAsDouble())) : value;
    }
}
