package org.shrinq.shrink.guard;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Propagator;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;

/**
 * Keeps shrinking inside the feasible region. A proposed step is propagated through the typed constraints together with
 * everything decided before, once per remaining state of the merged class (z_i = σ z_j leaves two states, a fix one):
 *
 * <ul>
 *   <li>no state survives: <b>veto</b>;
 *   <li>one survives: the merge is <b>converted</b> into a fix, a proposed fix is reversed (<b>forced</b>);
 *   <li>both survive: <b>merge</b>, with a risk in [0, 1] that grows with the share of the constraints' room used up.
 * </ul>
 *
 * <p>Propagation alone is not complete, so the guard also keeps a <i>witness</i>: a feasible point that agrees with all
 * steps so far. A step that disagrees with it is accepted only when a bounded search finds a new witness. Hence, as
 * long as {@link #witness} is present, the reduced problem has a feasible completion, whatever the constraints are.
 * When no witness is known to begin with, propagation alone decides.
 *
 * <p>The paper (Sharma and Lau 2025, arXiv 2506.14250) says only that merges likely to violate feasibility are
 * prevented; this mechanism is ours. The literal classes are shared with the caller and modified by {@link #accept},
 * {@link #start} and {@link #probe} only. Mutable, one thread.
 */
public final class Guard {
    /** Contradictions after which the search for a witness gives up. */
    private static final int WITNESS_FAILS = 200;

    private static final int INITIAL_WITNESS_FAILS = 5000;

    /** What is decided is forgotten whenever it has taken one part in so many of what was open. */
    private static final int COMPRESSION_SHARE = 8;

    private final BinaryModel model;
    private final LiteralClasses classes;
    private final Propagator propagator;
    private final List<AssignmentRule> assignments;
    private final RiskMeter riskMeter;
    private final WitnessSearch search;
    private final Deadline deadline;
    private final byte[] probeValue;
    private byte[] witness = new byte[0];
    private boolean consistent = true;
    private int nextCompression;

    private Guard(BinaryModel model, LiteralClasses classes, Deadline deadline) {
        this.model = model;
        this.deadline = deadline;
        this.classes = classes;
        propagator = new Propagator(model);
        propagator.addRule(new LinkedLiterals());
        assignments = AssignmentRule.of(model);
        assignments.forEach(propagator::addRule);
        riskMeter = new RiskMeter(model);
        search = searchWith(WITNESS_FAILS);
        probeValue = new byte[model.size()];
    }

    private WitnessSearch searchWith(int failLimit) {
        return new WitnessSearch(model, classes, propagator, assignments, failLimit, deadline);
    }

    /**
     * A guard over the model's variables, which are the first variables of {@code classes}.
     *
     * @param classes modified by this guard from now on; all its classes are single and free at this point
     */
    public static Guard of(BinaryModel model, LiteralClasses classes) {
        return of(model, classes, Deadline.never());
    }

    /**
     * The same; once the deadline has passed no new witness is searched for, so that steps against the present one are
     * vetoed.
     */
    public static Guard of(BinaryModel model, LiteralClasses classes, Deadline deadline) {
        return new Guard(model, classes, deadline);
    }

    /**
     * An assigned variable takes its class with it: each member the next one in the circle, so that a class costs
     * O(size).
     */
    private final class LinkedLiterals implements Propagator.Rule {
        @Override
        public boolean onAssign(Propagator p, int variable, int value) {
            if (!classes.isFree(variable)) {
                return true;
            }
            int next = classes.nextMember(variable);
            return next == variable || p.imply(next, classes.sign(next) == classes.sign(variable) ? value : 1 - value);
        }
    }

    /**
     * Takes over a partial assignment, propagates, and looks for a witness.
     *
     * @param fixed per model variable 0, 1, or −1 for free; not modified
     * @param hints points to try as witness, best first; not modified
     * @param out receives the given fixes, then their consequences
     * @return false when the constraints contradict; then only the given fixes have been taken
     */
    public boolean start(byte[] fixed, List<Bits> hints, List<Step> out) {
        consistent = propagator.propagateAll();
        for (int v = 0; v < model.size(); v++) {
            if (fixed[v] >= 0) {
                consistent = consistent && propagator.assign(v, fixed[v]);
                take(Step.fix(v, fixed[v]), out); // all classes are single here
            }
        }
        if (!consistent) {
            return false;
        }
        takeTrail(0, out);
        for (Bits hint : hints) {
            byte[] x = hint.toArray();
            if (agrees(x) && model.isFeasible(x)) {
                witness = x;
                return true;
            }
        }
        Optional<byte[]> found =
                hints.isEmpty() ? Optional.empty() : search.find(hints.get(0).toArray());
        if (found.isEmpty()) {
            found = searchWith(INITIAL_WITNESS_FAILS).find();
        }
        witness = found.orElse(witness);
        return true;
    }

