package org.shrinq.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.text.Brief;
import org.shrinq.search.sampler.BlockPermutations;

/**
 * A binary or permutation code for the feasible states of a small one-hot QUBO: what {@link AssignmentCode} says. A
 * string of the permutation code is the rank as a number, qubit 0 least significant; one of the binary code has for
 * every facility of a block of k ≥ 3 in turn ⌈log₂ k⌉ qubits with the number of its place, the least significant first,
 * and for a block of two one qubit with the place of its first facility. Immutable.
 */
public final class CompactCode {
    private final AssignmentCode kind;
    private final Qubo qubo;
    private final List<int[][]> blocks;
    private final BlockPermutations space;
    private final int qubits;
    private final int strings;

    private CompactCode(AssignmentCode kind, Qubo qubo, List<int[][]> blocks) {
        this.kind = kind;
        this.qubo = qubo;
        this.blocks = blocks;
        space = BlockPermutations.of(qubo, blocks);
        qubits = kind.qubits(blocks.stream().map(b -> b.length).toList());
        strings = (int) (space.isRestricted() ? allowed(space) : space.total());
    }

    private static long allowed(BlockPermutations space) {
        long[] count = new long[1];
        space.forEach((places, rank, energy) -> count[0]++);
        return count[0];
    }

    /**
     * A code.
     *
     * @param kind binary or permutation
     * @param qubo whose states it names
     * @param blocks per block, facility and place the variable of the QUBO, −1 for a pair that is excluded; copied
     * @throws IllegalArgumentException for one-hot, a variable that does not exist or stands in two places, a block of
     *     fewer than two, and more than {@link BlockPermutations#MOST} permutations
     */
    public static CompactCode of(AssignmentCode kind, Qubo qubo, List<int[][]> blocks) {
        if (!kind.isCompact()) {
            throw new IllegalArgumentException("one-hot is the QUBO itself, not a code of it");
        }
        boolean[] seen = new boolean[qubo.size()];
        List<int[][]> copies = new ArrayList<>();
        for (int[][] block : blocks) {
            if (block.length < 2) {
                throw new IllegalArgumentException("a block of " + block.length + " facilities, expected at least 2");
            }
            copies.add(Arrays.stream(block).map(int[]::clone).toArray(int[][]::new));
            for (int[] row : block) {
                for (int v : row) {
                    if (v < -1 || v >= seen.length || (v >= 0 && seen[v])) {
                        throw new IllegalArgumentException("variable " + v + " of " + seen.length
                                + (v < -1 || v >= seen.length ? " does not exist" : " stands in two places"));
                    }
                    if (v >= 0) {
                        seen[v] = true;
                    }
                }
            }
        }
        for (int v = 0; v < seen.length; v++) {
            if (!seen[v]) {
                throw new IllegalArgumentException("variable " + v + " belongs to no block");
            }
        }
        return new CompactCode(kind, qubo, copies);
    }

    public AssignmentCode kind() {
        return kind;
    }

    /** Length of a string. */
    public int qubits() {
        return qubits;
    }

    /** Number of variables of the small QUBO. */
    public int variables() {
        return qubo.size();
    }

    /** Number of strings that name a permutation. */
    public int strings() {
        return strings;
    }

    /** Per block, facility and place the variable of the small QUBO, −1 for a pair that is excluded; copies. */
    public List<int[][]> blocks() {
        return blocks.stream()
                .map(b -> Arrays.stream(b).map(int[]::clone).toArray(int[][]::new))
                .toList();
    }

    /** The permutations that the strings name. */
    public BlockPermutations space() {
        return space;
    }

    /**
     * Valid strings with their energies in the small QUBO, which are the objective, constants included: every
     * permutation that is not excluded, strings ascending.
     *
     * @param strings state-vector indices, qubit 0 least significant
     * @param energies one each
     */
    public record Table(long[] strings, double[] energies) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /** O(facilities) a permutation, and a sort of those of the binary code. */
    public Table table() {
        long[] own = new long[strings];
        double[] energies = new double[strings];
        int[] count = new int[1];
        space.forEach((places, rank, energy) -> {
            own[count[0]] = kind == AssignmentCode.PERMUTATION ? rank : binary(places);
            energies[count[0]++] = energy;
        });
        Table table = new Table(own, energies);
        return kind == AssignmentCode.PERMUTATION ? table : sorted(table);
    }

    /** Numbers beyond which {@link #exchanges} makes none. */
    private static final long MOST_PARTNERS = 1L << 25;

    /** Strings between two looks at the clock. */
    private static final int BLOCK = 1 << 10;

    /** Bytes of heap that {@link #exchanges} takes. */
    public long exchangeBytes() {
        long pairs =
                Arrays.stream(space.sizes()).mapToLong(k -> k * (k - 1L) / 2).sum();
        return pairs * strings > MOST_PARTNERS ? 0 : Integer.BYTES * pairs * strings;
    }

