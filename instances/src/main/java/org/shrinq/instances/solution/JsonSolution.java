package org.shrinq.instances.solution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.family.Placement;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.Problem;

/**
 * Solutions in JSON: a result file with {@code solution}, {@code objective} and other claims, that solution object
 * alone, or an array of bits. Of {@code x}, {@code permutation} and {@code selected} those that are there must agree.
 */
final class JsonSolution {
    private final Problem problem;
    private double @Nullable [] bits;
    private double @Nullable [] permutation;
    private double @Nullable [] selected;
    private OptionalDouble objective = OptionalDouble.empty();
    private OptionalDouble bound = OptionalDouble.empty();
    private Optional<String> status = Optional.empty();
    private Optional<Boolean> feasible = Optional.empty();
    private Optional<String> sha256 = Optional.empty();

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
        SolutionFile.Claims claims = new SolutionFile.Claims(
                solution.objective, solution.bound, solution.status, solution.feasible, solution.sha256);
        return new SolutionFile(x, SolutionForm.JSON, claims, List.of());
    }

    private void field(Json json, String name) {
        switch (name) {
            case "solution" -> json.objectOrNull(inner -> solution(json, inner));
            case "instance" ->
                json.objectOrNull(inner -> {
                    if (inner.equals("sha256")) {
                        sha256 = Optional.of(json.string("a digest"));
                    } else {
                        json.skip();
                    }
                });
            case "objective" -> objective = number(json, "the objective");
            case "bound" -> bound = number(json, "the bound");
            case "status" -> status = Optional.of(json.string("a status"));
            case "feasible" -> feasible = Optional.of(json.truth("true or false"));
            default -> solution(json, name);
        }
    }

    private void solution(Json json, String name) {
        switch (name) {
            case "x" -> bits = json.numbersOrNull("an array of bits");
            case "permutation" -> permutation = json.numbersOrNull("an array of locations");
            case "selected" -> selected = json.numbersOrNull("an array of variables");
            default -> json.skip();
        }
    }

    private static OptionalDouble number(Json json, String expected) {
        double[] value = json.numberOrNull(expected);
        return value.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(value[0]);
    }

    private Bits x(String file) {
        byte[] x = new byte[0];
        String first = "";
        if (bits != null) {
            x = bits(file, bits);
            first = "x";
        }
        Optional<Placement> placement = FileFamilies.placement(problem);
        if (permutation != null && placement.isPresent()) {
            x = agreed(file, first, x, "permutation", placed(file, placement.get(), permutation));
            first = first.isEmpty() ? "permutation" : first;
        }
        if (selected != null) {
            x = agreed(file, first, x, "selected", chosen(file, selected));
            first = first.isEmpty() ? "selected" : first;
        }
        if (first.isEmpty()) {
            throw status.isPresent()
                    ? InstanceException.of(
                            InstanceException.Reason.INVALID,
                            file,
                            "there is no solution in it, its status is " + status.get(),
                            "")
                    : invalid(file, "expected a solution with \"x\", \"permutation\" or \"selected\", found none");
        }
        return Bits.of(x);
    }

    /** The second, when it is the same as the first or there is no first. */
    private static byte[] agreed(String file, String first, byte[] x, String second, byte[] y) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] != y[i]) {
                throw InstanceException.of(
                        InstanceException.Reason.INVALID,
                        file,
                        "variable " + (i + 1) + " is " + x[i] + " in \"" + first + "\" and " + y[i] + " in \"" + second
                                + "\"",
                        "Maybe the file was edited.");
            }
        }
        return y;
    }

    private byte[] bits(String file, double[] values) {
        int[] whole = whole(file, values, "bits", problem.size(), 0, 1);
        byte[] x = new byte[whole.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (byte) whole[i];
        }
        return x;
    }

    /** Locations may repeat: that is for the verification to say. */
    private static byte[] placed(String file, Placement placement, double[] locations) {
        int n = placement.order();
        int[] at = whole(file, locations, "locations", n, 1, n);
        Arrays.setAll(at, i -> at[i] - 1);
        return placement.bits(at);
    }

    private byte[] chosen(String file, double[] variables) {
        byte[] x = new byte[problem.size()];
        for (double v : variables) {
            if (v != Math.rint(v) || v < 1 || v > x.length) {
                throw invalid(file, "expected variables between 1 and " + x.length + ", found " + TextSink.text(v));
            }
            if (x[(int) v - 1] != 0) {
                throw invalid(file, "expected every variable once, found " + TextSink.text(v) + " twice");
            }
            x[(int) v - 1] = 1;
        }
        return x;
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
