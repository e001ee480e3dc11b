package org.shrinq.instances;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.QuadraticAssignment;

/**
 * Solutions in JSON: a result file with {@code solution} and {@code objective}, that solution object alone, or an array of bits.
 * Of {@code x}, {@code permutation} and {@code selected} the first that is there counts.
 */
final class JsonSolution {
    private final Problem problem;
    private double @Nullable [] bits;
    private double @Nullable [] permutation;
    private double @Nullable [] selected;
    private OptionalDouble claimed = OptionalDouble.empty();

    private JsonSolution(Problem problem) {
        this.problem = problem;
    }

    static SolutionFile read(Text text, Problem problem) {
        JsonSolution solution = new JsonSolution(problem);
        if (new Tokens(text).peek() == '[') {
            Json.value(text, json -> solution.bits = json.numbers("an array of bits"));
        } else {
            Json.object(text, json -> name -> solution.field(json, name));
        }
        Bits x = solution.x(text.file());
        return new SolutionFile(x, SolutionForm.JSON, solution.claimed, List.of());
    }

    private void field(Json json, String name) {
        switch (name) {
            case "solution" -> json.objectOrNull(inner -> field(json, inner));
            case "x" -> bits = json.numbersOrNull("an array of bits");
            case "permutation" -> permutation = json.numbersOrNull("an array of locations");
            case "selected" -> selected = json.numbersOrNull("an array of variables");
            case "objective" -> {
                double[] value = json.numberOrNull("the objective");
                claimed = value.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(value[0]);
            }
            default -> json.skip();
        }
    }

    private Bits x(String file) {
        if (bits != null) {
            int[] values = whole(file, bits, "bits", problem.size(), 0, 1);
            byte[] x = new byte[values.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) values[i];
            }
            return Bits.of(x);
        }
        if (permutation != null && problem instanceof QuadraticAssignment qap) {
            int n = qap.order();
            return Bits.of(assignment(file, qap, whole(file, permutation, "locations", n, 1, n)));
        }
        if (selected != null) {
            byte[] x = new byte[problem.size()];
            for (double v : selected) {
                if (v != Math.rint(v) || v < 1 || v > x.length) {
                    throw invalid(file, "expected variables between 1 and " + x.length + ", found " + TextSink.text(v));
                }
                x[(int) v - 1] = 1;
            }
            return Bits.of(x);
        }
        throw invalid(file, "expected a solution with \"x\", \"permutation\" or \"selected\", found none");
    }

    private static byte[] assignment(String file, QuadraticAssignment qap, int[] locations) {
        int[] at = new int[locations.length];
        boolean[] taken = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = locations[i] - 1;
            if (taken[at[i]]) {
                throw invalid(file, "expected every location once, found " + (at[i] + 1) + " twice");
            }
            taken[at[i]] = true;
        }
        return qap.assignment(at);
    }

    private static int[] whole(String file, double[] values, String what, int count, int least, int most) {
        if (values.length != count) {
            throw invalid(file, "expected " + count + " " + what + ", found " + values.length);
        }
        int[] whole = new int[count];
        for (int i = 0; i < count; i++) {
            if (values[i] != Math.rint(values[i]) || values[i] < least || values[i] > most) {
                throw invalid(
                        file,
                        "expected " + what + " between " + least + " and " + most + ", found "
                                + TextSink.text(values[i]));
            }
            whole[i] = (int) values[i];
        }
        return whole;
    }

    private static InstanceException invalid(String file, String detail) {
        return InstanceException.of(
                InstanceException.Reason.INVALID, file, detail, "Maybe it solves another instance.");
    }
}
