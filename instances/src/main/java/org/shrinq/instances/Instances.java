package org.shrinq.instances;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.text.FileOutput;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;

/**
 * Reads and writes instance files. Formats are recognised by content; the file's name decides only between formats that
 * fit equally well, where its extension is the name of one; packed files (.gz, .xz, .bz2, .zip with one file) are
 * unpacked, "-" is standard input. Every method throws {@link InstanceException} for a file that cannot be opened,
 * understood or held.
 */
public final class Instances {
    private Instances() {}

    /** Reads a file that holds one problem. */
    public static Instance read(Path path) {
        return read(path, ReadOptions.defaults());
    }

    /** Reads one problem; of a file that holds several, the one that {@link ReadOptions#index} names. */
    public static Instance read(Path path, ReadOptions options) {
        Text text = Text.load(path, Limits.ofThisJava());
        return catalogued(path, read(text, path.toString(), options, Limits.ofThisJava()));
    }

    /** With the best known value of an index.json beside the file, where the file itself says none. */
    private static Instance catalogued(Path path, Instance read) {
        if (read.bestKnown().isPresent()) {
            return read;
        }
        OptionalDouble known =
                Catalog.about(path, read.sha256()).map(Catalog.Entry::bestKnown).orElse(OptionalDouble.empty());
        return new Instance(
                read.problem(),
                read.source(),
                read.format(),
                read.sha256(),
                known,
                read.variableNames(),
                read.table(),
                read.warnings());
    }

    static Instance read(Text text, String source, ReadOptions options, Limits limits) {
        List<Instance> all = readAll(text, source, options, limits);
        if (options.index().isPresent()) {
            int index = options.index().getAsInt();
            if (index > all.size()) {
                throw InstanceException.of(
                        InstanceException.Reason.INVALID,
                        text.file(),
                        "expected at least " + index + " problems, found " + all.size(),
                        "Choose one with --index 1 to " + all.size() + ".");
            }
            return all.get(index - 1);
        }
        if (all.size() != 1) {
            throw InstanceException.of(
                    InstanceException.Reason.AMBIGUOUS,
                    text.file(),
                    "holds " + all.size() + " problems",
                    "Choose one with --index 1 to " + all.size() + ".");
        }
        return all.get(0);
    }

    /** Reads every problem of a file, in its order; {@link ReadOptions#index} is not looked at. */
    public static List<Instance> readAll(Path path, ReadOptions options) {
        return readAll(Text.load(path, Limits.ofThisJava()), path.toString(), options, Limits.ofThisJava());
    }

    static List<Instance> readAll(Text text, String source, ReadOptions options, Limits limits) {
        if (options.format().isPresent()) {
            return readAs(options.format().get(), text, source, options, limits);
        }
        Shape shape = new Shape(text);
        Format format = Codecs.choose(shape, options);
        try {
            return readAs(format, text, source, options, limits);
        } catch (InstanceException e) {
            // what a sample of a large text made of it may be wrong
            Format other = shape.isSampled() ? Codecs.choose(shape.whole(), options) : format;
            if (other == format) {
                throw e;
            }
            return readAs(other, text, source, options, limits);
        }
    }

    private static List<Instance> readAs(Format format, Text text, String source, ReadOptions options, Limits limits) {
        if (options.kind().isPresent()
                && !format.kinds().contains(options.kind().get())) {
            throw notOfKind(text, format, options.kind().get());
        }
        if (options.graph() == GraphReading.COMPLEMENT && !format.kinds().contains(ProblemKind.INDEPENDENT_SET)) {
            throw InstanceException.of(
                    InstanceException.Reason.INVALID,
                    text.file(),
                    "a " + format.id() + " file has no complement",
                    "--complement is for graphs read as independent set problems.");
        }
        List<Instance> all = new ArrayList<>();
        for (Codec.Parsed parsed : format.codec().read(text, options.wanted(), limits)) {
            // with room for the factors of encodings and bounds
            if (!Double.isFinite(8 * FileFamilies.reach(parsed.problem()))) {
                throw InstanceException.of(
                        InstanceException.Reason.INVALID,
                        text.file(),
                        "expected sums within ±2.2e307, found larger numbers",
                        "Divide them by a power of ten.");
            }
            all.add(new Instance(
                    parsed.problem(),
                    source,
                    format,
                    text.sha256(),
                    parsed.best(),
                    parsed.variableNames(),
                    parsed.table(),
                    parsed.warnings()));
        }
        return all;
    }

    private static InstanceException notOfKind(Text text, Format format, ProblemKind kind) {
        return InstanceException.of(
                InstanceException.Reason.INVALID,
                text.file(),
                String.format(Locale.ROOT, "a %s file cannot be read as --problem %s", format.id(), kind.id()),
                "That kind is read from " + Codecs.names(List.copyOf(Format.of(kind))) + ".");
    }

    /** The format that the content fits. */
    public static Format detect(Path path) {
        return detect(path, ReadOptions.defaults());
    }

    /** The format that the content fits, among those that can be read as {@link ReadOptions#kind}. */
    public static Format detect(Path path, ReadOptions options) {
        return Codecs.choose(new Shape(Text.load(path, Limits.ofThisJava())), options);
    }

    /** Every format that fits the content equally well; more than one when the file is ambiguous. */
    public static List<Format> candidates(Path path) {
        return Codecs.candidates(new Shape(Text.load(path, Limits.ofThisJava())), ReadOptions.defaults());
    }

    /** Why the format cannot hold the problem, as the end of a sentence; empty when it can. */
    public static Optional<String> obstacle(Problem problem, Format format) {
        return problem.model().squares().isEmpty() || format.kinds().contains(problem.kind())
                ? format.codec().obstacle(problem)
                : Optional.of("its objective is of the fourth degree; 'shrinq encode' writes it as a QUBO");
    }

    /**
     * Writes a problem exactly as it is; a path that ends in .gz, .xz, .bz2 or .zip is packed, "-" is standard output.
     * The file is complete or not there at all.
     *
     * @throws InstanceException when the format cannot hold the problem, or the file cannot be written
     */
    public static void write(Path path, Format format, Problem problem, WriteOptions options) {
        String file = Text.fileName(path);
        Codec codec = format.codec();
        Optional<String> obstacle = obstacle(problem, format);
        if (obstacle.isPresent()) {
            throw InstanceException.of(
                    InstanceException.Reason.NOT_EXPRESSIBLE,
                    file,
                    "this " + problem.kind().title() + " cannot be written as " + format.id() + ": " + obstacle.get(),
                    "");
        }
        FileOutput.write(path, out -> codec.write(problem, options, out));
    }

    /** The bytes that {@link #write} puts into an uncompressed file. */
    static byte[] bytes(Format format, Problem problem, WriteOptions options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TextSink sink = new TextSink(bytes);
        format.codec().write(problem, options, sink);
        sink.flush();
        return bytes.toByteArray();
    }
}
