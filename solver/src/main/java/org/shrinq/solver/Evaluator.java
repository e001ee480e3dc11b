package org.shrinq.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Sample;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.qubo.run.Stopwatch;
import org.shrinq.repair.Repair;
import org.shrinq.repair.RepairMode;
import org.shrinq.repair.Repaired;
import org.shrinq.repair.Repairs;
import org.shrinq.repair.verify.SampleStatistics;
import org.shrinq.repair.verify.Verifier;
import org.shrinq.search.Hints;

/**
 * Expands, verifies and repairs samples: the part of the pipeline that circuit and controls share. Every sample draws
 * its own random numbers, so that controls see the same repair.
 */
final class Evaluator {
    /**
     * Bits over which repair may go in one evaluation: the number of repaired samples is this divided by n, in [32,
     * 1024], and no more than are verified.
     */
    private static final long REPAIRED_BITS = 1_000_000;

    /**
     * Numbers of the problem that verification may go over in one evaluation; of more strings every k-th is verified,
     * at least {@link #FEW}.
     */
    private static final double VERIFIED_NUMBERS = 1e8;

    /** The same once time is up. */
    private static final double LATE_NUMBERS = 3e6;

    private static final int FEW = 8;
    private static final int BINS = 64;
    /** Most qubits for which the repaired objective is tabulated. */
    static final int TABLE_QUBITS = 16;

    private final Problem problem;
    private final Verifier verifier;
    private final Optional<Repair> repair;
    private final int repairLimit;
    /** Strings that are verified in one evaluation. */
    private final int most;

    private final int mostLate;

    Evaluator(Problem problem, Hints hints, SolverOptions options) {
        this.problem = problem;
        this.verifier = Verifier.of(problem);
        this.repair = options.repair().isOn()
                ? Optional.of(options.customRepair()
                        .map(own -> Repairs.forProblem(problem, hints, RepairMode.IMPROVE, own))
                        .orElseGet(() -> Repairs.forProblem(problem, hints, RepairMode.IMPROVE)))
                : Optional.empty();
        this.most =
                (int) Math.max(FEW, Math.min(1 << 20, VERIFIED_NUMBERS / Math.max(1, ProblemSize.numbers(problem))));
        this.mostLate = (int) Math.max(1, Math.min(1 << 20, LATE_NUMBERS / Math.max(1, ProblemSize.numbers(problem))));
        this.repairLimit = (int) Math.max(
                FEW, Math.min(most, Math.max(32, Math.min(1024, REPAIRED_BITS / Math.max(1, problem.size())))));
    }

    /** Best raw and best repaired solution beside the account, and the string that the latter came from. */
    record Result(Trace.Evaluation account, Optional<Bits> raw, Optional<Bits> repaired, Optional<Bits> bestString) {}

    /**
     * Evaluates.
     *
     * @param shots what the statistics are about
     * @param candidates strings to repair, best first; the best of them are
     * @param expand from a string to a candidate of the problem
     */
    Result evaluate(
            SampleSet shots,
            SampleSet candidates,
            Function<Bits, Bits> expand,
            RandomStreams streams,
            Deadline deadline) {
        Stopwatch watch = deadline.stopwatch();
        SampleStatistics.Collector collector = SampleStatistics.collector(verifier);
        Map<Double, Long> raw = histogram();
        int verified = 0;
        for (Sample s : some(shots.samples(), deadline)) {
            if (verified++ >= mostLate && deadline.expired()) {
                break;
            }
            byte[] x = expand.apply(s.bits()).toArray();
            collector.add(x, s.count());
            if (verifier.isFeasible(x)) {
                raw.merge(verifier.objective(x), s.count(), Long::sum);
            }
        }
        SampleStatistics statistics = collector.finish();
        Optional<Bits> bestRaw = bestRaw(some(candidates.samples(), deadline), expand, statistics, deadline);
        if (repair.isEmpty()) {
            Trace.Evaluation account = new Trace.Evaluation(
                    statistics, Optional.empty(), 0, 0, OptionalDouble.empty(), bins(raw), List.of(), watch.seconds());
            return new Result(account, bestRaw, Optional.empty(), Optional.empty());
        }
        return repaired(candidates, expand, streams, deadline, statistics, raw, bestRaw, watch);
    }

    /** All strings, every k-th where verifying all would take long; fewer once time is up. */
    private List<Sample> some(List<Sample> samples, Deadline deadline) {
        int limit = deadline.expired() ? mostLate : most;
        if (samples.size() <= limit) {
            return samples;
        }
        List<Sample> some = new ArrayList<>();
        double step = (double) samples.size() / limit;
        for (int k = 0; k < limit; k++) {
            some.add(samples.get((int) (k * step)));
        }
        return some;
    }

