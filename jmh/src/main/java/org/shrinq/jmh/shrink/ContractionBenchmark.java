package org.shrinq.jmh.shrink;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shrinq.qubo.Ising;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;

/** Building the contracted form and merging random pairs until twenty vertices are left. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
public class ContractionBenchmark {
    private static final int LEFT = 20;

    /** Variables and couplings per variable. */
    @Param({"1000x6", "10000x6", "1000x200"})
    public String size;

    private Ising ising;
    private Step[] steps;

    /** Draws a random model and a valid list of merges of small into large vertices' neighbourhoods. */
    @Setup
    public void prepare() {
        int n = Integer.parseInt(size.substring(0, size.indexOf('x')));
        int degree = Integer.parseInt(size.substring(size.indexOf('x') + 1));
        SplittableRandom random = new SplittableRandom(1);
        Ising.Builder b = Ising.builder(n);
        for (int i = 0; i < n; i++) {
            b.addField(i, random.nextDouble(-1, 1));
            for (int k = 0; k < degree / 2; k++) {
                int j = random.nextInt(n);
                if (j != i) {
                    b.add(Math.min(i, j), Math.max(i, j), random.nextDouble(-1, 1));
                }
            }
        }
        ising = b.build();
        steps = new Step[n - LEFT];
        Contraction form = Contraction.of(ising);
        for (int k = 0; k < steps.length; k++) {
            int i = k;
            int[] neighbors = form.row(i).sortedKeys();
            int sign = random.nextBoolean() ? 1 : -1;
            steps[k] = neighbors.length == 0
                    ? Step.fix(i, sign > 0 ? 0 : 1)
                    : Step.merge(i, neighbors[random.nextInt(neighbors.length)], sign);
            form.apply(steps[k]);
        }
    }

    /** All merges, from the form to the small QUBO. */
    @Benchmark
    public Object contract() {
        Contraction form = Contraction.of(ising);
        for (Step step : steps) {
            form.apply(step);
        }
        return form.toQubo();
    }

    /** The same merges in the literal classes alone. */
    @Benchmark
    public Object classes() {
        LiteralClasses classes = new LiteralClasses(ising.size());
        for (Step step : steps) {
            classes.apply(step);
        }
        return classes;
    }
}
