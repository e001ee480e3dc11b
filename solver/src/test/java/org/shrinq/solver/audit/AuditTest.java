package org.shrinq.solver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The audit: random problems, each asked every {@link Check}, judged by enumeration in decimal arithmetic. A short
 * slice in every build; {@code mvn -Paudit verify} runs 10 minutes, {@code -Daudit.seconds} any length,
 * {@code -Daudit.seed} the problems from a seed on. A fault is printed with the seed that repeats it and the smallest
 * problem that shows it.
 */
class AuditTest {
    private static final long SLICE = 60;
    private static final int MOST_FAULTS = 10;
    private static final List<Check> CHECKS =
            List.of(new EncodingCheck(), new ProvenCheck(), new RunCheck(), new ScaleCheck(), new ReformulationCheck());

    @Test
    void nothingIsClaimedThatEnumerationRefutes() {
        long seconds = Long.getLong("audit.seconds", 0);
        long first = Long.getLong("audit.seed", seconds == 0 ? 1 : System.nanoTime() & 0xffffffffL);
        long last = seconds == 0 ? first + Long.getLong("audit.problems", SLICE) : Long.MAX_VALUE;
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<String> faults = new ArrayList<>();
        long seed = first;
        for (; seed < last && (seconds == 0 || System.nanoTime() < end) && faults.size() < MOST_FAULTS; seed++) {
            ask(seed, faults);
        }
        System.out.printf(
                "audit: %d problems from seed %d, %d checks each, %d faults%n",
                seed - first, first, CHECKS.size(), faults.size());
        assertThat(faults).isEmpty();
    }

    private static void ask(long seed, List<String> faults) {
        Specimen specimen = Specimens.draw(new SplittableRandom(seed));
        Enumerated enumerated = new Enumerated(specimen);
        for (Check check : CHECKS) {
            Optional<String> fault = Smaller.ask(check, enumerated, seed);
            if (fault.isPresent()) {
                Smaller.Found smallest = Smaller.of(new Smaller.Found(specimen, fault.get()), check, seed);
                String text = "-Daudit.seed=" + seed + " -Daudit.problems=1, " + check.name() + ": " + smallest.fault()
                        + "\n  " + smallest.specimen();
                System.out.println("audit: " + text);
                faults.add(text);
            }
        }
    }
}
