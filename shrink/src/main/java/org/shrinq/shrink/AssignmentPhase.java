package org.shrinq.shrink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.OpenAssignment;
import org.shrinq.shrink.correlate.OpenPlaces;
import org.shrinq.shrink.correlate.Placements;

/**
 * Shrinks a guarded assignment by a {@link PlacementPhase}: by what its source guesses, or by single correlations where
 * it has no guess; to one-hot blocks, or to blocks that a code holds.
 */
final class AssignmentPhase {
    private final ShrinkInput input;
    private final ShrinkState state;
    private final ShrinkOptions options;
    private final CorrelationSource source;
    private final RandomStreams random;
    private final Deadline deadline;
    private double operations;
    private int calculations;

    AssignmentPhase(
            ShrinkInput input,
            ShrinkState state,
            ShrinkOptions options,
            CorrelationSource source,
            RandomStreams random,
            Deadline deadline) {
        this.input = input;
        this.state = state;
        this.options = options;
        this.source = source;
        this.random = random;
        this.deadline = deadline;
    }

    /** Elementary operations that guesses cost. */
    double operations() {
        return operations;
    }

    /** How often guesses were made. */
    int calculations() {
        return calculations;
    }

    /** Whether it is one. */
    private boolean isGuarded() {
        return input.slackCount() == 0 && state.guard().isPresent();
    }

    private Optional<OpenAssignment> assignment() {
        return isGuarded() ? OpenAssignment.of(input.model(), state.partial()) : Optional.empty();
    }

    /** An assignment that is too large. */
    private Optional<OpenAssignment> tooLarge() {
        return state.free() > input.qubits() && !deadline.expired() ? assignment() : Optional.empty();
    }

    private Optional<PlacementPhase> guessed(OpenAssignment open) {
        Optional<Placements> guesses = source.placements(open, input.pool(), random.child("placements"), deadline);
        guesses.ifPresent(g -> {
            operations += g.operations();
            calculations++;
        });
        return guesses.map(g -> new PlacementPhase(state, open.places(), g));
    }

    /** One-hot by what the source guesses; false where it is no such problem or the source has no guess. */
    boolean place() {
        Optional<PlacementPhase> phase = tooLarge().flatMap(this::guessed);
        phase.ifPresent(p -> p.run(input.qubits(), AssignmentCode.ONE_HOT));
        return phase.isPresent();
    }

    /** Around a guess by single correlations, see {@link PlacementDive}. */
    private Optional<PlacementPhase> dived(OpenAssignment open) {
        ShrinkRun copy = new ShrinkRun(input, options, source, random.child("dive"), deadline);
        copy.begin(state.log());
        Optional<Placements> guess = new PlacementDive(copy, input.model(), open, deadline).run();
        operations += copy.operations();
        calculations += copy.recalculations();
        return guess.map(g -> new PlacementPhase(state, open.places(), g));
    }

    /**
     * One-hot by single correlations, of the explicit form; false where it is no such problem, and for a source that
     * knows pairs as well and can be asked after every step, which keeps more optima bit by bit.
     */
    boolean placeByMarginals() {
        Optional<PlacementPhase> phase =
                tooLarge().filter(o -> !isBetterBitByBit()).flatMap(this::dived);
        phase.ifPresent(p -> p.run(input.qubits(), AssignmentCode.ONE_HOT));
        return phase.isPresent();
    }

    private boolean isBetterBitByBit() {
        double once = source.operations(state.contraction().toIsing());
        return source.knowsPairs(input.model())
                && options.recalculation().stride(once, state.free() - input.qubits()) == 1;
    }

    /** The blocks without facilities and places that pairs excluded before decide. */
    private List<int[][]> undecided(List<int[][]> blocks) {
        return blocks.stream().map(this::undecided).filter(b -> b.length > 1).toList();
    }

    private int[][] undecided(int[][] block) {
        int k = block.length;
        int[] facilities = IntStream.range(0, k)
                .filter(i -> IntStream.range(0, k).noneMatch(a -> isOne(block[i][a])))
                .toArray();
        int[] places = IntStream.range(0, k)
                .filter(a -> IntStream.range(0, k).noneMatch(i -> isOne(block[i][a])))
                .toArray();
        return Arrays.stream(facilities)
                .mapToObj(i -> Arrays.stream(places).map(a -> block[i][a]).toArray())
                .toArray(int[][]::new);
    }

    private boolean isOne(int v) {
        return v >= 0 && state.classes().value(v) == 1;
    }

    /**
     * Leaves as many facilities open as a code holds and makes the form explicit; nothing else is done, so that every
     * permutation of a block stays a state of the small QUBO. Needs no correlations where all of them fit.
     *
     * @param marginals computes single correlations of the explicit form
     * @return per block, facility and place the variable of the form; empty where it is no such problem, or where the
     *     guard left other variables free than those of the blocks
     */
    Optional<List<int[][]>> code(AssignmentCode code, Supplier<Optional<CarriedCorrelations>> marginals) {
        if (!code.isCompact() || !isGuarded()) {
            return Optional.empty();
        }
        Optional<OpenAssignment> assignment = assignment();
        Optional<OpenPlaces> found =
                assignment.map(OpenAssignment::places).or(() -> OpenPlaces.of(input.model(), state.partial()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        OpenPlaces open = found.get();
        boolean all = PlacementPlan.sizes(open.open(), input.qubits(), code).equals(List.of(open.open()));
        Optional<PlacementPhase> phase = all
                ? Optional.of(PlacementPhase.ofAll(state, open))
                : assignment.flatMap(this::guessed).or(() -> assignment.flatMap(this::dived));
        Optional<List<int[][]>> blocks = phase.map(p -> p.run(input.qubits(), code));
        state.makeExplicit();
        return blocks.or(() -> marginals
                        .get()
                        .map(m -> PlacementPhase.byMarginals(state, open, m).run(input.qubits(), code)))
                .map(this::undecided)
                .filter(b -> !b.isEmpty() && state.hasFree(b));
    }
}
