package org.shrinq.solver.config;

import static org.shrinq.solver.config.Setting.Kind.VALUE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.KernelChoice;
import org.shrinq.quantum.Objective;
import org.shrinq.quantum.Optimizer;
import org.shrinq.quantum.Precision;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.solver.Method;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.SolverOptions.TrainingTarget;

/** What searches the small problem, and how a circuit is trained and sampled. */
final class MethodSettings {
    private static final List<String> BACKENDS = List.of("statevector", "strange", "closed-form");

    private MethodSettings() {}

    static List<Setting> list() {
        return List.of(
                new Setting(
                        "method",
                        List.of(),
                        VALUE,
                        "NAME",
                        "What searches: " + String.join(", ", Method.ids()) + ".",
                        SolverOptions::methodId,
                        (o, v) -> o.withMethod(Values.oneOf(v, Arrays.asList(Method.values()), Method::id))),
                new Setting(
                        "qubits",
                        List.of(),
                        VALUE,
                        "K",
                        "Qubit budget: most variables that shrinking leaves.",
                        o -> Integer.toString(o.qubits()),
                        (o, v) -> o.withQubits(Values.integer(v))),
                quantum(
                        "layers",
                        List.of("p", "reps"),
                        "N",
                        "Layers of the circuit.",
                        q -> Integer.toString(q.layers()),
                        (q, v) -> q.withLayers(Values.integer(v))),
                new Setting(
                        "objective",
                        List.of(),
                        VALUE,
                        "NAME",
                        "What training minimises: expectation, cvar, gibbs, repaired (the objective after repair), or auto: cvar where the state is simulated.",
                        MethodSettings::objective,
                        MethodSettings::withObjective),
                quantum(
                        "cvar-alpha",
                        List.of(),
                        "A",
                        "Fraction of the best strings that CVaR keeps, in (0, 1].",
                        q -> Values.text(q.cvarAlpha()),
                        (q, v) -> q.withCvarAlpha(Values.number(v))),
                quantum(
                        "gibbs-eta",
                        List.of(),
                        "ETA",
                        "Inverse temperature of the Gibbs objective.",
                        q -> Values.text(q.gibbsEta()),
                        (q, v) -> q.withGibbsEta(Values.number(v))),
                quantum(
                        "optimizer",
                        List.of(),
                        "NAME",
                        "How angles are trained: "
                                + Values.words(Optimizer.class).replace("|", ", ") + ".",
                        q -> Values.word(q.optimizer()),
                        (q, v) -> q.withOptimizer(Values.oneOf(v, Optimizer.class))),
                quantum(
                        "init",
                        List.of(),
                        "NAME",
                        "Where training starts: "
                                + Values.words(InitialAngles.class).replace("|", ", ") + ".",
                        q -> Values.word(q.init()),
                        (q, v) -> q.withInit(Values.oneOf(v, InitialAngles.class))),
                quantum(
                        "maxiter",
                        List.of(),
                        "N",
                        "Most evaluations in training; 0 keeps the start.",
                        q -> Integer.toString(q.maxEvaluations()),
                        (q, v) -> q.withMaxEvaluations(Values.integer(v))),
                quantum(
                        "shots",
                        List.of(),
                        "N",
                        "Strings drawn from the trained circuit.",
                        q -> Integer.toString(q.shots()),
                        (q, v) -> q.withShots(Values.integer(v))),
                quantum(
                        "noise",
                        List.of(),
                        "SPEC",
                        "Noise: " + String.join(", ", NoiseModel.presets().keySet())
                                + ", or depolarizing:p1=…,p2=…,readout=….",
                        QuantumOptions::noise,
                        (q, v) -> q.withNoise(NoiseModel.parse(v).isNone() ? "none" : v)),
                new Setting(
                        "backend",
                        List.of(),
                        VALUE,
                        "NAME",
                        "What executes the circuit: " + String.join(", ", BACKENDS) + ".",
                        SolverOptions::backendId,
                        (o, v) -> o.withBackend(Values.oneOf(v, BACKENDS, s -> s))),
                quantum(
                        "precision",
                        List.of(),
                        "NAME",
                        "Floating point of the amplitudes: double or single.",
                        q -> Values.word(q.precision()),
                        (q, v) -> q.withPrecision(Values.oneOf(v, Precision.class))),
                quantum(
                        "kernel",
                        List.of(),
                        "NAME",
                        "State-vector loops: auto, vector or plain.",
                        q -> Values.word(q.kernel()),
                        (q, v) -> q.withKernel(Values.oneOf(v, KernelChoice.class))));
    }

    private static Setting quantum(
            String name,
            List<String> aliases,
            String placeholder,
            String help,
            Function<QuantumOptions, String> get,
            BiFunction<QuantumOptions, String, QuantumOptions> set) {
        return new Setting(
                name,
                aliases,
                VALUE,
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
