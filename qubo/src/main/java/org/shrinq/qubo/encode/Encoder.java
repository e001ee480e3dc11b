package org.shrinq.qubo.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.Dyadic;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.LinearAtMost;
import org.shrinq.qubo.LinearEqual;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.encode.ConstraintPenalty.Certificate;

/**
 * Encodes any {@link BinaryModel} as a minimising QUBO, one rule per constraint type:
 *
 * <ul>
 *   <li>{@link Conflict}, {@link AtMostOne}: λ_uv x_u x_v per pair. With G_u the largest gain of setting x_u, λ_uv &gt;
 *       min(G_u, G_v) is exact when all constraints are of these types: dropping the lesser of two conflicting vertices
 *       never raises the energy. For a unit-weight independent set that is λ &gt; 1.
 *   <li>{@link ExactlyOne}: P (Σ x − 1)². Exact when 2P (assignment structure) or P exceeds the objective of a known
 *       feasible point minus a lower bound of the objective over all x.
 *   <li>{@link LinearEqual}: P (Σ w x − b)² after division by the greatest common divisor; exact as above.
 *   <li>capacity rows: see {@link InequalityEncoding}.
 * </ul>
 *
 * Squares of quadratic forms become quadratic with variables for products ({@link SquaresEncoder}). A full quadratic
 * assignment stays implicit ({@link KroneckerForm}); everything else becomes an explicit {@link Qubo}.
 */
public final class Encoder {
    /** Margin of "tight" weights over the smallest exact one. */
    static final double TIGHT_MARGIN = 1.05;

    /**
     * Margin of "auto" weights over the gain they must outweigh; METHODS: λ = 1.5 kept the optimum where n + 1 did not.
     */
    private static final double AUTO_MARGIN = 1.5;

    /** Significant bits of "tight" weights, few so that sums of penalties are exact. */
    private static final int TIGHT_BITS = 12;

    private final BinaryModel model;
    private final EncodingOptions options;
    private final ObjectiveScale scale;
    private final Optional<Double> range;
    private final List<ConstraintPenalty> penalties = new ArrayList<>();
    /** By how much each weight exceeds what its certificate needs. */
    private final List<Double> margins = new ArrayList<>();

    private final FormRounding rounding;
    private final boolean onlyPacking;
    private final boolean hasSlackFreeRows;

    private Encoder(BinaryModel model, EncodingOptions options) {
        this.model = model;
        this.options = options;
        this.scale = ObjectiveScale.of(model);
        this.rounding = new FormRounding(model);
        this.onlyPacking = model.constraints().stream().allMatch(c -> c instanceof Conflict || c instanceof AtMostOne);
        this.hasSlackFreeRows = options.inequality() != InequalityEncoding.SLACK_BINARY
                && model.constraints().stream().anyMatch(c -> c instanceof LinearAtMost);
        boolean needsRange = options.penalty() instanceof PenaltyPolicy.Tight && !onlyPacking;
        this.range = needsRange
                ? Witness.find(model).map(x -> model.sense().factor() * model.value(x) - scale.lower())
                : Optional.empty();
    }

    /**
     * Encodes the model, its rows in whole numbers ({@link BinaryModel#inWholeNumbers}) where that leaves as many:
     * hints are by row.
     *
     * @throws EncodingException when slack is asked for with data that are not whole numbers, or multipliers are
     *     missing
     */
    public static Encoding encode(BinaryModel model, EncodingOptions options) {
        BinaryModel whole = model.inWholeNumbers();
        boolean sameRows = whole.constraints().size() == model.constraints().size();
        BinaryModel own = sameRows || options.hints().isEmpty() ? whole : model;
        return own.squares().isEmpty() ? new Encoder(own, options).build() : new SquaresEncoder(own, options).encode();
    }

