package org.shrinq.search.sampler;

import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Draws bitstrings of a minimising quadratic form, explicit or implicit, in either domain. Stateless and safe for use
 * by several threads; obtained from the static factories or by name.
 */
public interface Sampler {
    /**
     * The name on the command line: {@code annealing}, {@code tabu}, {@code greedy}, {@code random} or {@code exact}.
     */
    String id();

    /**
     * Draws {@code reads} strings, each from its own random stream, so that the first k of a longer call are those of a
     * shorter one. When the deadline strikes the strings so far are returned, and never fewer than one.
     *
     * @param form what is minimised; energies are taken from {@link QuadraticForm#energy}
     * @param reads number of strings, at least 1; the sum of the counts of the result
     * @param streams the streams of this call alone
     */
    SampleSet sample(QuadraticForm form, int reads, RandomStreams streams, Deadline deadline);

    /**
     * The same sampler among the permutations of a space; empty where there is none. Its strings are states of the form
     * that the space was made for, and it samples no other form.
     */
    default Optional<Sampler> among(BlockPermutations space) {
        return Optional.empty();
    }

    /** Independent uniform bits: the null hypothesis. O(n) a read. */
    static Sampler randomBits() {
        return new RandomBits();
    }

    /**
     * Independent bits, bit i 1 with probability {@code ones[i]}: what is left of strings when only their means are
     * kept, as of a product state. O(n) a read.
     *
     * @param ones one number in [0, 1] per variable; not modified
     * @throws IllegalArgumentException for other numbers, and on sampling a form of another size
     */
    static Sampler independentBits(double[] ones) {
        return new ProductState(ones);
    }

    /**
     * Steepest one-flip descent from a random start to a local minimum. The start is uniform, or on an assignment of
     * order n has each bit 1 with probability 1/n. O(n + degree) a flip.
     */
    static Sampler greedyDescent() {
        return new GreedyDescent();
    }

    /** {@link #simulatedAnnealing(AnnealingOptions)} with {@link AnnealingOptions#defaults}. */
    static Sampler simulatedAnnealing() {
        return simulatedAnnealing(AnnealingOptions.defaults());
    }

    /**
     * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983): Metropolis single flips in index order while the
     * temperature falls, then descent to a local minimum, one read after another. The range of temperatures comes from
     * the flip energies in a few random local minima. A sweep costs O(n) plus O(degree) per accepted flip; on a {@link
     * org.shrinq.qubo.KroneckerForm} of order n it costs O(n²·ones), needs O(n²) memory, and also tries to swap the
     * locations of two facilities.
     */
    static Sampler simulatedAnnealing(AnnealingOptions options) {
        return new SimulatedAnnealing(options);
    }

    /** {@link #tabuSearch(int)} with 100 moves a variable. */
    static Sampler tabuSearch() {
        return tabuSearch(100);
    }

    /**
     * One-flip tabu search with a gain array and aspiration (Glover, Kochenberger and Alidaee 1998; tenure as
     * Palubeckis 2006): each read walks from a random start and returns the best string it met. O(n + degree) a move.
     *
     * @param movesPerVariable moves of one read divided by n, at least 1
     */
    static Sampler tabuSearch(int movesPerVariable) {
        return new TabuSearch(movesPerVariable);
    }

    /**
     * All 2ⁿ strings in Gray code order, n ≤ {@value ExactEnumeration#MAX_SIZE}; the result holds the {@code reads}
     * lowest, each counted once (fewer when 2ⁿ is less). O(2ⁿ·n). When the deadline strikes, the lowest of those
     * visited.
     */
    static Sampler exactEnumeration() {
        return new ExactEnumeration();
    }

    /** All samplers with their defaults, in the order in which they are listed to users. */
    static List<Sampler> all() {
        return List.of(simulatedAnnealing(), tabuSearch(), greedyDescent(), randomBits(), exactEnumeration());
    }

    /**
     * The sampler of that id, with its defaults.
     *
     * @throws IllegalArgumentException when there is none; the message lists those there are
     */
    static Sampler byId(String id) {
        for (Sampler s : all()) {
            if (s.id().equals(id)) {
                return s;
            }
        }
        throw new IllegalArgumentException("no sampler '" + id + "', there are "
                + all().stream().map(Sampler::id).toList());
    }
}
