package org.shrinq.shrink;

import java.util.Arrays;
import java.util.Optional;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.GuardVerdict;

/**
 * Chooses steps by score(i, j) = |X_ij|·(1 + a·cos(h_i, h_j)) − b·risk among the candidates of one recalculation.
 * Candidates are resolved through the literal classes and the carried-over correlations when their turn comes, so that
 * none refers to a vertex that is gone or to a sign that has changed.
 */
final class Selection {
    /** What a search for the next step led to. */
    enum Outcome {
        ACCEPTED,
        /** No candidate is left. */
        EXHAUSTED,
        /** The best candidate is too uncertain for carried-over correlations. */
        UNCERTAIN,
        /** The deadline has passed while many variables are left. */
        LATE
    }

    /** With more free variables than this, candidates are not weighed any more once the deadline has passed. */
    private static final int LATE_FREE = 100;

    /**
     * Candidates that are weighed for one step; from then on the first one at least as good as the best of them is
     * taken, after as many again any. Where thousands of pairs tie in |X|, their risks would otherwise all be computed
     * to find the least.
     */
    private static final int MOST_WEIGHED = 4096;

    private final ShrinkState state;
    private final ShrinkOptions options;
    private final Deadline deadline;
    private final CarriedCorrelations correlations;
    private final KnownRisks risks;
    private final Optional<Similarity> similarity;
    private final double threshold;
    private final double strongest;
    private final CandidateHeap eligible = new CandidateHeap();
    private final CandidateHeap rest = new CandidateHeap();
    private boolean restReady;

    Selection(
            ShrinkState state,
            ShrinkOptions options,
            CandidateSet candidates,
            CarriedCorrelations correlations,
            KnownRisks risks,
            double progress,
            Deadline deadline) {
        this.state = state;
        this.deadline = deadline;
        this.options = options;
        this.correlations = correlations;
        this.risks = risks;
        Contraction form = state.contraction();
        similarity = options.similarityWeight() > 0
                ? Optional.of(new Similarity(form, state.classes(), state.model(), correlations))
                : Optional.empty();
        int[] live = form.liveVertices();
        int singles = 0;
        while (singles < live.length && !state.isSlack(live[singles])) {
            singles++;
        }
        double[] xs = new double[candidates.count() + singles];
        double[] strengths = new double[xs.length];
        for (int k = 0; k < xs.length; k++) {
            xs[k] = k < candidates.count()
                    ? correlations.pair(candidates.is()[k], candidates.js()[k])
                    : correlations.single(live[k - candidates.count()]);
            strengths[k] = Math.abs(xs[k]);
        }
        threshold = options.threshold().of(strengths, progress);
        strongest = Arrays.stream(strengths).max().orElse(0);
        for (int k = 0; k < xs.length; k++) {
            boolean pair = k < candidates.count();
            int i = pair ? candidates.is()[k] : live[k - candidates.count()];
            int j = pair ? candidates.js()[k] : Step.GROUND;
            (strengths[k] >= threshold ? eligible : rest)
                    .add(i, j, xs[k], score(i, j, strengths[k]) - options.riskWeight() * risks.of(i, j));
        }
        eligible.heapify();
    }

    private double score(int i, int j, double x) {
        // x may be negative for a converted merge that the marginals speak against
        double boost = j >= 0 && similarity.isPresent()
                ? 1 + options.similarityWeight() * similarity.get().cosine(i, j)
                : 1;
        return x * boost;
    }

    /**
     * Takes the best eligible step.
     *
     * @param floor least |X|; what is weaker is left for {@link #takeRest}
     * @param margin a best candidate with |X| under it is reported as uncertain instead of taken; 0 for never
     */
    Outcome takeEligible(double floor, double margin) {
        return take(eligible, Math.max(floor, threshold), margin);
    }

    /** The largest |X| of the candidates as they were computed. */
    double strongest() {
        return strongest;
    }

    /** Takes the best step among the candidates under the threshold. */
    Outcome takeRest() {
        if (!restReady) {
            rest.heapify();
            restReady = true;
        }
        return take(rest, Double.NEGATIVE_INFINITY, 0);
    }

    /** True once only the quickest steps are left time for. */
    static boolean isLate(ShrinkState state, Deadline deadline) {
        return state.free() > LATE_FREE && deadline.expired();
    }

