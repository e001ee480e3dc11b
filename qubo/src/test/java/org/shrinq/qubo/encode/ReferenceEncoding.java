package org.shrinq.qubo.encode;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Cases;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.LinearAtMost;

/**
 * The energy of an encoding by its definition: ±objective plus one penalty per constraint, each written as the formula
 * says and evaluated on x, with weights taken from the report (equalities, rows) or from brute-force gains (pairs).
 */
final class ReferenceEncoding {
    private final BinaryModel model;
    private final Encoding encoding;
    private final EncodingOptions options;
    private final double[] gain;
    private final double typical;
    private final double[] divisor;

    ReferenceEncoding(Encoding encoding, EncodingOptions options) {
        this.model = encoding.model();
        this.encoding = encoding;
        this.options = options;
        this.gain = bruteForceGain(model);
        this.typical = ObjectiveScale.of(model).typical();
        this.divisor = model.constraints().stream()
                .mapToDouble(ReferenceEncoding::divisor)
                .toArray();
    }

    /** Largest decrease of the minimised objective by setting x_v to 1, over all x; 0 when it never decreases. */
    static double[] bruteForceGain(BinaryModel model) {
        double[] gain = new double[model.size()];
        Cases.forEachState(model.size(), x -> {
            for (int v = 0; v < x.length; v++) {
                if (x[v] == 0) {
                    double before = minimised(model, x);
                    x[v] = 1;
                    gain[v] = Math.max(gain[v], before - minimised(model, x));
                    x[v] = 0;
                }
            }
        });
        return gain;
    }

    static double minimised(BinaryModel model, byte[] x) {
        return model.sense().factor() * model.value(x);
    }

    /** The energy of a state of the QUBO, model variables first. */
    double energy(byte[] state) {
        double sum = minimised(model, java.util.Arrays.copyOf(state, model.size()));
        int row = 0;
        for (int c = 0; c < model.constraints().size(); c++) {
            Constraint constraint = model.constraints().get(c);
            double weight = encoding.report().penalties().get(c).weight();
            double activity = constraint.activity(state);
            if (constraint instanceof Conflict || constraint instanceof AtMostOne) {
                sum += pairs(constraint, state);
            } else if (constraint.isEquality()) {
                double miss = (activity - constraint.bound()) / divisor[c];
                sum += weight * miss * miss;
            } else if (options.inequality() == InequalityEncoding.SLACK_BINARY) {
                SlackVariables slack = encoding.slacks().get(row++);
                double used = activity / divisor[c];
                for (int b = 0; b < slack.count(); b++) {
                    used += slack.coefficients()[b] * state[slack.first() + b];
                }
                double miss = used - Math.floor(constraint.bound() / divisor[c]);
                sum += weight * miss * miss;
            } else {
                sum += slackFree(constraint, c, activity, weight);
            }
        }
        return sum;
    }

    private double pairs(Constraint c, byte[] x) {
        double sum = 0;
        for (int p = 0; p < c.arity(); p++) {
            for (int q = p + 1; q < c.arity(); q++) {
                sum += pairWeight(c.variable(p), c.variable(q)) * x[c.variable(p)] * x[c.variable(q)];
            }
        }
        return sum;
    }

    double pairWeight(int u, int v) {
        if (options.penalty() instanceof PenaltyPolicy.Fixed f) {
            return f.weight();
        }
        double needed = Math.min(gain[u], gain[v]);
        boolean tight = options.penalty() instanceof PenaltyPolicy.Tight;
        if (!tight) {
            return needed == 0 ? 0.5 * typical : 1.5 * needed;
        }
        return twelveBits(needed == 0 ? (1.05 - 1) * typical : 1.05 * needed);
    }

    /** The next number up with twelve significant bits. */
    static double twelveBits(double weight) {
        double step = 1;
        while (weight / step >= 4096) {
            step *= 2;
        }
        while (weight / step < 2048) {
            step /= 2;
        }
        return Math.ceil(weight / step) * step;
    }

    private double slackFree(Constraint c, int index, double activity, double weight) {
        double size = Math.abs(c.bound());
        if (size == 0) {
            for (int k = 0; k < c.arity(); k++) {
                size += Math.abs(c.coefficient(k)) / 2;
            }
            size = Math.max(1, size);
        }
        if (options.inequality() == InequalityEncoding.UNBALANCED
                || options.hints().isEmpty()) {
            double g = (c.bound() - activity) / size;
            return weight * (-options.unbalancedLinear() * g + g * g);
        }
        double multiplier = Math.max(0, options.hints().get().multipliers()[index]);
        double target = Math.min(c.bound(), options.hints().get().activities()[index]);
        double miss = (activity - target) / size;
        return multiplier * (activity - target) + weight * miss * miss;
    }

    /** The greatest whole number that divides all coefficients (and the bound of an equality), by trial. */
    static double divisor(Constraint c) {
        for (double d = 64; d > 1; d--) {
            boolean divides = !c.isEquality() || c.bound() % d == 0;
            boolean any = c.isEquality() && c.bound() != 0;
            for (int k = 0; k < c.arity(); k++) {
                divides &= c.coefficient(k) % d == 0;
                any = true;
            }
            if (divides && any) {
                return d;
            }
        }
        return 1;
    }

    /** All states of lowest energy, up to rounding. */
    static List<byte[]> minimisers(Encoding encoding) {
        double[] best = {Double.POSITIVE_INFINITY};
        Cases.forEachState(
                encoding.form().size(),
                s -> best[0] = Math.min(best[0], encoding.form().energy(s)));
        List<byte[]> list = new ArrayList<>();
        double tolerance = 1e-9 * Math.max(1, Math.abs(best[0]));
        Cases.forEachState(encoding.form().size(), s -> {
            if (encoding.form().energy(s) <= best[0] + tolerance) {
                list.add(s.clone());
            }
        });
        return list;
    }

    static int capacityRows(BinaryModel model) {
        return (int) model.constraints().stream()
                .filter(c -> c instanceof LinearAtMost)
                .count();
    }
}
