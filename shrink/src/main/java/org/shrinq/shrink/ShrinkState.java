package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.Elimination.Evidence;
import org.shrinq.shrink.Elimination.Proof;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.Guard;
import org.shrinq.shrink.guard.GuardVerdict;
import org.shrinq.shrink.guard.VetoReason;

/** Classes, guard, contraction and log, changed together step by step. */
final class ShrinkState {
    /** Hears of every contracted step. */
    interface Listener {
        /** Before the contraction changes. */
        void before(Step step);

        /** Afterwards. */
        void after(Step step);
    }

    private static final Listener NOBODY = new Listener() {
        @Override
        public void before(Step step) {}

        @Override
        public void after(Step step) {}
    };

    private final ShrinkInput input;
    private final LiteralClasses classes;
    private final Optional<Guard> guard;
    private final List<Elimination> entries = new ArrayList<>();
    private final List<Step> buffer = new ArrayList<>();
    private final GuardCounts counts = new GuardCounts();
    private @Nullable Contraction contraction;
    private Listener listener = NOBODY;
    private int substituted;
    private boolean contradictory;
    /** No step so far could have lost the optimum. */
    private boolean intact = true;

    ShrinkState(ShrinkInput input, ShrinkOptions options, Deadline deadline) {
        this.input = input;
        classes = new LiteralClasses(input.form().size());
        guard = options.awareness() == ShrinkOptions.Awareness.CONSTRAINT_AWARE
                ? Optional.of(Guard.of(input.model(), classes, deadline))
                : Optional.empty();
        byte[] fixed = input.fixed();
        if (guard.isPresent()) {
            contradictory = !guard.get().start(fixed, input.pool(), buffer);
            for (Step step : buffer) {
                boolean given = fixed[step.i()] >= 0;
                record(
                        step,
                        given ? EliminationRule.GIVEN : EliminationRule.PROPAGATION,
                        Evidence.NONE,
                        given ? Proof.HEURISTIC : Proof.PROVEN);
            }
            buffer.clear();
        } else {
            for (int v = 0; v < fixed.length; v++) {
                if (fixed[v] >= 0) {
                    classes.apply(Step.fix(v, fixed[v]));
                    record(Step.fix(v, fixed[v]), EliminationRule.GIVEN, Evidence.NONE, Proof.HEURISTIC);
                }
            }
        }
    }

    BinaryModel model() {
        return input.model();
    }

    LiteralClasses classes() {
        return classes;
    }

    /** Number of free classes, slack included. */
    int free() {
        return classes.freeClasses();
    }

    /** The guard while it guards: switched on, and no contradiction found. */
    Optional<Guard> guard() {
        return guard.filter(g -> !contradictory && g.isConsistent());
    }

    /**
     * What a proof about the form is worth here. An exact encoding promises that the minimisers over <i>all</i> states
     * are optima; on the states that a heuristic step leaves, the least energy may be that of an infeasible one.
     * Without constraints energy is the objective on every state.
     */
    Proof formProof() {
        boolean everywhere = input.model().constraints().isEmpty() && input.slackCount() == 0;
        return input.exactness() == ShrinkInput.Exactness.EXACT && (intact || everywhere)
                ? Proof.PROVEN
                : Proof.HEURISTIC;
    }

    /** No value of some variable is possible any more: nothing is guarded from here on. */
    void declareContradictory() {
        contradictory = true;
    }

    boolean isContradictory() {
        return contradictory || guard.map(g -> !g.isConsistent()).orElse(false);
    }

    /** Substitutes everything fixed so far and makes the form explicit, once; from here on steps are contracted. */
    void makeExplicit() {
        if (contraction != null) {
            return;
        }
        byte[] fixed = new byte[input.form().size()];
        for (int v = 0; v < fixed.length; v++) {
            fixed[v] = (byte) classes.value(v);
        }
        contraction = Contraction.of(input.form(), fixed);
        substituted = entries.size();
    }

    Contraction contraction() {
        if (contraction == null) {
            throw new IllegalStateException("the form has not been made explicit yet");
        }
        return contraction;
    }

    void setListener(Listener listener) {
        this.listener = listener;
    }

