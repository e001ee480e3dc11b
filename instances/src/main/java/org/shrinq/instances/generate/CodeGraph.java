package org.shrinq.instances.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;

/**
 * Sloane's graphs of error-correcting codes: the vertices are the 2ᵐ binary words of length m in numeric order, two of
 * them joined when one and the same word can be received for both, so that an independent set is a code that corrects
 * the error.
 *
 * @see <a href="https://oeis.org/A265032/a265032.html">N. J. A. Sloane, Challenge Problems: Independent Sets in
 *     Graphs</a>
 */
public enum CodeGraph {
    /** One bit is deleted. */
    ONE_DELETION("1dc"),
    /** Two bits are deleted. */
    TWO_DELETIONS("2dc"),
    /** At most one pair of adjacent bits is swapped. */
    ONE_TRANSPOSITION("1tc"),
    /** At most one pair of adjacent bits is swapped, the last and the first counting as adjacent. */
    ONE_CYCLIC_TRANSPOSITION("1et"),
    /** At most one 1 is received as 0. */
    ONE_Z_CHANNEL("1zc");

    private static final int LONGEST = 16;

    private final String id;

    CodeGraph(String id) {
        this.id = id;
    }

    /** "1dc", "2dc", "1tc", "1et", "1zc". */
    public String id() {
        return id;
    }

    public static Optional<CodeGraph> ofId(String id) {
        for (CodeGraph family : values()) {
            if (family.id.equals(id)) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }

    /** The independent set problem on {@link #graph}, named as published: "1dc.64" for m = 6. */
    public MaximumIndependentSet problem(int length) {
        return MaximumIndependentSet.of(id + "." + (1 << length), graph(length));
    }

    /**
     * The graph on the words of that length; vertex v is the word whose value is v.
     *
     * @throws IllegalArgumentException for a length under 3 or over 16
     */
    public Graph graph(int length) {
        if (length < 3 || length > LONGEST) {
            throw new IllegalArgumentException("words have 3 to " + LONGEST + " bits, not " + length);
        }
        int words = 1 << length;
        List<int[]> sources = new ArrayList<>(words);
        for (int w = 0; w < words; w++) {
            sources.add(new int[0]);
        }
        for (int w = 0; w < words; w++) {
            for (int received : received(w, length)) {
                int[] old = sources.get(received);
                int[] extended = java.util.Arrays.copyOf(old, old.length + 1);
                extended[old.length] = w;
                sources.set(received, extended);
            }
        }
        Edges edges = new Edges();
        for (int[] source : sources) {
            for (int a = 0; a < source.length; a++) {
                for (int b = a + 1; b < source.length; b++) {
                    edges.add(source[a], source[b]);
                }
            }
        }
        return edges.graph(words);
    }

    /** The different words that can be received when {@code word} is sent. */
    private int[] received(int word, int length) {
        java.util.TreeSet<Integer> outcomes = new java.util.TreeSet<>();
        switch (this) {
            case ONE_DELETION -> addDeletions(word, length, outcomes);
            case TWO_DELETIONS -> {
                java.util.TreeSet<Integer> once = new java.util.TreeSet<>();
                addDeletions(word, length, once);
                for (int shorter : once) {
                    addDeletions(shorter, length - 1, outcomes);
                }
            }
            case ONE_TRANSPOSITION -> addSwaps(word, length, length - 1, outcomes);
            case ONE_CYCLIC_TRANSPOSITION -> addSwaps(word, length, length, outcomes);
            case ONE_Z_CHANNEL -> {
                outcomes.add(word);
                for (int bit = 0; bit < length; bit++) {
                    outcomes.add(word & ~(1 << bit));
                }
            }
        }
        return outcomes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addDeletions(int word, int length, java.util.Set<Integer> outcomes) {
        for (int bit = 0; bit < length; bit++) {
            int low = word & ((1 << bit) - 1);
            int high = word >>> (bit + 1);
            outcomes.add(high << bit | low);
        }
    }

    private static void addSwaps(int word, int length, int pairs, java.util.Set<Integer> outcomes) {
        outcomes.add(word);
        for (int bit = 0; bit < pairs; bit++) {
            int next = (bit + 1) % length;
            if ((word >> bit & 1) != (word >> next & 1)) {
                outcomes.add(word ^ 1 << bit ^ 1 << next);
            }
        }
    }
}
