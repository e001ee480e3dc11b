package org.shrinq.shrink.guard;

import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Propagator;

/**
 * How much of the constraints' room a tentative assignment uses up, in [0, 1]: the largest share lost / candidates
 * before of a one-hot group that lost candidates without getting its 1. Capacity rows do not count: an optimum fills
 * them, and steps that were put off because they fill a row cost more optima of knapsacks than they saved
 * (docs/shrinking.md).
 */
final class RiskMeter {
    private final Constraint[] rows;
    private final int[] occurrenceStart;
    private final int[] occurrence;
    private final int[] rowStamp;
    private final int[] variableStamp;
    private int stamp;

    RiskMeter(BinaryModel model) {
        rows = model.constraints().stream().filter(RiskMeter::counts).toArray(Constraint[]::new);
        occurrenceStart = new int[model.size() + 1];
        for (Constraint c : rows) {
            for (int k = 0; k < c.arity(); k++) {
                occurrenceStart[c.variable(k) + 1]++;
            }
        }
        for (int v = 0; v < model.size(); v++) {
            occurrenceStart[v + 1] += occurrenceStart[v];
        }
        occurrence = new int[occurrenceStart[model.size()]];
        int[] cursor = occurrenceStart.clone();
        for (int r = 0; r < rows.length; r++) {
            for (int k = 0; k < rows[r].arity(); k++) {
                occurrence[cursor[rows[r].variable(k)]++] = r;
            }
        }
        rowStamp = new int[rows.length];
        variableStamp = new int[model.size()];
    }

    private static boolean counts(Constraint c) {
        return c instanceof ExactlyOne;
    }

    /** Risk of everything assigned since {@code mark}. */
    double since(Propagator p, int mark) {
        if (rows.length == 0) {
            return 0;
        }
        stamp++;
        for (int k = mark; k < p.assigned(); k++) {
            variableStamp[p.trail(k)] = stamp;
        }
        double risk = 0;
        for (int k = mark; k < p.assigned(); k++) {
            int v = p.trail(k);
            for (int o = occurrenceStart[v]; o < occurrenceStart[v + 1]; o++) {
                int r = occurrence[o];
                if (rowStamp[r] != stamp) {
                    rowStamp[r] = stamp;
                    risk = Math.max(risk, lostShare(p, rows[r]));
                }
            }
        }
        return Math.min(1, risk);
    }

    private double lostShare(Propagator p, Constraint group) {
        int lost = 0;
        int open = 0;
        for (int k = 0; k < group.arity(); k++) {
            int v = group.variable(k);
            int value = p.value(v);
            if (value == 1) {
                return 0;
            }
            if (value < 0) {
                open++;
            } else if (variableStamp[v] == stamp) {
                lost++;
            }
        }
        return lost == 0 ? 0 : (double) lost / (lost + open);
    }
}