    private Encoding build() {
        Optional<KroneckerForm> assignment = assignmentForm();
        if (assignment.isPresent()) {
            return encodeAssignment(assignment.get());
        }
        List<SlackVariables> slacks = options.inequality() == InequalityEncoding.SLACK_BINARY
                ? SlackPlan.plan(model, model.size())
                : List.of();
        int slackCount = slacks.stream().mapToInt(SlackVariables::count).sum();
        Qubo.Builder b = Qubo.builder(model.size() + slackCount)
                .addForm(model.objective(), model.sense().factor());
        int nextSlack = 0;
        for (int c = 0; c < model.constraints().size(); c++) {
            Constraint constraint = model.constraints().get(c);
            if (constraint instanceof Conflict || constraint instanceof AtMostOne) {
                addPairs(b, constraint);
            } else if (constraint instanceof ExactlyOne || constraint instanceof LinearEqual) {
                addEquality(b, constraint);
            } else if (options.inequality() == InequalityEncoding.SLACK_BINARY) {
                addSlackRow(b, constraint, slacks.get(nextSlack++));
            } else {
                addSlackFreeRow(b, constraint, c);
            }
        }
        Qubo qubo = b.build();
        return new Encoding(model, qubo, slacks, List.of(), new PenaltyReport(surviving(), coefficientRange(qubo)));
    }

    private void report(Constraint c, double weight, double smallestViolation, Certificate certificate, double margin) {
        penalties.add(new ConstraintPenalty(c.name(), weight, smallestViolation, certificate));
        margins.add(margin);
    }

    /** The account of the penalties, in which a proof that rounding can undo is none. */
    private List<ConstraintPenalty> surviving() {
        List<ConstraintPenalty> result = new ArrayList<>();
        for (int c = 0; c < penalties.size(); c++) {
            ConstraintPenalty p = penalties.get(c);
            boolean holds = !p.certificate().isExact() || rounding.survives(margins.get(c));
            result.add(
                    holds
                            ? p
                            : new ConstraintPenalty(
                                    p.constraint(), p.weight(), p.smallestViolation(), Certificate.HEURISTIC));
        }
        return result;
    }

    // ---- pairs ------------------------------------------------------------------------------------------------

    private void addPairs(Qubo.Builder b, Constraint c) {
        double largest = 0;
        boolean exact = onlyPacking;
        double margin = Double.POSITIVE_INFINITY;
        for (int p = 0; p < c.arity(); p++) {
            for (int q = p + 1; q < c.arity(); q++) {
                int u = c.variable(p);
                int v = c.variable(q);
                double needed = Math.min(scale.gain()[u], scale.gain()[v]);
                double weight = pairWeight(needed);
                exact &= weight > needed;
                margin = Math.min(margin, weight - needed);
                rounding.addPair(weight);
                largest = Math.max(largest, weight);
                b.add(u, v, weight);
            }
        }
        report(c, largest, 1, exact ? Certificate.MINIMIZER : Certificate.HEURISTIC, margin);
    }

    private double pairWeight(double needed) {
        if (options.penalty() instanceof PenaltyPolicy.Fixed f) {
            return f.weight();
        }
        if (options.penalty() instanceof PenaltyPolicy.Tight) {
            return tight(needed > 0 ? TIGHT_MARGIN * needed : (TIGHT_MARGIN - 1) * scale.typical());
        }
        return needed > 0 ? AUTO_MARGIN * needed : (AUTO_MARGIN - 1) * scale.typical();
    }

    // ---- equalities -------------------------------------------------------------------------------------------

    private void addEquality(Qubo.Builder b, Constraint c) {
        double unit = Rows.unit(c);
        int[] variables = Rows.variables(c);
        double[] coefficients = Rows.coefficients(c, unit);
        double weight = equalityWeight(c, coefficients, 1);
        b.addSquare(weight, variables, coefficients, -c.bound() / unit);
        rounding.addSquare(weight, coefficients, c.bound() / unit);
        report(c, weight, Rows.isIntegral(c) ? unit : 0, certificate(weight, 1, Rows.isIntegral(c)), margin(weight, 1));
    }

