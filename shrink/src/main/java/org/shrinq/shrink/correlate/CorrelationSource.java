package org.shrinq.shrink.correlate;

import java.util.List;
import java.util.Optional;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.relax.sdp.SdpOptions;

/**
 * Answers a {@link CorrelationTask}. Implementations are immutable: a warm start comes with the task, randomness with
 * the call.
 */
public interface CorrelationSource {
    /** Most variables of a form that the source {@code qaoa} accepts. */
    int MAX_STATE_VECTOR_SPINS = 24;

    /** The name in reports, such as "sdp". */
    String id();

    /**
     * Correlations of the task's spins; the best so far when the deadline expires.
     *
     * @param random this call's own node
     */
    Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline);

    /**
     * About how many elementary operations (one of them takes about a nanosecond) a call costs, given the carried-over
     * answer of an earlier one; decides how often an automatic recalculation can be afforded.
     */
    double operations(Ising ising);

    /**
     * What evaluates complete assignments on the way to an answer, such as "annealing", in sentences on what was known
     * before a circuit ran; empty for a source that looks at none. The assignments are the {@link Correlations#states}
     * of its answers.
     */
    default Optional<String> evaluator() {
        return Optional.empty();
    }

    /**
     * Whether a call evaluates the objective, or the energy, of complete assignments, so that its answer already
     * contains a classical search of the problem. True unless a source says otherwise; relaxations, bounds of partial
     * assignments and closed forms do.
     */
    default boolean looks() {
        return true;
    }

    /**
     * False when the source never tells anything about pairs of such a model's variables, so that they need not be
     * listed.
     */
    default boolean knowsPairs(BinaryModel model) {
        return true;
    }

    /**
     * Guesses at whole permutations of an assignment, for sources that have better ones than the marginals of
     * {@link #correlate}; empty otherwise.
     *
     * @param pool good solutions of the whole model, best first
     * @param random this call's own node
     */
    default Optional<Placements> placements(
            OpenAssignment assignment, List<Bits> pool, RandomStreams random, Deadline deadline) {
        return Optional.empty();
    }

    /**
     * {@link #sdp(SdpOptions)} with tolerance 10⁻⁵, warm solves included: looser ones save a fifth of the time and lose
     * solutions.
     */
    static CorrelationSource sdp() {
        return sdp(SdpSource.TIGHT);
    }

    /** The semidefinite relaxation: low-rank, warm-started. O(couplings·rank) a sweep. */
    static CorrelationSource sdp(SdpOptions options) {
        return new SdpSource(options, 0);
    }

    /** {@link #sdp} with the triangle inequalities of the coupling graph, twelve rounds of multipliers per call. */
    static CorrelationSource sdpWithCuts() {
        return new SdpSource(SdpSource.TIGHT, 12);
    }

    /** The caller's pool of good solutions and 32 annealing reads of 100 sweeps. */
    static CorrelationSource samples() {
        return samples(32, 100);
    }

    /**
     * The caller's pool of good solutions and annealing samples; permutations of an assignment are improved by a short
     * tabu search each.
     *
     * @param reads annealing reads per call, at least 1
     * @param sweeps sweeps per read
     */
    static CorrelationSource samples(int reads, int sweeps) {
        return new SamplesSource(reads, sweeps);
    }

    /**
     * Linear relaxations: a beam through the tree of the relaxation of the model's own rows, with clique rows for
     * independent sets and set packing, a beam of bounds of partial placements for an assignment, the cycle relaxation
     * for other sparse forms; the semidefinite relaxation for dense ones.
     */
    static CorrelationSource lp() {
        return new LinearSource(new CycleSource(sdp()), sdp());
    }

    /** Marginals of belief propagation on the typed constraints, damped, along falling temperatures: exact on trees. */
    static CorrelationSource beliefs() {
        return new BeliefSource();
    }

    /**
     * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ of the one-layer QAOA with its best angles, in closed form: for thousands of variables. O(Σ
     * degree²) per angle tried.
     */
    static CorrelationSource qaoa1() {
        return new OneLayerSource();
    }

    /** {@link #qaoa(int, int)} with two layers and 60 evaluations. */
    static CorrelationSource qaoa() {
        return qaoa(2, 60);
    }

    /**
     * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ of a trained QAOA from its state vector; forms of more than {@value #MAX_STATE_VECTOR_SPINS}
     * variables are refused with an {@link IllegalArgumentException}. O(2ⁿ·n·layers) per evaluation.
     *
     * @param layers depth, at least 1
     * @param evaluations most gradient evaluations of the training
     */
    static CorrelationSource qaoa(int layers, int evaluations) {
        return new StateVectorSource(layers, evaluations);
    }

    /** {@link #lightCones(int, int)} with two layers and 30 evaluations. */
    static CorrelationSource lightCones() {
        return lightCones(2, 30);
    }

    /**
     * ⟨Z_i⟩ and, on couplings, ⟨Z_iZ_j⟩ of a trained QAOA of several layers from its light cones: exact, for thousands
     * of variables of few couplings each. Where a cone is too large it answers as {@link #qaoa1}.
     *
     * @param layers depth, at least 1
     * @param evaluations most gradient evaluations of a first training; a later one starts from the angles before, with
     *     a third of them
     */
    static CorrelationSource lightCones(int layers, int evaluations) {
        return new LightConeSource(layers, evaluations);
    }

    /** {@link #matrixProduct(int, int)} with two layers and bonds of at most 16. */
    static CorrelationSource matrixProduct() {
        return matrixProduct(2, 16);
    }

    /**
     * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ on couplings of a QAOA at the angles of regular trees, whose state is a matrix product state:
     * for some hundred variables, dense forms too. Of larger ones {@link #qaoa1}.
     *
     * @param layers depth, at least 1
     * @param bond the largest bond χ
     */
    static CorrelationSource matrixProduct(int layers, int bond) {
        return new MatrixProductSource(layers, bond);
    }

    /**
     * The weighted mean of several sources, each in units of its largest |X|; the weights adapt to how often the
     * confident signs of a source agree with the best known solution.
     *
     * @throws IllegalArgumentException for no sources
     */
    static CorrelationSource ensemble(List<CorrelationSource> sources) {
        return new EnsembleSource(sources);
    }

    /** {@link #sdp}, {@link #samples()} and {@link #qaoa1} together. */
    static CorrelationSource ensemble() {
        return ensemble(List.of(sdp(), samples(), qaoa1()));
    }

    /**
     * A source whose near ties are broken otherwise, for another shrinking of the same problem.
     *
     * @param number of the variation, at least 1
     */
    static CorrelationSource varied(CorrelationSource source, int number) {
        return new VariedSource(source, number);
    }

    /** {@link #learned(StepModel)} with the model that comes with Shrinq. */
    static CorrelationSource learned() {
        return learned(StepModel.bundled());
    }

    /** What a trained model makes of {@link #sdp}, {@link #lp}, {@link #beliefs} and {@link #qaoa1} together. */
    static CorrelationSource learned(StepModel model) {
        return new LearnedSource(model);
    }

    /**
     * ⟨Z_i⟩ and ⟨Z_iZ_j⟩ as a backend, for example a device, measures them in a QAOA circuit that was trained by
     * simulation: recursive QAOA with measured correlations when used after every step. Forms of more than
     * {@value #MAX_STATE_VECTOR_SPINS} variables are refused with an {@link IllegalArgumentException}.
     *
     * @param layers depth, at least 1
     * @param shots of each circuit, at least 1
     */
    static CorrelationSource measured(Backend backend, int layers, int shots) {
        return new BackendSource(backend, layers, shots);
    }

    /** Independent uniform numbers in [−1, 1]: the control for what correlations are worth. */
    static CorrelationSource random() {
        return new RandomSource();
    }
}