    private boolean agrees(byte[] x) {
        for (int k = 0; k < propagator.assigned(); k++) {
            if (x[propagator.trail(k)] != propagator.value(propagator.trail(k))) {
                return false;
            }
        }
        return true;
    }

    /** False once the constraints have been found to contradict; nothing is guarded from then on. */
    public boolean isConsistent() {
        return consistent;
    }

    /** A feasible point of the model that agrees with every step so far, when one is known. */
    public Optional<Bits> witness() {
        return hasWitness() ? Optional.of(Bits.of(witness)) : Optional.empty();
    }

    private boolean hasWitness() {
        return witness.length == model.size();
    }

    /** The witness's value of a variable, −1 when no witness is known. */
    public int witnessValue(int v) {
        return hasWitness() ? witness[v] : -1;
    }

    /**
     * Moves the witness towards preferred values, the rounding of a relaxation: a feasible completion of everything
     * decided so far in which they are patched or, ones first, taken up as far as propagation lets them. The witness
     * stays where none is found. About linear in the model; asks no deadline, so that it can be used when time is up.
     *
     * @param preferred per model variable 0 or 1; not modified
     */
    public void approach(byte[] preferred) {
        if (hasWitness()) {
            WitnessSearch near =
                    new WitnessSearch(model, classes, propagator, assignments, WITNESS_FAILS, Deadline.never());
            witness = near.find(preferred).orElse(witness);
        }
    }

    /** 0, 1, or −1 when the constraints have not decided the model's variable. */
    public int value(int v) {
        return propagator.value(v);
    }

    /** Judges a step between representatives of free classes; changes nothing. */
    public GuardVerdict judge(Step proposed) {
        if (proposed.isFix()) {
            return judgeFix(proposed);
        }
        double same = riskOf(proposed.i(), proposed.sign() > 0 ? 1 : 0, proposed.j(), 1);
        double other = riskOf(proposed.i(), proposed.sign() > 0 ? 0 : 1, proposed.j(), 0);
        if (same < 0 && other < 0) {
            return GuardVerdict.veto(proposed, VetoReason.BOTH_STATES_CONTRADICT);
        }
        if (same < 0 || other < 0) {
            return GuardVerdict.of(GuardVerdict.Kind.CONVERT, proposed, same < 0 ? 0 : 1, Math.max(same, other));
        }
        return GuardVerdict.of(GuardVerdict.Kind.MERGE, proposed, -1, Math.max(same, other));
    }

    private GuardVerdict judgeFix(Step proposed) {
        int value = proposed.value();
        double risk = riskOf(proposed.i(), value, proposed.i(), value);
        if (risk >= 0) {
            return GuardVerdict.of(GuardVerdict.Kind.FIX, proposed, -1, risk);
        }
        double reversed = riskOf(proposed.i(), 1 - value, proposed.i(), 1 - value);
        return reversed < 0
                ? GuardVerdict.veto(proposed, VetoReason.BOTH_STATES_CONTRADICT)
                : GuardVerdict.of(GuardVerdict.Kind.FORCED, Step.fix(proposed.i(), 1 - value), -1, 0);
    }

    /**
     * How many free classes vanish with a judged step that is no veto: itself and what propagates from it. Changes
     * nothing.
     */
    public int reach(GuardVerdict verdict) {
        Step step = verdict.step();
        if (verdict.kind() == GuardVerdict.Kind.MERGE) {
            return 1;
        }
        int mark = propagator.mark();
        if (verdict.kind() == GuardVerdict.Kind.CONVERT) {
            propagator.assign(step.j(), verdict.value());
            propagator.assign(step.i(), step.sign() > 0 ? verdict.value() : 1 - verdict.value());
        } else {
            propagator.assign(step.i(), step.value());
        }
        int count = 0;
        for (int k = mark; k < propagator.assigned(); k++) {
            count += classes.root(propagator.trail(k)) == propagator.trail(k) ? 1 : 0;
        }
        propagator.undo(mark);
        return count;
    }

    /** The risk of a state, −1 when it contradicts. */
    private double riskOf(int i, int valueI, int j, int valueJ) {
        int mark = propagator.mark();
        boolean alive = propagator.assign(i, valueI) && propagator.assign(j, valueJ);
        double risk = alive ? riskMeter.since(propagator, mark) : -1;
        propagator.undo(mark);
        return risk;
    }