    private double equalityWeight(Constraint c, double[] coefficients, int brokenTogether) {
        if (options.penalty() instanceof PenaltyPolicy.Fixed f) {
            return f.weight();
        }
        if (range.isPresent() && Rows.isIntegral(c)) {
            return tight(Math.max(TIGHT_MARGIN * range.get() / brokenTogether, 1e-3 * scale.typical()));
        }
        double meanSquare = 0;
        for (double w : coefficients) {
            meanSquare += w * w / coefficients.length;
        }
        double pull = scale.maxPull(c);
        return (pull > 0 ? pull : scale.typical()) / Math.max(meanSquare, Double.MIN_NORMAL);
    }

    /**
     * Exact when the least penalty of any violation exceeds the range between a feasible point and the lower bound,
     * provided that no other penalty is negative anywhere or positive at that point, which slack-free rows can be.
     */
    private Certificate certificate(double weight, int brokenTogether, boolean integral) {
        return integral && !hasSlackFreeRows && range.isPresent() && weight * brokenTogether > range.get()
                ? Certificate.MINIMIZER
                : Certificate.HEURISTIC;
    }

    private double margin(double weight, int brokenTogether) {
        return range.isPresent() ? weight * brokenTogether - range.get() : 0;
    }

    static double tight(double weight) {
        return Dyadic.roundedUp(weight, TIGHT_BITS);
    }

    // ---- capacity rows ----------------------------------------------------------------------------------------

    private void addSlackRow(Qubo.Builder b, Constraint c, SlackVariables slack) {
        int n = c.arity();
        int[] variables = new int[n + slack.count()];
        double[] coefficients = new double[variables.length];
        double meanWeight = 0;
        for (int k = 0; k < n; k++) {
            variables[k] = c.variable(k);
            coefficients[k] = c.coefficient(k) / slack.unit();
            meanWeight += Math.abs(coefficients[k]) / n;
        }
        for (int s = 0; s < slack.count(); s++) {
            variables[n + s] = slack.first() + s;
            coefficients[n + s] = slack.coefficient(s);
        }
        double needed = Math.max(scale.maxGain(c), 1e-3 * scale.typical());
        double weight;
        if (options.penalty() instanceof PenaltyPolicy.Fixed f) {
            weight = f.weight();
        } else if (options.penalty() instanceof PenaltyPolicy.Tight) {
            weight = tight(TIGHT_MARGIN * needed);
        } else {
            weight = AUTO_MARGIN * needed / Math.max(1, meanWeight);
        }
        b.addSquare(weight, variables, coefficients, -Math.floor(c.bound() / slack.unit()));
        // Dropping one item of an overfull row lowers the squared excess by at least 1, so weight > max gain is exact
        // when nothing but capacity rows with weights ≥ 0 constrains. A row that not even x = 0 satisfies has no exact
        // weight.
        boolean exact = weight > scale.maxGain(c) && c.bound() >= 0 && Rows.isKnapsack(model);
        rounding.addSquare(weight, coefficients, Math.floor(c.bound() / slack.unit()));
        report(
                c,
                weight,
                slack.unit(),
                exact ? Certificate.MINIMIZER : Certificate.HEURISTIC,
                weight - scale.maxGain(c));
    }

    private void addSlackFreeRow(Qubo.Builder b, Constraint c, int index) {
        Optional<LinearHints> hints =
                options.inequality() == InequalityEncoding.UNBALANCED ? Optional.empty() : options.hints();
        if (options.inequality() == InequalityEncoding.LAGRANGIAN && hints.isEmpty()) {
            throw new EncodingException("the lagrangian encoding needs the multipliers of a relaxation. "
                    + "Maybe use unbalanced, which needs none.");
        }
        int[] variables = Rows.variables(c);
        double size = Rows.size(c);
        double mu = options.penalty() instanceof PenaltyPolicy.Fixed f ? f.weight() : 1;
        double weight = mu * objectiveMagnitude();
        double[] relative = new double[variables.length];
        for (int k = 0; k < relative.length; k++) {
            relative[k] = c.coefficient(k) / size;
        }
        if (hints.isPresent()) {
            double multiplier = Math.max(0, hints.get().multipliers()[index]);
            double target = Math.min(hints.get().activities()[index], c.bound());
            for (int k = 0; k < variables.length; k++) {
                b.addLinear(variables[k], multiplier * c.coefficient(k));
            }
            b.addOffset(-multiplier * target);
            b.addSquare(weight, variables, relative, -target / size);
        } else {
            // g = (c − w·x)/size; −a g + g²
            double a = options.unbalancedLinear();
            for (int k = 0; k < variables.length; k++) {
                b.addLinear(variables[k], weight * a * relative[k]);
            }
            b.addOffset(-weight * a * c.bound() / size);
            b.addSquare(weight, variables, relative, -c.bound() / size);
        }
        report(c, weight, Rows.isIntegral(c) ? Rows.unit(c) : 0, Certificate.HEURISTIC, 0);
    }

