package org.shrinq.solver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;

/** Which correlations decide what is merged. */
public enum CorrelationChoice {
    /** By method: see {@link #resolve}. */
    AUTO("auto"),
    SDP("sdp"),
    /** SDP with triangle inequalities. */
    SDP_CUTS("sdp-cuts"),
    LP("lp"),
    /** Belief propagation on the typed constraints. */
    BELIEFS("bp"),
    QAOA1("qaoa1"),
    QAOA("qaoa"),
    /** Two layers of QAOA as a matrix product state with bonds of at most 16. */
    MPS("mps"),
    SAMPLES("samples"),
    ENSEMBLE("ensemble"),
    /** A trained model of right steps over several sources. */
    LEARNED("learned"),
    /** No knowledge at all: the control for what correlations are worth. */
    RANDOM("random");

    /** Variables beyond which the cycle relaxation of a form takes long. */
    private static final int MOST_CYCLES = 200;

    /**
     * Mean number of couplings of a variable without constraints beyond which relaxations keep significantly fewer
     * optima (docs/shrinking.md).
     */
    private static final double SPARSE = 8;

    private final String id;

    CorrelationChoice(String id) {
        this.id = id;
    }

    /** "auto", "sdp", … */
    public String id() {
        return id;
    }

    public static Optional<CorrelationChoice> ofId(String id) {
        return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(CorrelationChoice::id).toList();
    }

    /**
     * Itself; for {@link #AUTO} the QAOA state under recursive QAOA; else, among the sources that do not evaluate
     * complete assignments, the one that kept most optima (docs/shrinking.md): linear relaxations for linear objectives
     * under constraints, for assignments and small sparse problems without constraints, the semidefinite one for large
     * ones of these. On dense ones samples keep significantly more; of quadratic objectives under other constraints too
     * little was measured to leave samples for.
     */
    public CorrelationChoice resolve(Method method, BinaryModel model) {
        if (this != AUTO) {
            return this;
        }
        return method.correlations().orElseGet(() -> ofModel(model));
    }

    /** Why {@link #resolve} chooses what it does, in words. */
    String why(Method method, BinaryModel model) {
        if (this != AUTO) {
            return "as asked for";
        }
        if (method.correlations().isPresent()) {
            return "which belong to " + method.id();
        }
        return switch (ofModel(model)) {
            case LP -> "which kept most optima without evaluating assignments";
            case SDP -> "since the cycle relaxation of so many variables takes long";
            default -> "the default for such models, where nothing that evaluates no assignments was better";
        };
    }

    private static CorrelationChoice ofModel(BinaryModel model) {
        if (Structure.of(model) == Structure.FREE) {
            boolean sparse = 2.0 * model.objective().couplings() <= SPARSE * model.size();
            return !sparse ? SAMPLES : model.size() <= MOST_CYCLES ? LP : SDP;
        }
        boolean relaxable =
                model.objective() instanceof KroneckerForm || model.objective().couplings() == 0;
        return relaxable ? LP : SAMPLES;
    }

    /** The source that is meant; of {@link #AUTO} the semidefinite relaxation. */
    public CorrelationSource source() {
        return switch (this) {
            case SDP_CUTS -> CorrelationSource.sdpWithCuts();
            case LP -> CorrelationSource.lp();
            case BELIEFS -> CorrelationSource.beliefs();
            case QAOA1 -> CorrelationSource.qaoa1();
            case QAOA -> new QaoaBySize();
            case MPS -> CorrelationSource.matrixProduct();
            case SAMPLES -> CorrelationSource.samples();
            case LEARNED -> CorrelationSource.learned();
            case ENSEMBLE -> CorrelationSource.ensemble();
            case RANDOM -> CorrelationSource.random();
            default -> CorrelationSource.sdp();
        };
    }

    /**
     * Two layers by light cones while the problem is large, by the state vector once it is small: recursive QAOA on any
     * size. Where cones are too large, one layer in closed form.
     */
    private static final class QaoaBySize implements CorrelationSource {
        private static final int STATE_VECTOR = 18;

        private final CorrelationSource large = CorrelationSource.lightCones();
        private final CorrelationSource small = CorrelationSource.qaoa();

        @Override
        public String id() {
            return "qaoa";
        }

        @Override
        public Optional<String> evaluator() {
            return small.evaluator();
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            return of(task.ising()).correlate(task, random, deadline);
        }

        @Override
        public boolean looks() {
            return small.looks();
        }

        @Override
        public double operations(Ising ising) {
            return of(ising).operations(ising);
        }

        private CorrelationSource of(Ising ising) {
            return ising.size() <= STATE_VECTOR ? small : large;
        }
    }
}
