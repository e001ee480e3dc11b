package org.shrinq.instances;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.instances.codec.Loops;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.solution.SolutionFile;
import org.shrinq.instances.solution.SolutionForm;
import org.shrinq.instances.solution.Solutions;
import org.shrinq.instances.text.FileOutput;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.LowAutocorrelation;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * Every reader under the fuzzer: an input is a problem, which then survives a round trip, or an error of the agreed
 * form. The fuzzer runs one method a JVM: {@code mvn -Pfuzz -pl instances -am test -Dtest=ReaderFuzzTest#qbsolv}.
 */
class ReaderFuzzTest {
    private static final Limits LIMITS = new Limits(256L << 20);
    private static final Pattern MESSAGE =
            Pattern.compile("f\\.x(:[1-9][0-9]*)?: [^\\n]+\\.( [^\\n]+[.])?", Pattern.DOTALL);

    static Stream<byte[]> seeds() {
        Stream<Problem> problems =
                Stream.concat(RoundTripTest.problems(2).stream(), Stream.of(LowAutocorrelation.of("s", 7)));
        return problems.flatMap(problem -> Stream.of(Format.values())
                .filter(format -> Instances.obstacle(problem, format).isEmpty())
                .map(format -> Instances.bytes(format, problem, WriteOptions.defaults())));
    }

    private static void read(byte[] data, ReadOptions options) {
        try {
            Text text = Text.ofBytes("f.x", data, LIMITS);
            for (Instance instance : Instances.readAll(text, "f.x", options, LIMITS)) {
                requireRoundTrip(instance);
            }
        } catch (InstanceException e) {
            if (!MESSAGE.matcher(e.getMessage()).matches()) {
                throw new AssertionError("not of the agreed form: " + e.getMessage(), e);
            }
        }
    }

    private static void requireRoundTrip(Instance instance) {
        Problem problem = instance.problem();
        if (problem.size() > 300 || Instances.obstacle(problem, instance.format()).isPresent()) {
            return;
        }
        byte[] written = Instances.bytes(instance.format(), problem, WriteOptions.defaults());
        ReadOptions options = ReadOptions.defaults().withFormat(instance.format()).withKind(problem.kind());
        Problem again = Instances.read(Text.ofBytes("f.x", written, LIMITS), "f.x", options, LIMITS)
                .problem();
        byte[] rewritten = Instances.bytes(instance.format(), again, WriteOptions.defaults());
        if (!java.util.Arrays.equals(written, rewritten)) {
            throw new AssertionError("the round trip differs:\n" + new String(written) + "\n" + new String(rewritten));
        }
    }

    /**
     * As the format's first kind of problem, and as every other that it holds; loops of graphs refused and left out.
     */
    private static void read(byte[] data, Format format) {
        ReadOptions options = ReadOptions.defaults().withFormat(format);
        read(data, options);
        for (ProblemKind kind : format.kinds()) {
            read(data, options.withKind(kind).withLoops(Loops.DROPPED));
        }
    }

    /** Packed in every way; the fuzzer damages what is packed. */
    static Stream<byte[]> packedSeeds() throws IOException {
        Path folder = Files.createTempDirectory("packed");
        List<byte[]> seeds = new ArrayList<>();
        for (String extension : List.of("gz", "xz", "bz2", "zip")) {
            Path file = folder.resolve("f.txt." + extension);
            FileOutput.write(file, out -> out.add("p edge 3 2\ne 1 2\ne 2 3\n"));
            seeds.add(Files.readAllBytes(file));
        }
        return seeds.stream();
    }

    @MethodSource("packedSeeds")
    @FuzzTest(maxDuration = "40s")
    void packed(byte[] data) {
        read(data, Format.DIMACS);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void detection(byte[] data) {
        read(data, ReadOptions.defaults());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void mknap(byte[] data) {
        read(data, Format.MKNAP);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void sac94(byte[] data) {
        read(data, Format.SAC94);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void qaplib(byte[] data) {
        read(data, Format.QAPLIB);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void dimacs(byte[] data) {
        read(data, Format.DIMACS);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void metis(byte[] data) {
        read(data, Format.METIS);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void edgeList(byte[] data) {
        read(data, Format.EDGE_LIST);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void rudy(byte[] data) {
        read(data, Format.RUDY);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void marketShare(byte[] data) {
        read(data, Format.MARKET_SHARE_JSON);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void labs(byte[] data) {
        read(data, Format.LABS);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void qbsolv(byte[] data) {
        read(data, Format.QBSOLV);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void coo(byte[] data) {
        read(data, Format.COO);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void bqpjson(byte[] data) {
        read(data, Format.BQPJSON);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void mqlib(byte[] data) {
        read(data, Format.MQLIB);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void zimpl(byte[] data) {
        read(data, Format.ZIMPL);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void biqMac(byte[] data) {
        read(data, Format.BIQ_MAC);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void orLibraryQubo(byte[] data) {
        read(data, Format.OR_LIBRARY_QUBO);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void matrixMarket(byte[] data) {
        read(data, Format.MATRIX_MARKET);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void marketSplit(byte[] data) {
        read(data, Format.MARKET_SPLIT);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void qplib(byte[] data) {
        read(data, Format.QPLIB);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void cplexLp(byte[] data) {
        read(data, Format.CPLEX_LP);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void mps(byte[] data) {
        read(data, Format.MPS);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void opb(byte[] data) {
        read(data, Format.OPB);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void pace(byte[] data) {
        read(data, Format.PACE);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void graph6(byte[] data) {
        read(data, Format.GRAPH6);
    }

    /** Solutions as the solvers write them, of {@link SolverSolutionsTest#MODEL}. */
    static Stream<byte[]> solverSeeds() {
        return SolverSolutionsTest.forms().stream().map(s -> s.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("solverSeeds")
    @FuzzTest(maxDuration = "40s")
    void solverSolutions(byte[] data) {
        Instance model = TestFiles.read("m.lp", SolverSolutionsTest.MODEL);
        try {
            Text text = Text.ofBytes("f.x", data, LIMITS);
            SolutionFile file = Solutions.read(text, model.problem(), model.variableNames(), model.table());
            model.table().integers(file.x().toArray());
        } catch (InstanceException e) {
            if (!MESSAGE.matcher(e.getMessage()).matches()) {
                throw new AssertionError("not of the agreed form: " + e.getMessage(), e);
            }
        }
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "40s")
    void solutions(byte[] data) {
        Text text;
        try {
            text = Text.ofBytes("f.x", data, LIMITS);
        } catch (InstanceException e) {
            return;
        }
        for (Problem problem : RoundTripTest.problems(3)) {
            try {
                SolutionFile file = Solutions.read(text, problem, List.of());
                TextSink sink = new TextSink(new ByteArrayOutputStream());
                Solutions.write(sink, "f.x", SolutionForm.BITS, problem, List.of(), file.x());
            } catch (InstanceException e) {
                if (!MESSAGE.matcher(e.getMessage()).matches()) {
                    throw new AssertionError("not of the agreed form: " + e.getMessage(), e);
                }
            }
        }
    }
}
