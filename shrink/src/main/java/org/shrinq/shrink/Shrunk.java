package org.shrinq.shrink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.text.Brief;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;

/**
 * The outcome of shrinking: a small QUBO with the log that leads to it. For every small state s, {@code
 * qubo().energy(s)} is the energy of {@code expand(s)} in the form that was shrunk. Immutable.
 */
public final class Shrunk {
    private final Qubo qubo;
    private final EliminationLog log;
    private final ShrinkReport report;
    private final Optional<Bits> witness;
    private final Seen seen;
    private final int[] variables;
    private final PostsolveMap map;
    private final Optional<CompactCode> code;

    /**
     * Complete assignments that the source of the correlations evaluated, known before anything searches the small
     * QUBO.
     *
     * @param by what evaluated them, see {@link org.shrinq.shrink.correlate.CorrelationSource#evaluator}
     * @param states the best few full states of the form (model variables, then slack), best first
     */
    public record Seen(Optional<String> by, List<Bits> states) {
        static final Seen NOTHING = new Seen(Optional.empty(), List.of());

        public Seen {
            states = List.copyOf(states);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    private Shrunk(
            Qubo qubo,
            int[] variables,
            EliminationLog log,
            ShrinkReport report,
            Optional<Bits> witness,
            Seen seen,
            Optional<CompactCode> code) {
        this.code = code;
        this.qubo = qubo;
        this.variables = variables;
        this.log = log;
        this.report = report;
        this.witness = witness;
        this.seen = seen;
        LiteralClasses classes = log.classes();
        int[] position = new int[log.variables()];
        for (int k = 0; k < variables.length; k++) {
            position[variables[k]] = k;
        }
        int[] carrier = new int[log.variables()];
        byte[] flip = new byte[log.variables()];
        for (int v = 0; v < carrier.length; v++) {
            int root = classes.root(v);
            carrier[v] = root == Step.GROUND ? -1 : position[root];
            flip[v] = (byte) (classes.sign(v) > 0 ? 0 : 1);
        }
        map = PostsolveMap.of(variables.length, carrier, flip);
    }

    static Shrunk of(Contraction contraction, EliminationLog log, ShrinkReport report, Optional<Bits> witness) {
        return new Shrunk(
                contraction.toQubo(), contraction.liveVertices(), log, report, witness, Seen.NOTHING, Optional.empty());
    }

    Shrunk withSeen(Seen value) {
        return new Shrunk(qubo, variables, log, report, witness, value, code);
    }

    /**
     * The same with a code for its feasible states.
     *
     * @param blocks per block, facility and place the variable of the form, −1 where there is none
     * @throws IllegalArgumentException where the blocks do not fit the small QUBO
     */
    public Shrunk withCode(AssignmentCode kind, List<int[][]> blocks) {
        List<int[][]> small = blocks.stream()
                .map(block -> Arrays.stream(block)
                        .map(row -> Arrays.stream(row).map(this::qubit).toArray())
                        .toArray(int[][]::new))
                .toList();
        return new Shrunk(qubo, variables, log, report, witness, seen, Optional.of(CompactCode.of(kind, qubo, small)));
    }

    /** The variable of the small QUBO that a variable of the form is, −1 for one that is fixed to 0. */
    private int qubit(int v) {
        if (v == -1) {
            return -1;
        }
        if (v < 0 || v >= log.variables()) {
            throw new IllegalArgumentException("variable " + v + " of " + log.variables() + " does not exist");
        }
        if (flip(v) == 1) {
            throw new IllegalArgumentException("variable " + v + " is decided otherwise");
        }
        return carrier(v);
    }

    /** The outcome of shrinking nothing: the whole form, an empty log. */
    public static Shrunk nothing(QuadraticForm form) {
        return replay(form, new EliminationLog(form.size(), 0, List.of()));
    }

    /**
     * Rebuilds the outcome from the form and the log alone; {@link #qubo} is the same bit for bit.
     *
     * @throws IllegalArgumentException when the log does not fit the form
     */
    public static Shrunk replay(QuadraticForm form, EliminationLog log) {
        return of(log.replay(form), log, ShrinkReport.ofReplay(log), Optional.empty());
    }

    /** The small QUBO, minimised. */
    public Qubo qubo() {
        return qubo;
    }

    /** How qubits stand for the feasible states of the small QUBO, where it is not one for each variable. */
    public Optional<CompactCode> code() {
        return code;
    }

    /** Number of qubits: those of the code where there is one, else {@link #size}. */
    public int qubits() {
        return code.map(CompactCode::qubits).orElse(size());
    }

    /** Number of variables of the small QUBO. */
    public int size() {
        return variables.length;
    }

    /** The form's variable that qubit k stands for (its class may hold more, see {@link #carrier}). */
    public int variable(int k) {
        return variables[k];
    }

    /** The qubit that carries a variable of the form, −1 when the variable is fixed. */
    public int carrier(int variable) {
        return map.carrier(variable);
    }

    /** 0 when a variable equals its carrier (or is fixed to 0), 1 when it is the opposite (or is fixed to 1). */
    public int flip(int variable) {
        return map.flip(variable);
    }

    /** What became of every variable of the form. */
    public PostsolveMap map() {
        return map;
    }

    public EliminationLog log() {
        return log;
    }

    public ShrinkReport report() {
        return report;
    }

    /**
     * A full state of the form that is feasible in the model and can be reached by {@link #expand}, when one is known.
     */
    public Optional<Bits> witness() {
        return witness;
    }

    /** What was evaluated on the way; nothing after a replay. */
    public Seen seen() {
        return seen;
    }

    /** The full state of the form (model variables, then slack) that a small state stands for. */
    public Bits expand(Bits small) {
        return map.expand(small);
    }

    /**
     * The same without allocation.
     *
     * @param small 0/1, length {@link #size}; not modified
     * @param full length of the form or only of its model part; overwritten
     */
    public void expand(byte[] small, byte[] full) {
        map.expand(small, full);
    }

    /** The small state whose expansion is {@code full}, empty when the eliminations exclude it. */
    public Optional<Bits> project(Bits full) {
        byte[] x = full.toArray();
        byte[] small = new byte[variables.length];
        for (int k = 0; k < small.length; k++) {
            small[k] = x[variables[k]];
        }
        byte[] back = new byte[x.length];
        expand(small, back);
        return Arrays.equals(x, back) ? Optional.of(Bits.of(small)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Shrunk[" + log.variables() + " variables to " + qubits() + " qubits]";
    }
}
