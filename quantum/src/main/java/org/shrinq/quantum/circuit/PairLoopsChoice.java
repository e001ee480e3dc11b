package org.shrinq.quantum.circuit;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the pair loops once and logs why; the system property {@code shrinq.kernel} = plain or vector overrides. */
final class PairLoopsChoice {
    static final PairLoops CHOSEN = choose();

    private PairLoopsChoice() {}

    private static PairLoops choose() {
        Logger log = LoggerFactory.getLogger(PairLoops.class);
        String asked = System.getProperty("shrinq.kernel", "auto").toLowerCase(Locale.ROOT);
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (asked.equals("plain") || !present) {
            log.debug("gate loops: plain, {}", present ? "asked for" : "jdk.incubator.vector is not there");
            return new PlainPairLoops();
        }
        log.debug("gate loops: vector, {} lanes", VectorPairLoops.LANES);
        return new VectorPairLoops();
    }
}
