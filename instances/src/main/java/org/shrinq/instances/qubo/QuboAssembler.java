package org.shrinq.instances.qubo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;

/** The entries of a QUBO file as they are read, and the problem that is made of them. */
public final class QuboAssembler {
    /** Bytes that a coupling takes in the problem and while it is built. */
    private static final double BYTES_PER_COUPLING = 96;

    private static final double BYTES_PER_VARIABLE = 40;

    private final Qubo.Builder builder;
    private final BitSet diagonal = new BitSet();
    private final List<String> warnings = new ArrayList<>();
    private boolean matrix;
    private long couplings;
    private long reversed;
    private long repeatedDiagonals;

    private QuboAssembler(int variables) {
        builder = Qubo.builder(variables);
    }

    /**
     * For that many variables, refused when they cannot fit.
     *
     * @param line where the numbers are promised
     * @param promised entries that the header promises, 0 when it promises none
     */
    public static QuboAssembler expecting(Text text, Limits limits, int line, int variables, long promised) {
        // An entry takes at least six bytes of text, so that a false count is recognised before memory is taken.
        double entries = Math.min(promised, text.length() / 6.0 + 1);
        limits.require(
                text.file(),
                line,
                "a QUBO of " + variables + " variables and " + promised + " entries",
                BYTES_PER_VARIABLE * variables + BYTES_PER_COUPLING * Math.max(entries, 0));
        QuboAssembler qubo = new QuboAssembler(variables);
        qubo.builder.expectCouplings((int) entries);
        return qubo;
    }

    public void warn(String warning) {
        warnings.add(warning);
    }

    public void addOffset(double value) {
        builder.addOffset(value);
    }

    public void addLinear(int i, double value) {
        if (diagonal.get(i)) {
            repeatedDiagonals++;
        }
        diagonal.set(i);
        builder.addLinear(i, value);
    }

    /** A linear part that is no separate entry. */
    public void shiftLinear(int i, double value) {
        builder.addLinear(i, value);
    }

    /** i ≠ j; entries below the diagonal are mirrored and counted. */
    public void addCoupling(int i, int j, double value) {
        if (i > j) {
            reversed++;
        }
        if (value != 0) {
            couplings++;
            builder.add(i, j, value);
        }
    }

    /** i ≠ j; an entry of a whole matrix, whose two triangles are added up. */
    public void addMatrixEntry(int i, int j, double value) {
        if (value != 0) {
            builder.add(i, j, value);
            matrix = true;
        }
    }

    public Codec.Parsed problem(String name, Sense sense, OptionalDouble best, List<String> names) {
        Qubo qubo = builder.build();
        long repeated = (matrix ? 0 : couplings - qubo.couplings()) + repeatedDiagonals;
        if (repeated > 0) {
            warn(repeated + " repeated entries were added up");
        }
        if (reversed > 0) {
            warn(reversed + " entries below the diagonal were taken as entries above it");
        }
        BinaryModel model = new BinaryModel(sense, qubo, List.of());
        return new Codec.Parsed(new BinaryQuadraticProgram(name, model), best, names, warnings);
    }
}
