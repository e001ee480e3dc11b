package org.shrinq.solver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.SampleSet;
import org.shrinq.quantum.sampler.Sampler;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.Shrunk;
import org.shrinq.shrink.reduce.Reduced;

/** One pass from a subproblem to evaluated samples: encode, shrink, search the small problem, expand, verify, repair. */
final class RoundRunner {
    /** Most of the time left that shrinking may take, and then training. */
    private static final double SHRINK_SHARE = 0.3;

    private static final double SEARCH_SHARE = 0.5;
    /** That a control draws; a training of so many shots is not a small experiment any more. */
    private static final long MOST_STRINGS = 1 << 20;

    private final SolverOptions options;
    private final Reduced reduced;
    private final Evaluator evaluator;
    private final Preparation preparation;

    RoundRunner(SolverOptions options, Reduced reduced, Evaluator evaluator, Preparation preparation) {
        this.options = options;
        this.reduced = reduced;
        this.evaluator = evaluator;
        this.preparation = preparation;
    }

    /**
     * What a round leaves.
     *
     * @param expansion the way back, for controls on the same small problem
     * @param strings how many strings the controls may draw
     * @param candidate the most promising string as a candidate of the reduced problem
     * @param shortfall what the training had no time for
     */
    record Outcome(
            Trace.Encode encode,
            Optional<Trace.Shrink> shrink,
            Trace.Search search,
            Evaluator.Result result,
            Expansion expansion,
            int strings,
            Bits candidate,
            Optional<String> shortfall) {}

    Outcome run(Subproblem subproblem, List<Bits> pool, RandomStreams streams, Deadline deadline) {
        long start = System.nanoTime();
        Encoding encoding = preparation.encode(subproblem.model(), deadline);
        Trace.Encode encode = new Trace.Encode(
                encoding.form().size(),
                encoding.slackCount(),
                encoding.form().couplings(),
                preparation.inequality(encoding),
                encoding.report(),
                seconds(start));

        long shrinkStart = System.nanoTime();
        Shrunk shrunk =
                preparation.shrink(subproblem, encoding, pool, streams.child("shrink"), part(deadline, SHRINK_SHARE));
        Optional<Trace.Shrink> shrink = options.shrink().isOn()
                ? Optional.of(new Trace.Shrink(shrunk, seconds(shrinkStart)))
                : Optional.empty();

        Expansion expansion = new Expansion(encoding.form(), shrunk, subproblem, reduced);
        long searchStart = System.nanoTime();
        Found found = search(expansion, pool, streams.child("search"), part(deadline, SEARCH_SHARE));
        Trace.Search search = new Trace.Search(
                options.methodId(),
                shrunk.size(),
                found.run,
                found.candidates.best().energy(),
                found.candidates.size(),
                found.shots.shots(),
                seconds(searchStart));
        Evaluator.Result result =
                evaluator.evaluate(found.shots, found.candidates, expansion::expand, streams.child("repair"), deadline);
        Bits best = result.bestString().orElse(found.candidates.best().bits());
        return new Outcome(
                encode, shrink, search, result, expansion, strings(found), expansion.inner(best), found.shortfall);
    }

    /** Strings that the method has drawn: those of a training on shots are candidates like the last ones. */
    private int strings(Found found) {
        long shots = found.shots.shots();
        if (found.run.isEmpty()) {
            return (int) shots;
        }
        long drawn = CircuitTask.trainsOnShots(options)
                ? shots * (1 + found.run.get().evaluations())
                : shots;
        return (int) Math.min(MOST_STRINGS, Math.max(drawn, found.candidates.shots()));
    }

    /** The shots of the method on a small problem that is not one of the round, without what the round has learnt. */
    SampleSet shots(Expansion expansion, RandomStreams streams, Deadline deadline) {
        return search(expansion, List.of(), streams, deadline).shots;
    }

    /** So that no stage of a round uses up the time of those after it. */
    private static Deadline part(Deadline deadline, double share) {
        return deadline.hasTimeLimit() ? deadline.within(share * deadline.remainingSeconds()) : deadline;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Strings of the small problem: the final shots, and all that were ever seen. */
    private record Found(SampleSet shots, SampleSet candidates, Optional<QuantumRun> run, Optional<String> shortfall) {
        static Found classical(SampleSet samples) {
            return new Found(samples, samples, Optional.empty(), Optional.empty());
        }
    }

    private Found search(Expansion expansion, List<Bits> pool, RandomStreams streams, Deadline deadline) {
        Qubo qubo = expansion.qubo();
        if (qubo.size() == 0) {
            SampleSet single = SampleSet.ofCounts(
                    0, Map.of(Bits.zeros(0), (long) options.quantum().shots()), x -> qubo.energy(new byte[0]));
            return Found.classical(single);
        }
        if (options.method().role() == Method.Role.SAMPLER) {
            SampleSet samples = Sampler.byId(options.method().id())
                    .sample(qubo, options.quantum().shots(), streams, deadline);
            return Found.classical(samples);
        }
        QuantumMethod method = options.circuit().orElseThrow();
        CircuitTask circuit = new CircuitTask(options, method, evaluator);
        QuantumTask task = circuit.of(expansion, pool, streams, deadline);
        QuantumRun run = run(method, task);
        return new Found(run.samples(), run.candidates(), Optional.of(run), circuit.shortfall(task));
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
