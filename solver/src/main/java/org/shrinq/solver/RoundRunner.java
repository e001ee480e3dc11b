package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.shrinq.quantum.Evaluation;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.lightcone.ConeLimits;
import org.shrinq.quantum.lightcone.ConeTooLargeException;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.search.sampler.Sampler;
import org.shrinq.shrink.CompactCode;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.Reduced;

/**
 * One pass from a subproblem to evaluated samples: encode, shrink, search the small problem, expand, verify, repair.
 */
final class RoundRunner {
    /** That a control draws; a training of so many shots is not a small experiment any more. */
    private static final long MOST_STRINGS = 1 << 20;

    private final SolverOptions options;
    private final TimePlan plan;
    private final Reduced reduced;
    private final Evaluator evaluator;
    private final Preparation preparation;
    private final BooleanSupplier proven;

    /** @param proven whether the optimum is known, so that a circuit runs to be measured alone */
    RoundRunner(
            SolverOptions options,
            TimePlan plan,
            Reduced reduced,
            Evaluator evaluator,
            Preparation preparation,
            BooleanSupplier proven) {
        this.proven = proven;
        this.options = options;
        this.plan = plan;
        this.reduced = reduced;
        this.evaluator = evaluator;
        this.preparation = preparation;
    }

    /**
     * What a round leaves.
     *
     * @param expansion the way back, for controls on the same small problem
     * @param strings how many strings the controls may draw
     * @param candidates all strings that were seen
     * @param candidate the most promising string as a candidate of the reduced problem
     * @param shortfall what the training had no time for
     * @param others passes of further shrinkings of this round, each with its share of the shots
     */
    record Outcome(
            Trace.Encode encode,
            Optional<Trace.Shrink> shrink,
            Trace.Search search,
            Evaluator.Result result,
            Expansion expansion,
            int strings,
            Bits candidate,
            SampleSet candidates,
            Optional<String> shortfall,
            List<Other> others) {}

    /** What the circuit found on a further shrinking. */
    record Other(Expansion expansion, SampleSet candidates, Evaluator.Result result) {}

    /**
     * One pass.
     *
     * @param qubits the budget of this round
     * @param before receives how the subproblem was shrunk, when nothing has searched the small problem yet
     */
    Outcome run(Subproblem subproblem, List<Bits> pool, int qubits, RandomStreams streams, Consumer<Expansion> before) {
        Deadline deadline = plan.whole();
        Stopwatch encodeWatch = deadline.stopwatch();
        Encoding encoding = preparation.encode(subproblem.model(), deadline);
        Trace.Encode encode = new Trace.Encode(
                encoding.form().size(),
                encoding.slackCount(),
                encoding.form().couplings(),
                preparation.inequality(encoding),
                encoding.report(),
                encodeWatch.seconds());

        Stopwatch shrinkWatch = deadline.stopwatch();
        Shrinkings.Found several = preparation.shrink(
                subproblem, encoding, pool, qubits, proven.getAsBoolean(), streams.child("shrink"), plan.shrink());
        Shrunk shrunk = several.first();
        List<Shrinkings.Alternative> promising = several.promising();
        Expansion expansion = new Expansion(encoding.form(), shrunk, subproblem, reduced);
        Optional<Trace.Shrink> shrink = options.shrink().isOn()
                ? Optional.of(
                        new Trace.Shrink(shrunk, shrinkWatch.seconds(), alternatives(several), expansion::decidedBy))
                : Optional.empty();
        before.accept(expansion);
        Stopwatch searchWatch = deadline.stopwatch();
        int count = promising.size();
        int planned = plan.evaluations(proven.getAsBoolean(), shrunk.qubits());
        Found found =
                search(expansion, pool, new Effort(planned, share(0, count)), streams.child("search"), plan.search());
        Trace.Search search = new Trace.Search(
                shrunk.code().isPresent()
                        ? found.run.map(QuantumRun::method).orElse(options.methodId())
                        : options.methodId(),
                shrunk.qubits(),
                found.run,
                found.run.isPresent() ? planned : 0,
                found.candidates.best().energy(),
                found.candidates.size(),
                found.shots.shots(),
                searchWatch.seconds());
        Evaluator.Result result =
                evaluator.evaluate(found.shots, found.candidates, expansion::expand, streams.child("repair"), deadline);
        List<Other> others = new ArrayList<>();
        for (int k = 1; k < count && !deadline.expired(); k++) {
            Expansion own = new Expansion(encoding.form(), promising.get(k).shrunk(), subproblem, reduced);
            before.accept(own);
            Found more =
                    search(own, pool, new Effort(planned, share(k, count)), streams.child("search", k), plan.search());
            others.add(new Other(
                    own,
                    more.candidates,
                    evaluator.evaluate(
                            more.shots, more.candidates, own::expand, streams.child("repair", k), deadline)));
        }
        Bits best = result.bestString().orElse(found.candidates.best().bits());
        return new Outcome(
                encode,
                shrink,
                search,
                result,
                expansion,
                strings(found),
                expansion.inner(best),
                found.candidates,
                found.shortfall,
                others);
    }

