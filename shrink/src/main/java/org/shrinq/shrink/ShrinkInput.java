package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.correlate.CorrelationTask;

/**
 * What is to be shrunk. Immutable; made by {@link #of} and the withers.
 */
public final class ShrinkInput {
    /** Whether every minimiser of the form is an optimum of the problem, so that proofs about the form are proofs. */
    public enum Exactness {
        EXACT,
        HEURISTIC
    }

    /** Of the largest coefficient: so that descent over slack ends. */
    private static final double ROUNDING = 1e-12;

    private final BinaryModel model;
    private final QuadraticForm form;
    private final Exactness exactness;
    private final Optional<UnaryOperator<Bits>> slackCompletion;
    private final byte[] fixed;
    private final List<Bits> pool;
    private final int qubits;
    private final Optional<EliminationLog> start;

    private ShrinkInput(
            BinaryModel model,
            QuadraticForm form,
            Exactness exactness,
            Optional<UnaryOperator<Bits>> slackCompletion,
            byte[] fixed,
            List<Bits> pool,
            int qubits,
            Optional<EliminationLog> start) {
        this.start = start;
        this.model = model;
        this.form = form;
        this.exactness = exactness;
        this.slackCompletion = slackCompletion;
        this.fixed = fixed;
        this.pool = pool;
        this.qubits = qubits;
    }

    /** An encoded model with nothing fixed, no known solutions and a budget of 16 qubits. */
    public static ShrinkInput of(Encoding encoding) {
        return make(
                encoding.model(),
                encoding.form(),
                encoding.report().isExact() && encoding.model().standIn().isEmpty()
                        ? Exactness.EXACT
                        : Exactness.HEURISTIC,
                Optional.of(encoding::encode));
    }

    /**
     * A model and a form to be minimised whose first {@code model.size()} variables are the model's; the others are
     * slack.
     *
     * @throws IllegalArgumentException when the form has fewer variables than the model or is not binary
     */
    public static ShrinkInput of(BinaryModel model, QuadraticForm form) {
        return make(
                model,
                form,
                model.constraints().isEmpty() && form.size() == model.size() && model.isExact()
                        ? Exactness.EXACT
                        : Exactness.HEURISTIC,
                Optional.empty());
    }

    private static ShrinkInput make(
            BinaryModel model, QuadraticForm form, Exactness exactness, Optional<UnaryOperator<Bits>> completion) {
        if (form.size() < model.size() || form.domain() != QuadraticForm.Domain.BINARY) {
            throw new IllegalArgumentException("a binary form over at least the model's " + model.size()
                    + " variables is needed, got " + form.size() + " in the " + form.domain() + " domain");
        }
        byte[] free = new byte[model.size()];
        Arrays.fill(free, (byte) -1);
        return new ShrinkInput(model, form, exactness, completion, free, List.of(), 16, Optional.empty());
    }

    /**
     * Fixes model variables before anything else. The array is copied.
     *
     * @param partial per model variable 0, 1, or −1 for free
     */
    public ShrinkInput withFixed(byte[] partial) {
        if (partial.length != model.size()) {
            throw new IllegalArgumentException(partial.length + " values for " + model.size() + " model variables");
        }
        return new ShrinkInput(model, form, exactness, slackCompletion, partial.clone(), pool, qubits, start);
    }

    /**
     * Known good solutions over the model's variables, best first; the first feasible one that agrees guides the guard.
     */
    public ShrinkInput withPool(List<Bits> solutions) {
        for (Bits x : solutions) {
            if (x.size() != model.size()) {
                throw new IllegalArgumentException(
                        "a solution has " + x.size() + " bits, the model " + model.size() + " variables");
            }
        }
        return new ShrinkInput(model, form, exactness, slackCompletion, fixed, List.copyOf(solutions), qubits, start);
    }

    /**
     * The pool over what is left of the form.
     *
     * @param rest what is left
     * @param live its variables by position
     */
    List<CorrelationTask.PoolState> poolStates(Ising rest, int[] live) {
        List<CorrelationTask.PoolState> states = new ArrayList<>();
        for (Bits x : pool) {
            byte[] full = complete(x);
            byte[] small = new byte[live.length];
            for (int k = 0; k < live.length; k++) {
                small[k] = full[live[k]];
            }
            states.add(new CorrelationTask.PoolState(small, rest.energy(small)));
        }
        return states;
    }

    /** The qubit budget, at least 1. */
    public ShrinkInput withQubits(int budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("a budget of " + budget + " qubits");
        }
        return new ShrinkInput(model, form, exactness, slackCompletion, fixed, pool, budget, start);
    }

    /**
     * Begins with the steps of an earlier shrinking of the same form, such as one to a larger budget.
     *
     * @throws IllegalArgumentException when the log is of a form of another size
     */
    public ShrinkInput withStart(EliminationLog log) {
        if (log.variables() != form.size()) {
            throw new IllegalArgumentException(
                    "a log of " + log.variables() + " variables for a form of " + form.size());
        }
        return new ShrinkInput(model, form, exactness, slackCompletion, fixed, pool, qubits, Optional.of(log));
    }

    /** The steps to begin with. */
    public Optional<EliminationLog> start() {
        return start;
    }

    public BinaryModel model() {
        return model;
    }

    public QuadraticForm form() {
        return form;
    }

    public Exactness exactness() {
        return exactness;
    }

    /** A copy of the partial assignment. */
    public byte[] fixed() {
        return fixed.clone();
    }

    public List<Bits> pool() {
        return pool;
    }

    public int qubits() {
        return qubits;
    }

    /** Number of slack variables. */
    public int slackCount() {
        return form.size() - model.size();
    }

    /** The state of the form of low energy with the given model variables: slack from the encoding, or by descent. */
    byte[] complete(Bits x) {
        if (slackCount() == 0) {
            return x.toArray();
        }
        if (slackCompletion.isPresent()) {
            return slackCompletion.get().apply(x).toArray();
        }
        byte[] state = Arrays.copyOf(x.toArray(), form.size());
        boolean improved = true;
        while (improved) {
            improved = false;
            for (int s = model.size(); s < state.length; s++) {
                if (form.flipDelta(state, s) < -ROUNDING * form.maxAbsCoefficient()) {
                    state[s] ^= 1;
                    improved = true;
                }
            }
        }
        return state;
    }

    @Override
    public String toString() {
        return Brief.of(this, "form", form, "qubits", qubits, "pool", pool.size(), "start", start.isPresent());
    }
}
