package org.shrinq.solver.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.shrinq.solver.Method;
import org.shrinq.solver.Polish;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.audit.Specimen.Kind;
import org.shrinq.solver.audit.Specimen.Pair;
import org.shrinq.solver.audit.Specimen.Row;
import org.shrinq.solver.audit.Specimen.Type;

/**
 * The same problem said otherwise, with the same status and, where optimal, the same optimum: variables in another
 * order, of assignments facilities and locations each in theirs; sometimes a knapsack, independent set, cut or
 * assignment as a program ({@link AsProgram}); of programs also some variables complemented, rows that always hold,
 * rows once more in another power of ten, and x ≤ 1, −x ≤ 0 as rows.
 */
final class ReformulationCheck implements Check {
    @Override
    public String name() {
        return "reformulation";
    }

    @Override
    public Optional<String> fault(Enumerated enumerated, SplittableRandom random) {
        Specimen specimen = enumerated.specimen();
        Specimen other = permuted(specimen, random);
        if (random.nextInt(3) == 0) {
            other = AsProgram.of(other);
        }
        if (other.kind() == Kind.PROGRAM) {
            for (int i = 0; i < other.n(); i++) {
                other = random.nextInt(3) == 0 ? complemented(other, i) : other;
            }
            other = random.nextBoolean() ? withIdleRows(other, random) : other;
        }
        if (other.kind() == Kind.PROGRAM || other.kind() == Kind.KNAPSACK) {
            other = random.nextBoolean() ? withRowsAgain(other, random) : other;
        }
        SolverOptions options = SolverOptions.defaults()
                .withQubits(random.nextInt(1, 5))
                .withRounds(1)
                // a market share is proven by its search alone
                .withMethod(specimen.kind() == Kind.MARKET_SHARE ? Method.TABU : Method.GREEDY)
                .withPolish(Polish.none())
                .withSeed(random.nextInt(1000));
        Solution a = Shrinq.with(options).run(specimen.problem());
        Solution b = Shrinq.with(options).run(other.problem());
        Optional<String> fault =
                RunCheck.fault(new Enumerated(other), other.problem(), b).map(f -> "said otherwise: " + f);
        if (fault.isEmpty() && a.status() != b.status()) {
            return Optional.of(
                    a.status() + " " + a.objective() + " bound " + a.bound().best() + ", said otherwise " + b.status()
                            + " " + b.objective() + " bound " + b.bound().best() + ": " + other);
        }
        return fault;
    }

    private static Specimen permuted(Specimen s, SplittableRandom random) {
        if (s.kind() == Kind.SEQUENCE) {
            return s; // its order is what it is about
        }
        List<Integer> to = permutation(s.n(), random);
        if (s.kind() == Kind.ASSIGNMENT) {
            List<Integer> locations = permutation(s.n(), random);
            List<Integer> variables = new ArrayList<>();
            for (int i = 0; i < s.n(); i++) {
                for (int a = 0; a < s.n(); a++) {
                    variables.add(to.get(i) * s.n() + locations.get(a));
                }
            }
            return s.withLinear(moved(s.linear(), variables))
                    .withMatrices(movedBoth(s.first(), to), movedBoth(s.second(), locations));
        }
        List<Pair> pairs = s.pairs().stream()
                .map(p -> new Pair(
                        Math.min(to.get(p.u()), to.get(p.v())), Math.max(to.get(p.u()), to.get(p.v())), p.value()))
                .toList();
        List<Row> rows = s.rows().stream()
                .map(r -> new Row(r.type(), r.variables().stream().map(to::get).toList(), r.coefficients(), r.bound()))
                .toList();
        boolean perVariable = s.kind() != Kind.MARKET_SHARE && !s.linear().isEmpty();
        return s.withPairs(pairs)
                .withRows(rows)
                .withLinear(perVariable ? moved(s.linear(), to) : s.linear())
                .withMatrices(s.first().stream().map(r -> moved(r, to)).toList(), s.second());
    }

    private static List<Integer> permutation(int n, SplittableRandom random) {
        List<Integer> to = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        Collections.shuffle(to, new Random(random.nextLong()));
        return to;
    }

    private static List<List<BigDecimal>> movedBoth(List<List<BigDecimal>> matrix, List<Integer> to) {
        return moved(matrix.stream().map(row -> moved(row, to)).toList(), to);
    }

    private static <T> List<T> moved(List<T> values, List<Integer> to) {
        List<T> moved = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            moved.set(to.get(i), values.get(i));
        }
        return moved;
    }

    /** x_i := 1 − x_i. */
    private static Specimen complemented(Specimen s, int i) {
        List<BigDecimal> linear = new ArrayList<>(s.linear());
        BigDecimal constant = s.constant().add(linear.get(i));
        linear.set(i, linear.get(i).negate());
        List<Pair> pairs = new ArrayList<>();
        for (Pair p : s.pairs()) {
            if (p.u() == i || p.v() == i) {
                int j = p.u() == i ? p.v() : p.u();
                linear.set(j, linear.get(j).add(p.value()));
                pairs.add(new Pair(p.u(), p.v(), p.value().negate()));
            } else {
                pairs.add(p);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (Row r : s.rows()) {
            int k = r.variables().indexOf(i);
            if (k < 0) {
                rows.add(r);
                continue;
            }
            List<BigDecimal> w = new ArrayList<>(r.coefficients());
            BigDecimal bound = r.bound().subtract(w.get(k));
            w.set(k, w.get(k).negate());
            boolean equal = r.type() == Type.EQUAL || r.type() == Type.EXACTLY_ONE;
            rows.add(new Row(equal ? Type.EQUAL : Type.AT_MOST, r.variables(), w, bound));
        }
        return s.withConstant(constant).withLinear(linear).withPairs(pairs).withRows(rows);
    }

    private static Specimen withIdleRows(Specimen s, SplittableRandom random) {
        List<Row> rows = new ArrayList<>(s.rows());
        List<Integer> all = IntStream.range(0, s.n()).boxed().toList();
        List<BigDecimal> w = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < s.n(); i++) {
            w.add(BigDecimal.valueOf(random.nextInt(-9, 30), 1));
            sum = sum.add(w.get(i).max(BigDecimal.ZERO));
        }
        rows.add(random.nextInt(rows.size() + 1), new Row(Type.AT_MOST, all, w, sum));
        int i = random.nextInt(s.n());
        rows.add(new Row(Type.AT_MOST, List.of(i), List.of(BigDecimal.ONE), BigDecimal.ONE));
        rows.add(new Row(Type.AT_MOST, List.of(i), List.of(BigDecimal.ONE.negate()), BigDecimal.ZERO));
        return s.withRows(rows);
    }

    /** Some linear rows once more, each times a power of ten. */
    private static Specimen withRowsAgain(Specimen s, SplittableRandom random) {
        List<Row> rows = new ArrayList<>(s.rows());
        for (Row row : s.rows()) {
            if (row.type() != Type.CONFLICT && random.nextBoolean()) {
                int power = random.nextInt(-100, 101);
                rows.add(new Row(
                        row.type() == Type.EQUAL || row.type() == Type.EXACTLY_ONE ? Type.EQUAL : Type.AT_MOST,
                        row.variables(),
                        row.coefficients().stream()
                                .map(w -> w.scaleByPowerOfTen(power))
                                .toList(),
                        row.bound().scaleByPowerOfTen(power)));
            }
        }
        return s.withRows(rows);
    }
}