    /** Half of Σ pull: about the size of the objective of a half-full solution. */
    private double objectiveMagnitude() {
        return Math.max(scale.typical() * model.size() / 2, Double.MIN_NORMAL);
    }

    // ---- quadratic assignment ---------------------------------------------------------------------------------

    /** The implicit form when the model is a full assignment: n row groups, then n column groups, in order. */
    private Optional<KroneckerForm> assignmentForm() {
        if (!(model.objective() instanceof KroneckerForm form)
                || model.constraints().size() != 2 * form.order()
                || model.sense().factor() < 0) {
            return Optional.empty();
        }
        int n = form.order();
        for (int g = 0; g < 2 * n; g++) {
            if (!(model.constraints().get(g) instanceof ExactlyOne group) || group.arity() != n) {
                return Optional.empty();
            }
            for (int k = 0; k < n; k++) {
                int expected = g < n ? g * n + k : k * n + (g - n);
                if (group.variable(k) != expected) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(form);
    }

    private Encoding encodeAssignment(KroneckerForm form) {
        int n = form.order();
        double[] rows = new double[n];
        double[] columns = new double[n];
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        for (int g = 0; g < 2 * n; g++) {
            Constraint group = model.constraints().get(g);
            // A wrong row or column never comes alone: the ones of all rows and of all columns are equally many.
            double weight = equalityWeight(group, ones, 2);
            (g < n ? rows : columns)[g % n] = weight;
            rounding.addSquare(weight, ones, 1);
            report(group, weight, 1, certificate(weight, 2, true), margin(weight, 2));
        }
        KroneckerForm penalised = form.withPenalties(rows, columns);
        return new Encoding(
                model, penalised, List.of(), List.of(), new PenaltyReport(surviving(), assignmentRange(penalised)));
    }

    static double coefficientRange(QuadraticForm f) {
        double[] minMax = {Double.POSITIVE_INFINITY, 0};
        for (int i = 0; i < f.size(); i++) {
            account(minMax, f.linear(i));
        }
        f.forEachCoupling((i, j, c) -> account(minMax, c));
        return minMax[1] == 0 ? 1 : minMax[1] / minMax[0];
    }

    /** The range over linear terms, penalties and the products of extreme flows and distances; O(n²). */
    private static double assignmentRange(KroneckerForm f) {
        int n = f.order();
        double[] all = {Double.POSITIVE_INFINITY, 0};
        double[] flow = {Double.POSITIVE_INFINITY, 0};
        double[] distance = {Double.POSITIVE_INFINITY, 0};
        for (int i = 0; i < n; i++) {
            account(all, 2 * f.rowPenalty(i));
            account(all, 2 * f.columnPenalty(i));
            for (int j = 0; j < n; j++) {
                account(all, f.linear(i * n + j));
                account(flow, f.flow(i, j));
                account(distance, f.distance(i, j));
            }
        }
        if (flow[1] > 0 && distance[1] > 0) {
            account(all, flow[0] * distance[0]);
            account(all, 2 * flow[1] * distance[1]);
        }
        return all[1] == 0 ? 1 : all[1] / all[0];
    }

    private static void account(double[] minMax, double value) {
        double size = Math.abs(value);
        if (size > 0) {
            minMax[0] = Math.min(minMax[0], size);
            minMax[1] = Math.max(minMax[1], size);
        }
    }
}