    private Outcome take(CandidateHeap heap, double floor, double margin) {
        LiteralClasses classes = state.classes();
        int weighed = 0;
        double best = Double.NEGATIVE_INFINITY;
        while (!heap.isEmpty()) {
            if (isLate(state, deadline)) {
                return Outcome.LATE;
            }
            int c = heap.top();
            int i = classes.root(heap.i(c));
            int j = heap.j(c) < 0 ? Step.GROUND : classes.root(heap.j(c));
            if (i == Step.GROUND || i == j || (j == Step.GROUND && heap.j(c) >= 0)) {
                heap.removeTop();
                continue;
            }
            double x = current(heap, c, i, j);
            if (Math.abs(x) < floor) {
                rest.add(heap.i(c), heap.j(c), x, score(i, j, Math.abs(x)));
                heap.removeTop();
                continue;
            }
            double score = score(i, j, Math.abs(x));
            if (score < heap.score(c) - 1e-12 && !heap.lowerTop(score)) {
                continue;
            }
            if (Math.abs(x) < margin) {
                return Outcome.UNCERTAIN;
            }
            GuardVerdict verdict = state.judge(orient(i, j, x));
            if (verdict.isVeto()) {
                verdict.reason().ifPresent(state.counts()::veto);
                heap.removeTop();
                continue;
            }
            double confidence = confidence(verdict, x);
            if (confidence < floor) {
                rest.add(heap.i(c), heap.j(c), x, score(i, j, confidence));
                heap.removeTop();
                continue;
            }
            risks.learn(i, j, verdict.risk());
            double risked = score(i, j, confidence) - options.riskWeight() * verdict.risk();
            weighed++;
            boolean good = weighed > 2 * MOST_WEIGHED || (weighed > MOST_WEIGHED && risked >= best - 1e-12);
            best = Math.max(best, risked);
            if (!good && risked < heap.score(c) - 1e-12 && !heap.lowerTop(risked)) {
                continue;
            }
            double runnerUp = heap.runnerUp();
            double lead =
                    runnerUp == Double.NEGATIVE_INFINITY ? 0 : Math.max(0, Math.min(risked, heap.score(c)) - runnerUp);
            heap.removeTop();
            if (state.accept(verdict, EliminationRule.CORRELATION, new Evidence(x, lead, 0), Proof.HEURISTIC)) {
                return Outcome.ACCEPTED;
            }
        }
        return Outcome.EXHAUSTED;
    }

    /**
     * |X|, except for a merge that the guard converts: it fixes both vertices, so that X_0i and X_0j must speak for
     * those values as well. (Two adjacent vertices of an independent set have X_ij ≈ 1 whenever the relaxation puts
     * both half-way.)
     */
    private double confidence(GuardVerdict verdict, double x) {
        if (verdict.kind() != GuardVerdict.Kind.CONVERT) {
            return Math.abs(x);
        }
        Step merge = verdict.step();
        int spinJ = verdict.value() == 0 ? 1 : -1;
        double marginalJ = spinJ * correlations.single(merge.j());
        double marginalI = spinJ * merge.sign() * correlations.single(merge.i());
        return Math.min(Math.abs(x), Math.min(marginalI, marginalJ));
    }

    /**
     * The carried-over X between the representatives, or X as computed with the signs of today where that is unknown.
     */
    private double current(CandidateHeap heap, int c, int i, int j) {
        if (j == Step.GROUND) {
            return correlations.single(i);
        }
        double x = correlations.pair(i, j);
        LiteralClasses classes = state.classes();
        return x != 0 ? x : heap.x(c) * classes.sign(heap.i(c)) * classes.sign(heap.j(c));
    }

    /** The vertex of smaller degree vanishes, of two equal ones the later. */
    private Step orient(int i, int j, double x) {
        int sign = x >= 0 ? 1 : -1;
        if (j == Step.GROUND) {
            return new Step(i, Step.GROUND, sign);
        }
        Contraction form = state.contraction();
        boolean first = form.degree(i) < form.degree(j) || (form.degree(i) == form.degree(j) && i > j);
        return first ? Step.merge(i, j, sign) : Step.merge(j, i, sign);
    }
}
