package org.shrinq.bench.audit;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Judge;

/**
 * What the measured strings are about.
 *
 * @param bits length of a string
 * @param form what is minimised; its states may have slack bits behind those of a string
 * @param energy of a string; slack bits as they are best
 * @param cut the string of a state of the form
 * @param expand the candidate of the problem that a string stands for
 * @param judge of candidates; used by one thread
 * @param best the best known objective, where there is one
 */
public record Subject(
        int bits,
        QuadraticForm form,
        ToDoubleFunction<Bits> energy,
        UnaryOperator<Bits> cut,
        UnaryOperator<Bits> expand,
        Judge judge,
        OptionalDouble best) {
    /** Strings of a small problem, as an exported circuit measures them. */
    public static Subject of(Shrunk shrunk, Judge judge, OptionalDouble best) {
        int variables = judge.problem().size();
        return new Subject(
                shrunk.size(),
                shrunk.qubo(),
                shrunk.qubo()::energy,
                x -> x,
                small -> {
                    byte[] x = new byte[variables];
                    shrunk.expand(small.toArray(), x);
                    return Bits.of(x);
                },
                judge,
                best);
    }

    /** Strings of the problem's own variables. */
    public static Subject of(Encoding encoding, Judge judge, OptionalDouble best) {
        QuadraticForm form = encoding.form();
        return new Subject(
                encoding.model().size(),
                form,
                x -> form.energy(encoding.encode(x).toArray()),
                encoding::decode,
                x -> x,
                judge,
                best);
    }

    /** Strings with their energies.
     *
     * @throws IllegalArgumentException when one has another length
     */
    public SampleSet samples(Map<Bits, Long> counts) {
        return SampleSet.ofCounts(bits, counts, energy);
    }
}
