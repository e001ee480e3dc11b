package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;
import org.shrinq.solver.audit.Specimen.Type;

/**
 * A named problem as a program over the same variables with the same feasible points and objectives; market shares and
 * sequences stay as they are.
 */
final class AsProgram {
    private AsProgram() {}

    static Specimen of(Specimen s) {
        return switch (s.kind()) {
            case PROGRAM, MARKET_SHARE, SEQUENCE -> s;
            case KNAPSACK -> program(s, true, s.linear(), List.of(), s.rows());
            case INDEPENDENT_SET ->
                program(
                        s,
                        true,
                        s.linear(),
                        List.of(),
                        s.pairs().stream()
                                .map(p -> row(Type.CONFLICT, List.of(p.u(), p.v())))
                                .toList());
            case CUT -> cut(s);
            case ASSIGNMENT -> assignment(s);
        };
    }

    private static Specimen program(
            Specimen s, boolean maximise, List<BigDecimal> linear, List<Pair> pairs, List<Row> rows) {
        return new Specimen(
                Kind.PROGRAM, s.variables(), maximise, s.constant(), linear, pairs, rows, List.of(), List.of());
    }

    private static Row row(Type type, List<Integer> variables) {
        return new Row(type, variables, Collections.nCopies(variables.size(), BigDecimal.ONE), BigDecimal.ONE);
    }

    /** w for x_u ≠ x_v is w·x_u + w·x_v − 2w·x_u·x_v. */
    private static Specimen cut(Specimen s) {
        List<BigDecimal> linear = new ArrayList<>(Collections.nCopies(s.n(), BigDecimal.ZERO));
        List<Pair> pairs = new ArrayList<>();
        for (Pair p : s.pairs()) {
            linear.set(p.u(), linear.get(p.u()).add(p.value()));
            linear.set(p.v(), linear.get(p.v()).add(p.value()));
            pairs.add(new Pair(p.u(), p.v(), p.value().multiply(BigDecimal.valueOf(-2))));
        }
        return program(s, true, linear, pairs, List.of());
    }

    private static Specimen assignment(Specimen s) {
        int n = s.n();
        List<BigDecimal> linear = new ArrayList<>(s.linear());
        List<Pair> pairs = new ArrayList<>();
        for (int v = 0; v < n * n; v++) {
            linear.set(v, linear.get(v).add(product(s, v, v)));
            for (int w = v + 1; w < n * n; w++) {
                if (v / n != w / n && v % n != w % n) {
                    pairs.add(new Pair(v, w, product(s, v, w).add(product(s, w, v))));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            int at = k;
            rows.add(row(
                    Type.EXACTLY_ONE,
                    IntStream.range(0, n).map(a -> at * n + a).boxed().toList()));
            rows.add(row(
                    Type.EXACTLY_ONE,
                    IntStream.range(0, n).map(i -> i * n + at).boxed().toList()));
        }
        return program(s, false, linear, pairs, rows);
    }

    private static BigDecimal product(Specimen s, int v, int w) {
        int n = s.n();
        return s.first().get(v / n).get(w / n).multiply(s.second().get(v % n).get(w % n));
    }
}
