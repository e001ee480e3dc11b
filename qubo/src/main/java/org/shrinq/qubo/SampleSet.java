package org.shrinq.qubo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Measured bitstrings: the distinct strings of n qubits with their counts and energies, ordered by energy and then by
 * {@link Bits#compareTo}. Immutable, compared by value.
 */
public final class SampleSet {
    private static final Comparator<Sample> ORDER =
            Comparator.comparingDouble(Sample::energy).thenComparing(Sample::bits);

    private final int qubits;
    private final List<Sample> samples;
    private final long shots;

    private SampleSet(int qubits, List<Sample> samples) {
        this.qubits = qubits;
        this.samples = samples;
        this.shots = samples.stream().mapToLong(Sample::count).sum();
    }

    /** No samples at all. */
    public static SampleSet empty(int qubits) {
        return new SampleSet(qubits, List.of());
    }

    /**
     * One sample per entry of {@code indices}, equal entries counted together; bit i of an index is variable i.
     *
     * @param qubits at most 63
     * @param indices state-vector indices; not modified
     * @param energy asked once per distinct index
     */
    public static SampleSet ofIndices(int qubits, long[] indices, LongToDoubleFunction energy) {
        long[] sorted = indices.clone();
        Arrays.sort(sorted);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < sorted.length; ) {
            int end = k + 1;
            while (end < sorted.length && sorted[end] == sorted[k]) {
                end++;
            }
            samples.add(new Sample(Bits.ofIndex(qubits, sorted[k]), end - k, energy.applyAsDouble(sorted[k])));
            k = end;
        }
        return ordered(qubits, samples);
    }

    /**
     * From counts, for example those that a device returned.
     *
     * @throws IllegalArgumentException when a string has not {@code qubits} bits or a count is below 1
     */
    public static SampleSet ofCounts(int qubits, Map<Bits, Long> counts, ToDoubleFunction<Bits> energy) {
        List<Sample> samples = new ArrayList<>(counts.size());
        counts.forEach((bits, count) -> {
            if (bits.size() != qubits) {
                throw new IllegalArgumentException(
                        "sample " + bits + " has " + bits.size() + " bits, expected " + qubits);
            }
            samples.add(new Sample(bits, count, energy.applyAsDouble(bits)));
        });
        return ordered(qubits, samples);
    }

    private static SampleSet ordered(int qubits, List<Sample> samples) {
        samples.sort(ORDER);
        return new SampleSet(qubits, List.copyOf(samples));
    }

    /** Counts of equal strings added; the energy of a string in both is this set's. */
    public SampleSet merge(SampleSet other) {
        if (other.qubits != qubits) {
            throw new IllegalArgumentException("qubits differ: " + qubits + " and " + other.qubits);
        }
        if (other.samples.isEmpty()) {
            return this;
        }
        if (samples.isEmpty()) {
            return other;
        }
        Map<Bits, Sample> all = new HashMap<>();
        for (Sample s : samples) {
            all.put(s.bits(), s);
        }
        for (Sample s : other.samples) {
            all.merge(s.bits(), s, (a, b) -> new Sample(a.bits(), a.count() + b.count(), a.energy()));
        }
        return ordered(qubits, new ArrayList<>(all.values()));
    }

    /** The {@code limit} best distinct strings; this set itself when it has no more. */
    public SampleSet truncate(int limit) {
        return samples.size() <= limit ? this : new SampleSet(qubits, samples.subList(0, limit));
    }

    /** The same strings and counts with other energies, for example in another objective. */
    public SampleSet withEnergies(ToDoubleFunction<Bits> energy) {
        List<Sample> changed = new ArrayList<>(samples.size());
        for (Sample s : samples) {
            changed.add(new Sample(s.bits(), s.count(), energy.applyAsDouble(s.bits())));
        }
        return ordered(qubits, changed);
    }

    /** Number of qubits n, the length of every string. */
    public int qubits() {
        return qubits;
    }

    /** Number of distinct strings. */
    public int size() {
        return samples.size();
    }

    public boolean isEmpty() {
        return samples.isEmpty();
    }

    /** Sum of the counts. */
    public long shots() {
        return shots;
    }

    /** All distinct strings, best first; unmodifiable. */
    public List<Sample> samples() {
        return samples;
    }

    /**
     * The string of lowest energy, the smallest of those that tie.
     *
     * @throws NoSuchElementException when the set is empty
     */
    public Sample best() {
        if (samples.isEmpty()) {
            throw new NoSuchElementException("the sample set is empty");
        }
        return samples.get(0);
    }

    /** Mean energy over the shots; NaN when the set is empty. */
    public double expectation() {
        double sum = 0;
        for (Sample s : samples) {
            sum += s.count() * s.energy();
        }
        return sum / shots;
    }

    /** Mean energy over the best fraction α ∈ (0, 1] of the shots, the last string counted in part; NaN when empty. */
    public double cvar(double alpha) {
        double keep = alpha * shots;
        double left = keep;
        double sum = 0;
        for (Sample s : samples) {
            double take = Math.min(left, s.count());
            sum += take * s.energy();
            left -= take;
            if (left <= 0) {
                break;
            }
        }
        return sum / keep;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SampleSet s && s.qubits == qubits && s.samples.equals(samples);
    }

    @Override
    public int hashCode() {
        return 31 * samples.hashCode() + qubits;
    }

    @Override
    public String toString() {
        return "SampleSet[" + qubits + " qubits, " + shots + " shots, " + samples.size() + " distinct"
                + (samples.isEmpty() ? "" : ", best " + best().energy()) + "]";
    }
}
