package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.qubo.encode.InequalityEncoding;
import org.shrinq.qubo.encode.PenaltyPolicy;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.SolverOptions;

/**
 * Where penalties are said to be proven exact, and the file to be the objective's, every state of least energy,
 * energies added up exactly from the coefficients as doubles, is an optimum of the problem.
 */
final class EncodingCheck implements Check {
    private static final int MOST = 14;

    @Override
    public String name() {
        return "encoding";
    }

    @Override
    public Optional<String> fault(Enumerated enumerated, SplittableRandom random) {
        InequalityEncoding[] rows = {
            InequalityEncoding.SLACK_BINARY, InequalityEncoding.SLACK_FREE, InequalityEncoding.UNBALANCED
        };
        PenaltyPolicy[] penalties = {
            PenaltyPolicy.tight(), PenaltyPolicy.auto(), PenaltyPolicy.fixed(1 + random.nextInt(50))
        };
        SolverOptions options = SolverOptions.defaults()
                .withEncoding(rows[random.nextInt(rows.length)])
                .withPenalty(penalties[random.nextInt(penalties.length)]);
        Problem problem = enumerated.specimen().problem();
        Encoding encoding;
        try {
            encoding = Shrinq.with(options).encode(problem);
        } catch (EncodingException tooLarge) {
            return Optional.empty();
        }
        boolean claimed = encoding.report().isExact() && problem.hasExactModel();
        return claimed
                ? wrong(encoding, enumerated)
                        .map(f -> "penalties said to be exact (" + options.penalty() + ", " + options.encoding()
                                + "), but " + f)
                : Optional.empty();
    }

    /** A state of least energy that is no optimum. */
    static Optional<String> wrong(Encoding encoding, Enumerated enumerated) {
        Specimen specimen = enumerated.specimen();
        QuadraticForm form = encoding.form();
        Optional<BigDecimal> optimum = enumerated.optimum();
        if (form.size() > MOST || optimum.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal[][] exact = new BigDecimal[form.size()][form.size()];
        for (int i = 0; i < form.size(); i++) {
            for (int j = i; j < form.size(); j++) {
                exact[i][j] = new BigDecimal(i == j ? form.linear(i) : form.coupling(i, j));
            }
        }
        BigDecimal least = null;
        String wrong = null;
        byte[] state = new byte[form.size()];
        for (long index = 0; index < 1L << state.length; index++) {
            BigDecimal energy = BigDecimal.ZERO;
            for (int i = 0; i < state.length; i++) {
                state[i] = (byte) (index >>> i & 1);
            }
            for (int i = 0; i < state.length; i++) {
                for (int j = i; j < state.length && state[i] != 0; j++) {
                    energy = state[j] == 0 ? energy : energy.add(exact[i][j]);
                }
            }
            int order = least == null ? -1 : energy.compareTo(least);
            if (order < 0) {
                least = energy;
                wrong = null;
            }
            if (order <= 0) {
                byte[] x = java.util.Arrays.copyOf(state, specimen.variables());
                if (!specimen.isFeasible(x) || specimen.objective(x).compareTo(optimum.get()) != 0) {
                    wrong = java.util.Arrays.toString(x);
                }
            }
        }
        return Optional.ofNullable(wrong).map(x -> "least energy is reached at " + x);
    }
}