    /**
     * Takes a judged step.
     *
     * @param verdict the latest judgement of this step, no other step having been accepted since
     * @param out receives the step itself, the fix of a converted merge, then what propagation adds; all of them have
     *     been recorded in the literal classes
     * @return false when no witness was found for it (a veto, {@link VetoReason#NO_WITNESS}); nothing has changed then
     */
    public boolean accept(GuardVerdict verdict, List<Step> out) {
        Step step = verdict.step();
        if (verdict.isVeto()) {
            throw new IllegalArgumentException("a vetoed step cannot be accepted: " + step);
        }
        if (!keepWitness(verdict)) {
            return false;
        }
        int mark = propagator.mark();
        switch (verdict.kind()) {
            case MERGE -> take(step, out);
            case CONVERT -> {
                take(step, out);
                assign(step.j(), verdict.value());
            }
            default -> {
                // In this order: an assigned variable takes its class with it only as long as the class is free.
                assign(step.i(), step.value());
                take(step, out);
            }
        }
        takeTrail(mark, out);
        if (propagator.assigned() >= nextCompression) {
            assignments.forEach(a -> a.compress(propagator));
            nextCompression = propagator.assigned() + 1 + (model.size() - propagator.assigned()) / COMPRESSION_SHARE;
        }
        return true;
    }

    private void assign(int v, int value) {
        consistent = propagator.assign(v, value) && consistent;
    }

    private void take(Step step, List<Step> out) {
        classes.apply(step);
        out.add(step);
    }

    /** Fixes the class of everything assigned since the mark. */
    private void takeTrail(int mark, List<Step> out) {
        for (int k = mark; k < propagator.assigned(); k++) {
            int v = propagator.trail(k);
            int root = classes.root(v);
            if (root != Step.GROUND) {
                int value = propagator.value(v);
                take(Step.fix(root, classes.sign(v) > 0 ? value : 1 - value), out);
            }
        }
    }

    private boolean keepWitness(GuardVerdict verdict) {
        if (!hasWitness()) {
            return true;
        }
        Step step = verdict.step();
        int valueJ = step.isFix() ? -1 : witness[step.j()];
        switch (verdict.kind()) {
            case FORCED:
                return true;
            case FIX:
                return witness[step.i()] == step.value() || renew(step.i(), step.value(), step.i(), step.value());
            case CONVERT: {
                int valueI = step.sign() > 0 ? verdict.value() : 1 - verdict.value();
                return (valueJ == verdict.value() && witness[step.i()] == valueI)
                        || renew(step.i(), valueI, step.j(), verdict.value());
            }
            default: {
                int valueI = step.sign() > 0 ? valueJ : 1 - valueJ;
                return witness[step.i()] == valueI
                        || renew(step.i(), valueI, step.j(), valueJ)
                        || renew(step.i(), 1 - valueI, step.j(), 1 - valueJ);
            }
        }
    }

    private boolean renew(int i, int valueI, int j, int valueJ) {
        int mark = propagator.mark();
        Optional<byte[]> found =
                propagator.assign(i, valueI) && propagator.assign(j, valueJ) ? search.find(witness) : Optional.empty();
        propagator.undo(mark);
        witness = found.orElse(witness);
        return found.isPresent();
    }

    /**
     * Tries both values of a free class: a contradiction fixes it, what follows from both values is fixed, and what
     * takes opposite values or the same value with it is merged into it. All of that is implied by the constraints and
     * the steps before.
     *
     * @param root representative of a free class
     * @param out receives the steps taken
     */
    public void probe(int root, List<Step> out) {
        int mark = propagator.mark();
        boolean one = propagator.assign(root, 1);
        int reached = propagator.assigned();
        int[] trail = new int[one ? reached - mark : 0];
        for (int k = 0; k < trail.length; k++) {
            trail[k] = propagator.trail(mark + k);
            probeValue[trail[k]] = (byte) propagator.value(trail[k]);
        }
        propagator.undo(mark);
        boolean zero = propagator.assign(root, 0);
        byte[] other = new byte[trail.length];
        for (int k = 0; k < trail.length; k++) {
            other[k] = (byte) propagator.value(trail[k]);
        }
        propagator.undo(mark);
        if (!one || !zero) {
            if (!one && !zero) {
                consistent = false;
            } else {
                assign(root, one ? 1 : 0);
                takeTrail(mark, out);
            }
            return;
        }
        for (int k = 0; k < trail.length; k++) {
            int v = trail[k];
            if (other[k] == probeValue[v]) {
                assign(v, other[k]);
            }
        }
        takeTrail(mark, out);
        for (int k = 0; k < trail.length; k++) {
            int v = trail[k];
            int r = classes.root(v);
            if (other[k] >= 0 && other[k] != probeValue[v] && r != Step.GROUND && classes.root(root) != Step.GROUND) {
                int sign = (probeValue[v] == 1 ? 1 : -1) * classes.sign(v) * classes.sign(root);
                if (r != classes.root(root)) {
                    take(Step.merge(r, classes.root(root), sign), out);
                }
            }
        }
    }
}
