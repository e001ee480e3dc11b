package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.shrinq.quantum.SampleSet;
import org.shrinq.quantum.sampler.Sampler;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * What the same round would have reached without the circuit: random bits, greedy descent, annealing and enumeration on the
 * same small QUBO, with as many strings and the same repair; and what the round reached before repair.
 */
final class Controls {
    private final Evaluator evaluator;

    Controls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    List<Control> run(RoundRunner.Outcome outcome, RandomStreams streams, Deadline deadline) {
        List<Control> controls = new ArrayList<>();
        Qubo qubo = outcome.expansion().qubo();
        if (qubo.size() > 0) {
            controls.add(control("random_bits", Sampler.randomBits(), outcome, streams, deadline));
            controls.add(control("greedy", Sampler.greedyDescent(), outcome, streams, deadline));
            controls.add(control("annealing", Sampler.simulatedAnnealing(), outcome, streams, deadline));
            if (qubo.size() <= Evaluator.TABLE_QUBITS + 4) {
                controls.add(control("exact", Sampler.exactEnumeration(), outcome, streams, deadline));
            }
        }
        return controls;
    }

    private Control control(
            String name, Sampler sampler, RoundRunner.Outcome outcome, RandomStreams streams, Deadline deadline) {
        RandomStreams own = streams.child(name);
        Expansion expansion = outcome.expansion();
        SampleSet samples = sampler.sample(expansion.qubo(), outcome.strings(), own.child("samples"), deadline);
        Evaluator.Result result =
                evaluator.evaluate(samples, samples, expansion::expand, own.child("repair"), deadline);
        Trace.Evaluation account = result.account();
        return new Control(
                name,
                samples.shots(),
                account.statistics().bestObjective(),
                account.repaired().isPresent() ? account.best() : OptionalDouble.empty(),
                account.meanRepaired(),
                account.statistics().feasibleFraction(),
                OptionalDouble.of(samples.best().energy()));
    }
}
