package org.shrinq.jmh.shrink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shrinq.jmh.instances.NamedProblem;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.shrink.contract.LiteralClasses;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.guard.Guard;

/** Judging merges and fixes, right after the start: the guard's cost per proposal. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-Xmx2g"})
public class GuardBenchmark {
    /** Kind of model. */
    @Param({"mis-1024", "qap-12", "qap-50", "mdkp-500"})
    public String model;

    private BinaryModel built;
    private Guard guard;
    private LiteralClasses classes;
    private int next;

    /** A fresh guard with its witness. */
    @Setup(Level.Iteration)
    public void prepare() {
        built = NamedProblem.of(model).model();
        classes = new LiteralClasses(built.size());
        guard = started(built, classes);
        next = 0;
    }

    private static Guard started(BinaryModel built, LiteralClasses classes) {
        Guard guard = Guard.of(built, classes);
        byte[] free = new byte[built.size()];
        Arrays.fill(free, (byte) -1);
        guard.start(free, List.of(), new ArrayList<>());
        return guard;
    }

    private int nextRoot() {
        do {
            next = (next + 7919) % classes.variables();
        } while (!classes.isFree(next));
        return classes.root(next);
    }

    /** One judgement of a merge. */
    @Benchmark
    public Object judge() {
        int i = nextRoot();
        int j = nextRoot();
        return guard.judge(i == j ? Step.fix(i, 0) : Step.merge(i, j, 1));
    }

    /** One judgement of a fix. */
    @Benchmark
    public Object judgeFix() {
        return guard.judge(Step.fix(nextRoot(), 0));
    }

    /** The reference: the same judgement by a guard that remembers nothing, and has to find its witness first. */
    @Benchmark
    public Object fromScratch() {
        return started(built, new LiteralClasses(built.size())).judge(Step.fix(nextRoot(), 0));
    }
}
