package org.shrinq.solver.config;

import static org.shrinq.solver.config.Setting.Kind.VALUE;
import static org.shrinq.solver.config.Setting.Scope.CIRCUIT;
import static org.shrinq.solver.config.Setting.Scope.FORECAST;
import static org.shrinq.solver.config.Setting.Scope.MEASUREMENT;
import static org.shrinq.solver.config.Setting.Scope.METHOD;
import static org.shrinq.solver.config.Setting.Scope.SHRINKING;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumOptions.Option;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.registry.Backends;
import org.shrinq.solver.Method;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.TrainingTarget;

/** What searches the small problem, and how a circuit is trained and sampled. */
final class MethodSettings {
    /** What the words of the flag choose. */
    private static final Map<String, UnaryOperator<QuantumOptions>> EXECUTIONS = executions();

    private MethodSettings() {}

    static List<Setting> list() {
        return List.of(
                new Setting(
                        "method",
                        List.of(),
                        VALUE,
                        Set.of(METHOD),
                        "NAME",
                        "What searches: " + String.join(", ", Method.ids()) + ".",
                        SolverOptions::methodId,
                        (o, v) -> o.withMethod(Values.oneOf(v, Arrays.asList(Method.values()), Method::id))),
                new Setting(
                        "qubits",
                        List.of(),
                        VALUE,
                        Set.of(SHRINKING, FORECAST),
                        "K",
                        "Qubit budget: most variables that shrinking leaves.",
                        o -> Integer.toString(o.qubits()),
                        (o, v) -> o.withQubits(Values.integer(v))),
                new Setting(
                        "later-qubits",
                        List.of(),
                        VALUE,
                        Set.of(SHRINKING),
                        "K|same",
                        "Qubit budget of rounds after the first.",
                        o -> o.laterQubits().isPresent()
                                ? Integer.toString(o.laterQubits().getAsInt())
                                : "same",
                        (o, v) -> o.withLaterQubits(
                                v.equals("same") ? OptionalInt.empty() : OptionalInt.of(Values.integer(v)))),
                quantum(
                        "layers",
                        List.of("p", "reps"),
                        Set.of(CIRCUIT, FORECAST),
                        Option.LAYERS,
                        "N",
                        "Layers of the circuit.",
                        q -> Integer.toString(q.layers()),
                        (q, v) -> q.withLayers(Values.integer(v))),
                new Setting(
                        "objective",
                        List.of(),
                        VALUE,
                        Set.of(CIRCUIT),
                        Optional.of(Option.OBJECTIVE),
                        "NAME",
                        "What training minimises: expectation, cvar, gibbs, repaired (the objective after repair), "
                                + "or auto: cvar where the state is simulated.",
                        MethodSettings::objective,
                        MethodSettings::withObjective),
                quantum(
                        "cvar-alpha",
                        List.of(),
                        Set.of(CIRCUIT),
                        Option.CVAR_ALPHA,
                        "A",
                        "Fraction of the best strings that CVaR keeps, in (0, 1].",
                        q -> Values.text(q.cvarAlpha()),
                        (q, v) -> q.withCvarAlpha(Values.number(v))),
                quantum(
                        "gibbs-eta",
                        List.of(),
                        Set.of(CIRCUIT),
                        Option.GIBBS_ETA,
                        "ETA",
                        "Inverse temperature of the Gibbs objective.",
                        q -> Values.text(q.gibbsEta()),
                        (q, v) -> q.withGibbsEta(Values.number(v))),
                quantum(
                        "optimizer",
                        List.of(),
                        Set.of(CIRCUIT),
                        Option.OPTIMIZER,
                        "NAME",
                        "How angles are trained: "
                                + Values.words(Optimizer.class).replace("|", ", ") + ".",
                        q -> Values.word(q.optimizer()),
                        (q, v) -> q.withOptimizer(Values.oneOf(v, Optimizer.class))),
                quantum(
                        "init",
                        List.of(),
                        Set.of(CIRCUIT),
                        Option.INIT,
                        "NAME",
                        "Where training starts, or with fixed, smaller and linear-ramp stays: "
                                + Values.words(InitialAngles.class).replace("|", ", ") + ".",
                        q -> Values.word(q.init()),
                        (q, v) -> q.withInit(Values.oneOf(v, InitialAngles.class))),
                quantum(
                        "maxiter",
                        List.of(),
                        Set.of(CIRCUIT, FORECAST),
                        Option.MAX_EVALUATIONS,
                        "N",
                        "Most evaluations in training; 0 keeps the start.",
                        q -> Integer.toString(q.maxEvaluations()),
                        (q, v) -> q.withMaxEvaluations(Values.integer(v))),
                new Setting(
                        "shots",
                        List.of(),
                        VALUE,
                        Set.of(METHOD),
                        "N",
                        "Strings drawn from the trained circuit.",
                        o -> Integer.toString(o.quantum().shots()),
                        (o, v) -> o.withQuantum(o.quantum().withShots(Values.integer(v)))),
                quantum(
                        "noise",
                        List.of(),
                        Set.of(MEASUREMENT),
                        Option.NOISE,
                        "SPEC",
                        "Noise: " + String.join(", ", NoiseModel.presets().keySet())
                                + ", or depolarizing:p1=…,p2=…,readout=….",
                        q -> q.noise().toString(),
                        (q, v) -> q.withNoise(NoiseModel.parse(v))),
                quantum(
                        "backend",
                        List.of(),
                        Set.of(MEASUREMENT),
                        Option.BACKEND,
                        "NAME",
                        "What executes the circuit: " + String.join(", ", EXECUTIONS.keySet()) + ".",
                        MethodSettings::execution,
                        (q, v) -> Values.oneOf(v, List.copyOf(EXECUTIONS.entrySet()), Map.Entry::getKey)
                                .getValue()
                                .apply(q)),
                quantum(
                        "bond",
                        List.of(),
                        Set.of(CIRCUIT, FORECAST),
                        Option.BOND,
                        "CHI",
                        "Largest bond of a matrix product state (backend mps).",
                        q -> Integer.toString(q.bond()),
                        (q, v) -> q.withBond(Values.integer(v))),
                quantum(
                        "cone-radius",
                        List.of(),
                        Set.of(CIRCUIT),
                        Option.CONE_RADIUS,
                        "R",
                        "Cuts light cones at this distance, an approximation; none cuts nothing.",
                        q -> q.coneRadius() == Integer.MAX_VALUE ? "none" : Integer.toString(q.coneRadius()),
                        (q, v) -> q.withConeRadius(v.equals("none") ? Integer.MAX_VALUE : Values.integer(v))),
                quantum(
                        "precision",
                        List.of(),
                        Set.of(CIRCUIT, FORECAST),
                        Option.PRECISION,
                        "NAME",
                        "Floating point of the amplitudes: double or single.",
                        q -> Values.word(q.precision()),
                        (q, v) -> q.withPrecision(Values.oneOf(v, Precision.class))),
                quantum(
                        "kernel",
                        List.of(),
                        Set.of(CIRCUIT),
                        Option.KERNEL,
                        "NAME",
                        "State-vector loops: auto, vector or plain.",
                        q -> Values.word(q.kernel()),
                        (q, v) -> q.withKernel(Values.oneOf(v, KernelChoice.class))));
    }

