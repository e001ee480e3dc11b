package org.shrinq.qubo.encode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.encode.ConstraintPenalty.Certificate;

/**
 * Encodes a sum of squares of quadratic forms q_k, which has products of up to four variables: every product x_i x_j of
 * a form becomes a {@link ProductVariable} y_ij, all forms linear in x and y, and their squares quadratic. With product
 * variables as they should be the energy is the objective.
 *
 * <p>Setting y_ij wrong changes a form by ±c, its coefficient there, and lowers the objective by at most Σ_k 2|c|B_k −
 * c², where |q_k| ≤ B_k. "auto" weights take the range of q_k over x for B_k, which outweighs any one wrong product;
 * "tight" ones the range over x and y, which outweighs them all, so that every minimiser is right.
 */
final class SquaresEncoder {
    /** More couplings than a Java of common size holds. */
    private static final double MOST_COUPLINGS = 5e7;

    private final BinaryModel model;
    private final EncodingOptions options;
    private final Map<Long, ProductVariable> products = new LinkedHashMap<>();
    private final Map<Long, Double> needed = new LinkedHashMap<>();

    SquaresEncoder(BinaryModel model, EncodingOptions options) {
        this.model = model;
        this.options = options;
    }

    /** What squares of linear forms with as many terms come to. */
    static double couplings(BinaryModel model) {
        double sum = 0;
        for (Qubo q : model.squares()) {
            double terms = q.couplings() + Math.min(q.size(), 2.0 * q.couplings());
            sum += q.couplings() == 0 ? 0.5 * q.size() * q.size() : terms * terms / 2;
        }
        return sum;
    }

    Encoding encode() {
        double couplings = couplings(model);
        if (couplings > MOST_COUPLINGS) {
            throw new EncodingException("the QUBO would have about " + (long) couplings
                    + " couplings. Maybe use --method tabu, which searches without one.");
        }
        for (Qubo q : model.squares()) {
            double bound = options.penalty() instanceof PenaltyPolicy.Tight ? rangeWithProducts(q) : range(q);
            q.forEachCoupling((i, j, c) -> {
                long key = key(i, j);
                products.computeIfAbsent(key, k -> new ProductVariable(model.size() + products.size(), i, j));
                double gain = 2 * Math.abs(c) * bound - c * c;
                needed.merge(key, Math.max(gain, c * c / 4), Double::sum);
            });
        }
        int sign = model.sense().factor();
        Qubo.Builder b = Qubo.builder(model.size() + products.size()).addForm(model.objective(), sign);
        model.squares().forEach(q -> addSquare(b, sign, q));
        List<ConstraintPenalty> penalties = new ArrayList<>();
        products.forEach((key, y) -> penalties.add(addPenalty(b, y, needed.getOrDefault(key, 0.0))));
        Qubo qubo = b.build();
        return new Encoding(
                model,
                qubo,
                List.of(),
                List.copyOf(products.values()),
                new PenaltyReport(penalties, Encoder.coefficientRange(qubo)));
    }

    private long key(int i, int j) {
        return (long) i * model.size() + j;
    }

    private void addSquare(Qubo.Builder b, int sign, Qubo q) {
        int[] variables = new int[q.size() + (int) q.couplings()];
        double[] coefficients = new double[variables.length];
        int[] count = {0};
        for (int i = 0; i < q.size(); i++) {
            if (q.linear(i) != 0) {
                variables[count[0]] = i;
                coefficients[count[0]++] = q.linear(i);
            }
        }
        q.forEachCoupling((i, j, c) -> {
            ProductVariable y = products.get(key(i, j));
            if (y != null) {
                variables[count[0]] = y.index();
                coefficients[count[0]++] = c;
            }
        });
        b.addSquare(
                sign,
                java.util.Arrays.copyOf(variables, count[0]),
                java.util.Arrays.copyOf(coefficients, count[0]),
                q.offset());
    }

    private ConstraintPenalty addPenalty(Qubo.Builder b, ProductVariable y, double gain) {
        double weight = options.penalty() instanceof PenaltyPolicy.Fixed f ? f.weight() : gain;
        if (options.penalty() instanceof PenaltyPolicy.Tight) {
            weight = Encoder.tight(Encoder.TIGHT_MARGIN * gain);
        }
        b.add(y.first(), y.second(), weight)
                .add(y.first(), y.index(), -2 * weight)
                .add(y.second(), y.index(), -2 * weight)
                .addLinear(y.index(), 3 * weight);
        boolean exact = options.penalty() instanceof PenaltyPolicy.Tight && weight > gain;
        return new ConstraintPenalty(
                "product of " + (y.first() + 1) + " and " + (y.second() + 1),
                weight,
                1,
                exact ? Certificate.MINIMIZER : Certificate.HEURISTIC);
    }

    /** |q| ≤ |offset| + Σ|h| + Σ|J| in the spins. */
    private static double range(Qubo q) {
        Ising spins = q.toIsing();
        double[] sum = {Math.abs(spins.offset())};
        for (int i = 0; i < spins.size(); i++) {
            sum[0] += Math.abs(spins.linear(i));
        }
        spins.forEachCoupling((i, j, c) -> sum[0] += Math.abs(c));
        return sum[0];
    }

    /** The same where products need not be those of their factors. */
    private static double rangeWithProducts(Qubo q) {
        double[] range = {q.offset(), q.offset()};
        for (int i = 0; i < q.size(); i++) {
            range[0] += Math.min(0, q.linear(i));
            range[1] += Math.max(0, q.linear(i));
        }
        q.forEachCoupling((i, j, c) -> {
            range[0] += Math.min(0, c);
            range[1] += Math.max(0, c);
        });
        return Math.max(Math.abs(range[0]), Math.abs(range[1]));
    }
}
