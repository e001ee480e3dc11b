package org.shrinq.instances.family;

import java.util.Locale;
import java.util.Optional;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * Binary sequences: elements +1 and -1. Accounts write them by run lengths, as the tables of the field do, with the
 * merit factor.
 */
final class SequenceFiles implements FileFamilies.Bundled<LowAutocorrelation> {
    @Override
    public Class<LowAutocorrelation> type() {
        return LowAutocorrelation.class;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.LOW_AUTOCORRELATION;
    }

    @Override
    public String meaning(LowAutocorrelation problem, String name, int i) {
        return "element " + (i + 1) + " of the sequence is -1";
    }

    @Override
    public String label() {
        return "runs";
    }

    @Override
    public Optional<String> words(LowAutocorrelation problem, byte[] x) {
        StringBuilder runs = new StringBuilder("of");
        int start = 0;
        for (int i = 1; i <= x.length; i++) {
            if (i == x.length || x[i] != x[start]) {
                runs.append(' ').append(i - start);
                start = i;
            }
        }
        runs.append(" elements");
        double energy = problem.objective(x);
        if (energy > 0) {
            runs.append(String.format(Locale.ROOT, ", merit factor %.4f", problem.meritFactor(energy)));
        }
        return Optional.of(runs.toString());
    }

    @Override
    public String extension() {
        return ".json";
    }
}
