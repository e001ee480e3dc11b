package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;

/** Makes a specimen with a fault smaller as long as the fault, any fault of the same check, remains. */
final class Smaller {
    private static final int PASSES = 20;

    private Smaller() {}

    /** A specimen and what is wrong with it. */
    record Found(Specimen specimen, String fault) {}

    static Found of(Found found, Check check, long seed) {
        Found best = found;
        for (int pass = 0; pass < PASSES; pass++) {
            Found before = best;
            for (Specimen candidate : smaller(before.specimen)) {
                Optional<String> fault = ask(check, candidate, seed);
                if (fault.isPresent()) {
                    best = new Found(candidate, fault.get());
                    break;
                }
            }
            if (best == before) {
                break;
            }
        }
        return best;
    }

    static Optional<String> ask(Check check, Specimen specimen, long seed) {
        return ask(check, new Enumerated(specimen), seed);
    }

    static Optional<String> ask(Check check, Enumerated enumerated, long seed) {
        try {
            return check.fault(enumerated, new SplittableRandom(seed));
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            StackTraceElement[] trace = e.getStackTrace();
            return Optional.of(e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }

    private static List<Specimen> smaller(Specimen s) {
        List<Specimen> all = new ArrayList<>();
        for (int r = 0;
                r < s.rows().size() && (s.kind() == Kind.PROGRAM || s.rows().size() > 1);
                r++) {
            all.add(s.withRows(without(s.rows(), r)));
        }
        for (int p = 0; p < s.pairs().size(); p++) {
            all.add(s.withPairs(without(s.pairs(), p)));
        }
        for (int i = 0; s.n() > 1 && s.kind() != Kind.ASSIGNMENT && i < s.n(); i++) {
            all.add(withoutVariable(s, i));
        }
        for (int i = 0; i < s.linear().size(); i++) {
            if (s.linear().get(i).signum() != 0) {
                all.add(s.withLinear(with(s.linear(), i, BigDecimal.ZERO)));
            }
        }
        for (int r = 0; r < s.rows().size(); r++) {
            Row row = s.rows().get(r);
            for (int k = 0;
                    row.variables().size() > 1
                            && row.type() != Specimen.Type.CONFLICT
                            && k < row.variables().size();
                    k++) {
                Row shorter =
                        new Row(row.type(), without(row.variables(), k), without(row.coefficients(), k), row.bound());
                all.add(s.withRows(with(s.rows(), r, shorter)));
            }
        }
        for (int k = 0; k < s.first().size(); k++) {
            for (int j = 0; j < s.first().get(k).size(); j++) {
                if (s.first().get(k).get(j).signum() != 0) {
                    all.add(s.withMatrices(with(s.first(), k, with(s.first().get(k), j, BigDecimal.ZERO)), s.second()));
                }
            }
        }
        return all;
    }

    private static Specimen withoutVariable(Specimen s, int i) {
        List<Pair> pairs = s.pairs().stream()
                .filter(p -> p.u() != i && p.v() != i)
                .map(p -> new Pair(p.u() > i ? p.u() - 1 : p.u(), p.v() > i ? p.v() - 1 : p.v(), p.value()))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Row row : s.rows()) {
            int k = row.variables().indexOf(i);
            List<Integer> variables = (k < 0 ? row.variables() : without(row.variables(), k))
                    .stream().map(v -> v > i ? v - 1 : v).toList();
            boolean dropped = row.type() == Specimen.Type.CONFLICT && variables.size() < 2;
            if (!dropped && (!variables.isEmpty() || s.kind() == Kind.KNAPSACK)) {
                rows.add(new Row(
                        row.type(),
                        variables,
                        k < 0 ? row.coefficients() : without(row.coefficients(), k),
                        row.bound()));
            }
        }
        boolean perVariable = s.kind() != Kind.MARKET_SHARE && !s.linear().isEmpty();
        List<List<BigDecimal>> first =
                s.first().stream().map(r -> without(r, i)).toList();
        return new Specimen(
                s.kind(),
                s.n() - 1,
                s.maximise(),
                s.constant(),
                perVariable ? without(s.linear(), i) : s.linear(),
                pairs,
                rows,
                first,
                s.second());
    }

    private static <T> List<T> without(List<T> list, int at) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(at);
        return rest;
    }

    private static <T> List<T> with(List<T> list, int at, T value) {
        List<T> other = new ArrayList<>(list);
        other.set(at, value);
        return other;
    }
}