    /** The shots of one of several small problems: equal parts, what is left over to the first ones. */
    private int share(int number, int parts) {
        int shots = options.quantum().shots();
        return Math.max(1, shots / parts + (number < shots % parts ? 1 : 0));
    }

    private static List<Trace.Alternative> alternatives(Shrinkings.Found several) {
        return several.all().size() == 1
                ? List.of()
                : several.all().stream()
                        .map(a -> new Trace.Alternative(
                                a.shrunk().report().source(),
                                a.threshold(),
                                a.shrunk().qubits(),
                                a.bound(),
                                a.difference(),
                                several.promising().indexOf(a) + 1))
                        .toList();
    }

    /** Strings that the method has drawn: those of a training on shots are candidates like the last ones. */
    private int strings(Found found) {
        long shots = found.shots.shots();
        if (found.run.isEmpty()) {
            return (int) shots;
        }
        long drawn = found.onShots ? shots * (1 + found.run.get().evaluations()) : shots;
        return (int) Math.min(MOST_STRINGS, Math.max(drawn, found.candidates.shots()));
    }

    /** The shots of the method on a small problem that is not one of the round, without what the round has learnt. */
    SampleSet shots(Expansion expansion, RandomStreams streams) {
        Effort whole =
                new Effort(options.quantum().maxEvaluations(), options.quantum().shots());
        return search(expansion, List.of(), whole, streams, plan.whole()).shots;
    }

    /**
     * Strings of the small problem: the final shots, and all that were ever seen.
     *
     * @param onShots whether evaluations of the training measured strings too
     */
    private record Found(
            SampleSet shots,
            SampleSet candidates,
            Optional<QuantumRun> run,
            boolean onShots,
            Optional<String> shortfall) {
        static Found classical(SampleSet samples) {
            return new Found(samples, samples, Optional.empty(), false, Optional.empty());
        }
    }

    /** How many evaluations a training and how many shots a sampling may take. */
    private record Effort(int evaluations, int shots) {}

    private Found search(
            Expansion expansion, List<Bits> pool, Effort effort, RandomStreams streams, Deadline deadline) {
        Qubo qubo = expansion.qubo();
        if (qubo.size() == 0) {
            SampleSet single =
                    SampleSet.ofCounts(0, Map.of(Bits.zeros(0), (long) effort.shots), x -> qubo.energy(new byte[0]));
            return Found.classical(single);
        }
        Optional<Sampler> sampler = options.method().sampler();
        if (sampler.isPresent()) {
            return Found.classical(expansion.sampler(sampler.get()).sample(qubo, effort.shots, streams, deadline));
        }
        Optional<CompactCode> code = expansion.shrunk().code();
        QuantumMethod asked = options.circuit().orElseThrow();
        SolverOptions own = options.withQuantum(
                options.quantum().withMaxEvaluations(effort.evaluations).withShots(effort.shots));
        CircuitTask circuit = new CircuitTask(own, asked, evaluator, Evaluation.MATRIX_PRODUCT);
        QuantumTask task = circuit.of(expansion, pool, streams, deadline);
        QuantumMethod method = code.isPresent() ? CodeUse.circuit(options.method(), task) : asked;
        QuantumRun run = code.map(c -> CodeUse.decode(run(method, task), c)).orElseGet(() -> run(method, task));
        if (run.samples().shots() == 0) {
            throw withoutCones(method, task);
        }
        boolean onShots = CircuitTask.trainsOnShots(own.withQuantum(task.options()));
        return new Found(run.samples(), run.candidates(), Optional.of(run), onShots, circuit.shortfall(task));
    }

    /** Why angles that need no training have no strings: a circuit can be written down without its light cones. */
    private static RefusedException withoutCones(QuantumMethod method, QuantumTask task) {
        QuantumOptions quantum = task.options();
        ConeLimits limits = ConeLimits.DEFAULTS.withRadius(quantum.coneRadius());
        String why = "too little time is left to cut out its light cones. Maybe a larger --time-limit.";
        try {
            LightConeQaoa.of(task.qubo().toIsing(), quantum.layers(), limits, 1, task.deadline());
        } catch (ConeTooLargeException tooLarge) {
            why = String.valueOf(tooLarge.getMessage());
        }
        return new RefusedException(method.id() + " cannot search this problem: " + why);
    }

    /** A method that lacks what it needs, such as few enough feasible strings, refuses; it has not failed. */
    private static QuantumRun run(QuantumMethod method, QuantumTask task) {
        try {
            return method.run(task);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(method.id() + " cannot search this problem: " + e.getMessage(), e);
        }
    }
}
