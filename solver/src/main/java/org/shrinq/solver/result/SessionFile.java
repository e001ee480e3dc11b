package org.shrinq.solver.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.instances.Instance;
import org.shrinq.instances.ReadOptions;
import org.shrinq.qubo.Bits;
import org.shrinq.shrink.Elimination;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.session.DeviceSession;
import org.shrinq.solver.session.SessionState;
import org.shrinq.solver.session.SessionStep;

/**
 * A {@link DeviceSession} as one JSON file: instance, settings, and of every circuit its angles and counts; what
 * followed from them is written besides.
 */
public final class SessionFile {
    /** The {@code kind} of such a file. */
    public static final String KIND = "device-session";

    private SessionFile() {}

    /** The content of a new session's file, without circuits. */
    public static ObjectNode of(Instance instance, ReadOptions read, SolverOptions options) {
        ObjectNode root = ResultJson.head(KIND, instance, read, options);
        root.putArray("circuits");
        root.put("finished", false);
        return root;
    }

    /** The same file with the circuits of a session and what followed from them. */
    public static ObjectNode with(ObjectNode file, DeviceSession session, SessionState state) {
        ObjectNode root = file.deepCopy();
        ArrayNode circuits = root.putArray("circuits");
        for (int k = 0; k < session.steps().size(); k++) {
            SessionStep step = session.steps().get(k);
            ObjectNode node = circuits.addObject();
            step.gamma().forEach(node.putArray("gamma")::add);
            step.beta().forEach(node.putArray("beta")::add);
            step.measured().forEach(node.putArray("measured")::add);
            if (k < state.taken().size()) {
                node.put("readout_zero", step.zeroAsOne()).put("readout_one", step.oneAsZero());
                ObjectNode counts = node.putObject("counts");
                step.counts().forEach((x, count) -> counts.put(x.toString(), count));
                ArrayNode steps = node.putArray("steps");
                state.taken().get(k).steps().forEach(u -> steps.add(entry(u)));
            }
        }
        root.put("finished", state.isFinished());
        return root;
    }

    private static ObjectNode entry(SessionState.Used used) {
        Elimination e = used.elimination();
        ObjectNode node = (ObjectNode) ResultJson.tree(ShrinkLog.entry(e));
        if (!Double.isNaN(used.simulated())) {
            node.put("simulated", used.simulated());
        }
        return node;
    }

    /**
     * The circuits that a file holds, in order.
     *
     * @throws IllegalArgumentException when it is damaged
     */
    public static List<SessionStep> steps(JsonNode file) {
        List<SessionStep> steps = new ArrayList<>();
        for (JsonNode node : file.path("circuits")) {
            Map<Bits, Long> counts = new LinkedHashMap<>();
            node.path("counts")
                    .properties()
                    .forEach(
                            e -> counts.put(Bits.parse(e.getKey()), e.getValue().asLong()));
            List<Integer> measured = new ArrayList<>();
            node.path("measured").forEach(q -> measured.add(q.asInt()));
            List<Double> gamma = numbers(node.path("gamma"));
            List<Double> beta = numbers(node.path("beta"));
            if (gamma.isEmpty() || gamma.size() != beta.size()) {
                throw new IllegalArgumentException("circuit " + (steps.size() + 1) + " is damaged");
            }
            steps.add(new SessionStep(
                    gamma,
                    beta,
                    measured,
                    counts,
                    node.path("readout_zero").asDouble(),
                    node.path("readout_one").asDouble()));
        }
        return steps;
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(v -> numbers.add(v.asDouble()));
        return numbers;
    }

    /**
     * Where what a file says has followed differs from what follows now; empty when the session replays.
     *
     * @param again the file as this version writes it
     */
    public static List<String> differences(JsonNode recorded, JsonNode again) {
        return Replay.differences(recorded, again);
    }
}