    /** The model's variables: 0, 1, or −1 when free. */
    byte[] partial() {
        byte[] partial = new byte[input.model().size()];
        for (int v = 0; v < partial.length; v++) {
            partial[v] = (byte) classes.value(v);
        }
        return partial;
    }

    /** Whether the free variables are among those of the blocks, each for itself, and their others are 0. */
    boolean hasFree(List<int[][]> blocks) {
        List<Integer> own = blocks.stream()
                .flatMap(Arrays::stream)
                .flatMapToInt(Arrays::stream)
                .filter(v -> v >= 0 && classes.value(v) < 0)
                .boxed()
                .toList();
        return own.size() == free()
                && own.stream().allMatch(v -> classes.root(v) == v)
                && blocks.stream()
                        .flatMap(Arrays::stream)
                        .flatMapToInt(Arrays::stream)
                        .allMatch(v -> v < 0 || classes.value(v) < 1);
    }

    boolean isSlack(int v) {
        return v >= input.model().size();
    }

    /**
     * Moves the guard's witness towards the signs of single correlations, where no known solution guides it.
     *
     * @param single X_0v of representatives
     */
    void approach(IntToDoubleFunction single) {
        Optional<Guard> active = guard();
        if (active.isEmpty() || !input.pool().isEmpty()) {
            return;
        }
        byte[] preferred = new byte[input.model().size()];
        for (int v = 0; v < preferred.length; v++) {
            int root = classes.root(v);
            int value = root == Step.GROUND ? classes.value(v) : single.applyAsDouble(root) < 0 ? 1 : 0;
            preferred[v] = (byte) (root == Step.GROUND || classes.sign(v) > 0 ? value : 1 - value);
        }
        active.get().approach(preferred);
    }

    /** Judges a step between representatives of model variables. */
    GuardVerdict judge(Step proposed) {
        Optional<Guard> active = guard();
        return active.isPresent() ? active.get().judge(proposed) : GuardVerdict.unguarded(proposed);
    }

    /** How many free classes a judged step would take away. */
    int reach(GuardVerdict verdict) {
        return guard().map(g -> g.reach(verdict)).orElse(1);
    }

    GuardCounts counts() {
        return counts;
    }

    /**
     * Takes a judged step with its consequences.
     *
     * @return false when it turned out to be a veto; it has been counted then
     */
    boolean accept(GuardVerdict verdict, EliminationRule rule, Evidence evidence, Proof proof) {
        if (verdict.isVeto()) {
            verdict.reason().ifPresent(counts::veto);
            return false;
        }
        Optional<Guard> active = guard();
        if (active.isEmpty()) {
            applyUnguarded(verdict.step(), rule, evidence, proof);
            return true;
        }
        buffer.clear();
        if (!active.get().accept(verdict, buffer)) {
            counts.veto(VetoReason.NO_WITNESS);
            return false;
        }
        boolean forced = verdict.kind() == GuardVerdict.Kind.FORCED;
        counts.accepted(verdict.kind());
        for (int k = 0; k < buffer.size(); k++) {
            if (k == 0 && !forced) {
                take(
                        buffer.get(k),
                        rule,
                        new Evidence(evidence.correlation(), evidence.margin(), verdict.risk()),
                        proof);
            } else {
                take(buffer.get(k), EliminationRule.PROPAGATION, Evidence.NONE, Proof.PROVEN);
            }
        }
        return true;
    }

    /** Takes a step without asking the guard: slack, or no guard. */
    void applyUnguarded(Step step, EliminationRule rule, Evidence evidence, Proof proof) {
        classes.apply(step);
        take(step, rule, evidence, proof);
    }

    /** Probes a representative; true when something followed. */
    boolean probe(int root) {
        Optional<Guard> active = guard();
        if (active.isEmpty()) {
            return false;
        }
        buffer.clear();
        active.get().probe(root, buffer);
        for (Step step : buffer) {
            take(step, EliminationRule.PROBING, Evidence.NONE, Proof.PROVEN);
        }
        return !buffer.isEmpty();
    }