    private static Map<String, UnaryOperator<QuantumOptions>> executions() {
        Map<String, UnaryOperator<QuantumOptions>> byWord = new LinkedHashMap<>();
        for (Backend backend : Backends.all()) {
            byWord.put(backend.id(), q -> q.withBackend(backend));
        }
        for (Evaluation evaluation : Evaluation.values()) {
            byWord.putIfAbsent(evaluation.id(), q -> q.withEvaluation(evaluation)); // a backend evaluates the state
        }
        return byWord;
    }

    private static String execution(QuantumOptions options) {
        boolean state = options.evaluation() == Evaluation.STATE;
        return state ? options.backend().id() : options.evaluation().id();
    }

    private static Setting quantum(
            String name,
            List<String> aliases,
            Set<Setting.Scope> scopes,
            Option option,
            String placeholder,
            String help,
            Function<QuantumOptions, String> get,
            BiFunction<QuantumOptions, String, QuantumOptions> set) {
        return new Setting(
                name,
                aliases,
                VALUE,
                scopes,
                Optional.of(option),
                placeholder,
                help,
                o -> get.apply(o.quantum()),
                (o, v) -> o.withQuantum(set.apply(o.quantum(), v)));
    }

    private static String objective(SolverOptions options) {
        boolean energy = options.trainingTarget() == TrainingTarget.AUTO
                ? options.quantum().objective() != Objective.EXPECTATION
                : options.trainingTarget() == TrainingTarget.ENERGY;
        return energy ? Values.word(options.quantum().objective()) : Values.word(options.trainingTarget());
    }

    private static SolverOptions withObjective(SolverOptions options, String value) {
        if (value.toLowerCase(Locale.ROOT).equals("auto")) {
            return options.withTrainingTarget(TrainingTarget.AUTO)
                    .withQuantum(options.quantum().withObjective(Objective.EXPECTATION));
        }
        if (value.toLowerCase(Locale.ROOT).equals("repaired")) {
            return options.withTrainingTarget(TrainingTarget.REPAIRED)
                    .withQuantum(options.quantum().withObjective(Objective.EXPECTATION));
        }
        if (value.equals("observable")) {
            throw new IllegalArgumentException("expected one of auto, expectation, cvar, gibbs, repaired");
        }
        return options.withTrainingTarget(TrainingTarget.ENERGY)
                .withQuantum(options.quantum().withObjective(Values.oneOf(value, Objective.class)));
    }
}
