package org.shrinq.instances.generate;

import java.util.List;
import org.shrinq.qubo.run.RandomStreams;

/**
 * Where a {@link GeneratedKind} gets its parameters and its random numbers from; what is not given takes the standard.
 */
public interface GeneratorArguments {
    /**
     * The family wanted.
     *
     * @throws RuntimeException when it is none of the families
     */
    String family(String standard, List<String> families);

    /** A parameter that is a whole number. */
    int whole(GeneratorParameter parameter, int standard);

    /** A parameter that is any number. */
    double number(GeneratorParameter parameter, double standard);

    RandomStreams streams();

    /**
     * The problem's name, such as gnp.40-0.3-s1.
     *
     * @param prefix what the family calls its problems
     * @param size such as 40 or 3x4
     * @param share a density, radius or tightness; empty where size and seed say all
     */
    String name(String prefix, String size, String share);
}
