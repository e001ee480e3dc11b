package org.shrinq.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.search.sampler.Sampler;

/**
 * What the same round would have reached without the circuit: random bits, independent bits with the means of its
 * strings, greedy descent, annealing and enumeration on the same small QUBO, with as many strings and the same repair.
 * And without shrinking: annealing on the whole QUBO and, where it is small enough, the method itself and enumeration.
 * Where the small problem is in a code, permutations are drawn in place of bits.
 */
final class Controls {
    private static final int ENUMERABLE = 20;
    /** Strings that annealing draws from a whole QUBO of more than {@link #LARGE} variables. */
    private static final int FEW = 64;

    private static final int LARGE = 2000;

    private final Evaluator evaluator;

    Controls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Runs them.
     *
     * @param method the shots of the method under test on another small problem, from other streams
     */
    List<Control> run(
            RoundRunner.Outcome outcome,
            BiFunction<Expansion, RandomStreams, SampleSet> method,
            RandomStreams streams,
            Deadline deadline) {
        List<Control> controls = new ArrayList<>();
        Expansion expansion = outcome.expansion();
        Qubo qubo = expansion.qubo();
        int strings = outcome.strings();
        int qubits = expansion.shrunk().qubits();
        if (qubo.size() > 0) {
            Draw small = new Draw(qubo, expansion::expand, streams, deadline);
            controls.add(control("random_bits", expansion.sampler(Sampler.randomBits()), small, strings));
            if (expansion.shrunk().code().isEmpty()) { // independent bits of a code name no permutations
                controls.add(control(
                        "product_state",
                        Sampler.independentBits(means(qubo.size(), outcome.candidates())),
                        small,
                        strings));
            }
            controls.add(control("greedy", expansion.sampler(Sampler.greedyDescent()), small, strings));
            controls.add(control("annealing", expansion.sampler(Sampler.simulatedAnnealing()), small, strings));
            if (qubits <= ENUMERABLE) {
                controls.add(control("exact", expansion.sampler(Sampler.exactEnumeration()), small, strings));
                union(outcome, controls, streams, deadline);
            }
        }
        QuadraticForm form = expansion.form();
        if (form.size() > qubo.size()) {
            Draw whole = new Draw(form, expansion::liftState, streams, deadline);
            int most = form.size() > LARGE ? Math.min(FEW, strings) : strings;
            controls.add(control("no_shrinking_annealing", Sampler.simulatedAnnealing(), whole, most));
            if (form.size() <= ENUMERABLE) {
                Expansion unshrunk = expansion.withoutShrinking();
                RandomStreams own = streams.child("no_shrinking");
                SampleSet shots = method.apply(unshrunk, own.child("samples"));
                Draw same = new Draw(unshrunk.qubo(), unshrunk::expand, streams, deadline);
                controls.add(account("no_shrinking", shots, same, own));
                controls.add(control("no_shrinking_exact", Sampler.exactEnumeration(), whole, strings));
            }
        }
        return controls;
    }

    /** How often each bit is 1. */
    private static double[] means(int size, SampleSet samples) {
        double[] ones = new double[size];
        for (Sample s : samples.samples()) {
            for (int i = 0; i < size; i++) {
                ones[i] += s.bits().get(i) * (double) s.count() / samples.shots();
            }
        }
        return Arrays.stream(ones).map(p -> Math.min(1, p)).toArray(); // sums of many counts round
    }

    /** The best of the exact ones over all shrinkings of the round, where there are several. */
    private void union(RoundRunner.Outcome outcome, List<Control> controls, RandomStreams streams, Deadline deadline) {
        Control best = controls.get(controls.size() - 1);
        if (outcome.others().isEmpty()) {
            return;
        }
        for (int k = 0; k < outcome.others().size(); k++) {
            Expansion other = outcome.others().get(k).expansion();
            if (other.qubo().size() > 0 && other.shrunk().qubits() <= ENUMERABLE) {
                Draw draw = new Draw(other.qubo(), other::expand, streams.child("union", k), deadline);
                Control exact = control("exact", other.sampler(Sampler.exactEnumeration()), draw, outcome.strings());
                best = evaluator.isBetter(exact.raw(), best.raw()) ? exact : best;
            }
        }
        controls.add(best.withName("exact_union"));
    }

    /** From what strings are drawn, and the way from a string to a candidate of the problem. */
    private record Draw(QuadraticForm form, Function<Bits, Bits> expand, RandomStreams streams, Deadline deadline) {}

    private Control control(String name, Sampler sampler, Draw draw, int strings) {
        RandomStreams own = draw.streams.child(name);
        SampleSet samples = sampler.sample(draw.form, strings, own.child("samples"), draw.deadline);
        return account(name, samples, draw, own);
    }

    private Control account(String name, SampleSet samples, Draw draw, RandomStreams own) {
        Evaluator.Result result = evaluator.evaluate(samples, samples, draw.expand, own.child("repair"), draw.deadline);
        Trace.Evaluation account = result.account();
        return new Control(
                name,
                samples.shots(),
                account.statistics().bestObjective(),
                account.repaired().isPresent() ? account.best() : OptionalDouble.empty(),
                account.meanRepaired(),
                account.statistics().feasibleFraction(),
                account.statistics().bestFraction(),
                OptionalDouble.of(samples.best().energy()));
    }
}