    private Result repaired(
            SampleSet candidates,
            Function<Bits, Bits> expand,
            RandomStreams streams,
            Deadline deadline,
            SampleStatistics statistics,
            Map<Double, Long> raw,
            Optional<Bits> bestRaw,
            Stopwatch watch) {
        Map<Double, Long> histogram = histogram();
        @Nullable Repaired best = null;
        @Nullable Bits bestString = null;
        double distance = 0;
        double sum = 0;
        long count = 0;
        int strings = 0;
        List<Sample> samples = candidates.samples();
        for (int k = 0; k < Math.min(repairLimit, samples.size()) && (k == 0 || !deadline.expired()); k++) {
            Sample s = samples.get(k);
            byte[] x = expand.apply(s.bits()).toArray();
            SplittableRandom random = streams.child("sample", k).stream("repair");
            Repaired repaired = repair.orElseThrow().repair(x, random, deadline);
            distance += repaired.repairDistance() * (double) s.count();
            count += s.count();
            strings++;
            if (repaired.feasible()) {
                sum += repaired.objectiveAfter() * s.count();
                histogram.merge(repaired.objectiveAfter(), s.count(), Long::sum);
            }
            if (best == null || isBetter(repaired, best)) {
                best = repaired;
                bestString = s.bits();
            }
        }
        long feasible = histogram.values().stream().mapToLong(Long::longValue).sum();
        Trace.Evaluation account = new Trace.Evaluation(
                statistics,
                Optional.ofNullable(best),
                strings,
                count == 0 ? 0 : distance / count,
                feasible == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / feasible),
                bins(raw),
                bins(histogram),
                watch.seconds());
        Optional<Bits> solution = best != null && best.feasible() ? Optional.of(best.solution()) : Optional.empty();
        return new Result(account, bestRaw, solution, Optional.ofNullable(bestString));
    }

    /** The candidates, and what repair makes of them where it is on; of many, the first, and one once time is up. */
    List<Bits> repaired(List<Bits> candidates, RandomStreams streams, Deadline deadline) {
        List<Bits> solutions = new ArrayList<>();
        for (int k = 0; k < Math.min(repairLimit, candidates.size()) && (k == 0 || !deadline.expired()); k++) {
            Bits candidate = candidates.get(k);
            solutions.add(candidate);
            if (repair.isPresent()) {
                SplittableRandom random = streams.child("sample", k).stream("repair");
                Repaired repaired = repair.get().repair(candidate.toArray(), random, deadline);
                if (repaired.feasible()) {
                    solutions.add(repaired.solution());
                }
            }
        }
        return solutions;
    }

    boolean isFeasible(Bits x) {
        return verifier.isFeasible(x.toArray());
    }

    /**
     * The objective of the repaired expansion, to be minimised.
     *
     * @param tabulated whether the training asks for all strings
     * @throws RefusedException without repair, and when there are more than {@link #TABLE_QUBITS} qubits to tabulate
     */
    RepairedObjective repairedObjective(
            Expansion expansion, boolean tabulated, RandomStreams streams, Deadline deadline) {
        int qubits = expansion.qubo().size();
        if (repair.isEmpty()) {
            throw new RefusedException("training for the repaired objective needs repair");
        }
        if (tabulated && qubits > TABLE_QUBITS) {
            throw new RefusedException(
                    "training on gradients for the repaired objective repairs all strings of at most "
                            + TABLE_QUBITS + " qubits, these are " + qubits
                            + ". Choose an optimizer that asks for measured strings alone, such as cobyla.");
        }
        return new RepairedObjective(problem, repair.get(), expansion, streams, deadline);
    }

    /** The candidates hold strings of the training besides the final shots. */
    private Optional<Bits> bestRaw(
            List<Sample> candidates, Function<Bits, Bits> expand, SampleStatistics statistics, Deadline deadline) {
        Optional<Bits> best = statistics.best();
        double objective = statistics.bestObjective().orElse(problem.sense().worst());
        int verified = 0;
        for (Sample s : candidates) {
            if (verified++ >= mostLate && deadline.expired()) {
                break;
            }
            Bits x = expand.apply(s.bits());
            byte[] values = x.toArray();
            if (verifier.isFeasible(values)
                    && (best.isEmpty() || problem.sense().isBetter(verifier.objective(values), objective))) {
                best = Optional.of(x);
                objective = verifier.objective(values);
            }
        }
        return best;
    }

    /** Whether there is a first objective, and it beats the second one where there is such. */
    boolean isBetter(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && (b.isEmpty() || problem.sense().isBetter(a.getAsDouble(), b.getAsDouble()));
    }

    private boolean isBetter(Repaired a, Repaired b) {
        if (a.feasible() != b.feasible()) {
            return a.feasible();
        }
        return problem.sense().isBetter(a.objectiveAfter(), b.objectiveAfter());
    }

    private Map<Double, Long> histogram() {
        return problem.sense() == Sense.MAXIMIZE ? new TreeMap<>(java.util.Comparator.reverseOrder()) : new TreeMap<>();
    }

    /** All values when they are few, else the best ones apart and the others in groups of equal size. */
    private static List<Trace.Bin> bins(Map<Double, Long> histogram) {
        List<Trace.Bin> bins = new ArrayList<>();
        int perBin = Math.max(1, (histogram.size() + BINS - 1) / BINS);
        int k = 0;
        for (Map.Entry<Double, Long> e : histogram.entrySet()) {
            if (k++ % perBin == 0) {
                bins.add(new Trace.Bin(e.getKey(), e.getValue()));
            } else {
                Trace.Bin last = bins.get(bins.size() - 1);
                bins.set(bins.size() - 1, new Trace.Bin(last.objective(), last.count() + e.getValue()));
            }
        }
        return bins;
    }
}