    /**
     * What exchanging the places of two facilities of a block makes of strings.
     *
     * @param partner per string of the table the number of the other one, its own where that is excluded
     * @param facilities of the block
     */
    public record Exchange(int[] partner, int facilities) {
        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    /**
     * All of them, block by block; none where that would be more than 2²⁵ numbers, or take longer than the deadline.
     * O(facilities²) each.
     *
     * @param table of this code
     */
    public List<Exchange> exchanges(Table table, Deadline deadline) {
        if (exchangeBytes() == 0) {
            return List.of();
        }
        List<Exchange> exchanges = new ArrayList<>();
        int[] sizes = space.sizes();
        List<int[]> moves = new ArrayList<>();
        int first = 0;
        for (int size : sizes) {
            for (int f = first; f < first + size; f++) {
                for (int g = first; g < f; g++) {
                    moves.add(new int[] {f, g});
                    exchanges.add(new Exchange(new int[table.strings.length], size));
                }
            }
            first += size;
        }
        exchanges.forEach(e -> Arrays.fill(e.partner, -1));
        for (int k = 0; k < table.strings.length; k++) {
            if (k % BLOCK == 0 && deadline.expired()) {
                return List.of();
            }
            int[] places = places(table.strings[k]).orElseThrow();
            for (int e = 0; e < moves.size(); e++) {
                int[] partner = exchanges.get(e).partner;
                if (partner[k] < 0) { // the other one had its turn before
                    int other = exchanged(table, k, places, moves.get(e));
                    partner[k] = other;
                    partner[other] = k;
                }
            }
        }
        return exchanges;
    }

    /** The number of the string in which two facilities have exchanged places, k where there is none. */
    private int exchanged(Table table, int k, int[] places, int[] move) {
        swap(places, move);
        int other = Arrays.binarySearch(table.strings, string(places));
        swap(places, move);
        return other >= 0 ? other : k;
    }

    private static void swap(int[] places, int[] move) {
        int a = places[move[0]];
        places[move[0]] = places[move[1]];
        places[move[1]] = a;
    }

    private long string(int[] places) {
        return kind == AssignmentCode.PERMUTATION ? space.rank(places) : binary(places);
    }

    private static Table sorted(Table table) {
        long[] strings = table.strings.clone();
        Arrays.sort(strings);
        double[] energies = new double[strings.length];
        for (int k = 0; k < strings.length; k++) {
            energies[Arrays.binarySearch(strings, table.strings[k])] = table.energies[k];
        }
        return new Table(strings, energies);
    }

    private long binary(int[] places) {
        long string = 0;
        int at = 0;
        int f = 0;
        for (int[][] block : blocks) {
            int k = block.length;
            int bits = AssignmentCode.bits(k);
            for (int i = 0; i < (k == 2 ? 1 : k); i++) {
                string |= (long) places[f + i] << at;
                at += bits;
            }
            f += k;
        }
        return string;
    }

    /** The permutation of a string, empty where it names none. */
    private Optional<int[]> places(long string) {
        if (kind == AssignmentCode.PERMUTATION) {
            return string < 0 || string >= space.total() ? Optional.empty() : Optional.of(space.unrank(string));
        }
        int[] places = new int[space.facilities()];
        int at = 0;
        int f = 0;
        for (int[][] block : blocks) {
            int k = block.length;
            int bits = AssignmentCode.bits(k);
            long used = 0;
            for (int i = 0; i < k; i++) {
                boolean second = k == 2 && i == 1;
                int place = second ? 1 - places[f] : (int) (string >>> at) & ((1 << bits) - 1);
                at += second ? 0 : bits;
                if (place >= k || (used >>> place & 1) == 1) {
                    return Optional.empty();
                }
                used |= 1L << place;
                places[f + i] = place;
            }
            f += k;
        }
        return Optional.of(places);
    }

    /**
     * The state of the small QUBO that a string names; empty for a string that names no permutation, or an excluded
     * one.
     *
     * @throws IllegalArgumentException for another length than {@link #qubits}
     */
    public Optional<Bits> decode(Bits string) {
        if (string.size() != qubits) {
            throw new IllegalArgumentException(string.size() + " bits for a code of " + qubits);
        }
        return places(string.toIndex())
                .filter(p -> !space.isRestricted() || Double.isFinite(space.energy(p)))
                .map(space::state);
    }

    /** The string of a state of the small QUBO; empty for one that is no permutation. */
    public Optional<Bits> encode(Bits state) {
        int[] places = new int[space.facilities()];
        int f = 0;
        for (int[][] block : blocks) {
            for (int[] row : block) {
                places[f] = -1;
                for (int a = 0; a < row.length; a++) {
                    if (row[a] >= 0 && state.get(row[a]) == 1) {
                        places[f] = a;
                    }
                }
                if (places[f++] < 0) {
                    return Optional.empty();
                }
            }
        }
        Bits bits = Bits.ofIndex(qubits, string(places));
        return decode(bits).filter(state::equals).map(same -> bits);
    }

    /**
     * Counts of strings as counts of states of the small QUBO.
     *
     * @throws IllegalArgumentException for a string that names none
     */
    public SampleSet decode(SampleSet strings) {
        Map<Bits, Long> counts = new HashMap<>();
        strings.samples()
                .forEach(s -> counts.merge(
                        decode(s.bits())
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "string " + s.bits() + " of the " + kind.id() + " code names no permutation")),
                        s.count(),
                        Long::sum));
        return SampleSet.ofCounts(qubo.size(), counts, qubo::energy);
    }

    @Override
    public String toString() {
        return "CompactCode[" + kind.id() + ", " + space + " in " + qubits + " qubits]";
    }
}