    /** Probes every free class of the model until nothing follows any more, or the deadline has passed. */
    void probeAll(Deadline deadline) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int v = 0; v < input.model().size(); v++) {
                if (classes.root(v) == v) {
                    if (deadline.expired()) {
                        return;
                    }
                    changed |= probe(v);
                }
            }
        }
    }

    private void take(Step step, EliminationRule rule, Evidence evidence, Proof proof) {
        record(step, rule, evidence, proof);
        if (contraction != null) {
            listener.before(step);
            contraction.apply(step);
            listener.after(step);
        }
    }

    private void record(Step step, EliminationRule rule, Evidence evidence, Proof proof) {
        entries.add(Elimination.of(step, rule, evidence, proof));
        intact &= proof == Proof.PROVEN;
    }

    /** Takes the first {@code count} steps of another log again and makes the form explicit where they did. */
    void repeat(EliminationLog log, int count) {
        repeat(log.entries().subList(0, Math.min(count, log.substituted())));
        makeExplicit();
        repeat(log.entries().subList(Math.min(count, log.substituted()), count));
    }

    /** Takes entries of another log again, as far as they are still open; what propagation adds comes by itself. */
    void repeat(List<Elimination> earlier) {
        for (Elimination e : earlier) {
            Evidence evidence = new Evidence(e.correlation(), e.margin(), e.risk());
            propose(e.i(), e.j(), e.sign(), e.rule(), evidence, e.proven() ? Proof.PROVEN : Proof.HEURISTIC);
        }
    }

    /** Takes the opposite of an entry. */
    void reverse(Elimination e, Proof proof) {
        Evidence evidence = new Evidence(e.correlation(), e.margin(), e.risk());
        propose(e.i(), e.j(), -e.sign(), EliminationRule.BACKTRACK, evidence, proof);
    }

    /** Fixes a model variable, whatever class it is in by now, unless it is decided or the guard refuses. */
    void propose(int variable, int value, EliminationRule rule, Evidence evidence) {
        propose(variable, Step.GROUND, value == 0 ? 1 : -1, rule, evidence, Proof.HEURISTIC);
    }

    private void propose(int i, int j, int sign, EliminationRule rule, Evidence evidence, Proof proof) {
        int rootI = classes.root(i);
        int rootJ = j == Step.GROUND ? Step.GROUND : classes.root(j);
        if (rootI == rootJ) {
            return;
        }
        int relative = sign * classes.sign(i) * (j == Step.GROUND ? 1 : classes.sign(j));
        Step step = rootI == Step.GROUND ? new Step(rootJ, Step.GROUND, relative) : new Step(rootI, rootJ, relative);
        if (isSlack(step.i())) {
            applyUnguarded(step, rule, evidence, proof);
            return;
        }
        accept(judge(step), rule, evidence, proof);
    }

    EliminationLog log() {
        return new EliminationLog(input.form().size(), substituted, entries);
    }

    Optional<Bits> witness() {
        return guard().flatMap(Guard::witness);
    }

    /** Who decided, and at what price. */
    record Account(String source, boolean looked, double operations, int recalculations, int backtracks) {}

    Shrunk finish(Account account, ShrinkReport.StopReason stop, List<Double> weights) {
        EliminationLog log = log();
        int proven = ShrinkReport.countProven(log);
        ShrinkReport.Feasibility feasibility = isContradictory()
                ? ShrinkReport.Feasibility.CONTRADICTORY
                : guard.isEmpty()
                        ? ShrinkReport.Feasibility.UNGUARDED
                        : witness().isPresent() ? ShrinkReport.Feasibility.WITNESSED : ShrinkReport.Feasibility.UNKNOWN;
        ShrinkReport report = new ShrinkReport(
                account.source,
                account.looked,
                account.operations,
                stop,
                proven,
                entries.size() - proven,
                ShrinkReport.count(log),
                counts.converted(),
                counts.reversed(),
                counts.vetoes(),
                account.recalculations,
                account.backtracks,
                weights,
                feasibility);
        return Shrunk.of(contraction(), log, report, witness().map(this::completeWithin));
    }

    /** The witness with slack as re-derived, where fixed slack bits keep their values. */
    private Bits completeWithin(Bits witness) {
        byte[] state = input.complete(witness);
        for (int v = input.model().size(); v < state.length; v++) {
            if (!classes.isFree(v)) {
                state[v] = (byte) classes.value(v);
            }
        }
        return Bits.of(state);
    }

    @Override
    public String toString() {
        return "ShrinkState[" + free() + " free, " + entries.size() + " entries, " + counts + "]";
    }
}
