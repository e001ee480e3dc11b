package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.solver.RefusedException;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;

/**
 * The objective times a power of ten between 10⁻²⁰⁰ and 10²⁰⁰, and every row times one of its own: the same solution,
 * status and gap, to the last bit.
 */
final class ScaleCheck implements Check {
    private static final int MOST = 200;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public Optional<String> fault(Enumerated enumerated, SplittableRandom random) {
        Specimen specimen = enumerated.specimen();
        int power = random.nextInt(-MOST, MOST + 1);
        SolverOptions options = RunCheck.options(random);
        Specimen scaled = scaled(specimen, power, random);
        Solution a;
        Solution b;
        try {
            a = Shrinq.with(options).run(specimen.problem());
            b = Shrinq.with(options).run(scaled.problem());
        } catch (RefusedException | EncodingException | InsufficientMemoryException refused) {
            return Optional.empty();
        }
        if (a.status() != b.status() || !a.x().equals(b.x()) || !a.gap().equals(b.gap())) {
            return Optional.of("times 1e" + power + ": " + a.status() + " " + a.x() + " gap " + a.gap() + ", then "
                    + b.status() + " " + b.x() + " gap " + b.gap() + " (" + RunCheck.in(options) + ")");
        }
        return RunCheck.fault(new Enumerated(scaled), scaled.problem(), b)
                .map(f -> "times 1e" + power + ": " + f + " (" + RunCheck.in(options) + ")");
    }

    static Specimen scaled(Specimen s, int power, SplittableRandom random) {
        List<Row> rows = new ArrayList<>();
        for (Row row : s.rows()) {
            int own = row.type() == Specimen.Type.AT_MOST || row.type() == Specimen.Type.EQUAL
                    ? random.nextInt(-MOST, MOST + 1)
                    : 0;
            rows.add(new Row(
                    row.type(),
                    row.variables(),
                    times(row.coefficients(), own),
                    row.bound().scaleByPowerOfTen(own)));
        }
        List<List<BigDecimal>> first =
                s.first().stream().map(r -> times(r, power)).toList();
        Specimen scaled = s.withConstant(s.constant().scaleByPowerOfTen(power))
                .withLinear(times(s.linear(), power))
                .withRows(rows)
                .withMatrices(first, s.second());
        return s.kind() == Kind.INDEPENDENT_SET
                ? scaled
                : scaled.withPairs(s.pairs().stream()
                        .map(p -> new Pair(p.u(), p.v(), p.value().scaleByPowerOfTen(power)))
                        .toList());
    }

    private static List<BigDecimal> times(List<BigDecimal> values, int power) {
        return values.stream().map(v -> v.scaleByPowerOfTen(power)).toList();
    }
}
