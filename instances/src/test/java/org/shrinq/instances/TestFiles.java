package org.shrinq.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.Bits;

/** Where tests find files, and texts as files. */
final class TestFiles {
    /** The repository's root, seen from the folder in which Maven runs a module's tests. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    static final Path DATA = ROOT.resolve("instances/data");
    private static final Path SHARED = ROOT.resolve("../shared").normalize();

    record Known(String problem, int n, double best) {}

    private TestFiles() {}

    static boolean hasShared() {
        return Files.isDirectory(SHARED.resolve("instances"));
    }

    /** A published instance; the test is skipped where the collection is not beside the repository. */
    static Path shared(String path) {
        Assumptions.assumeTrue(hasShared(), "the published instances are not beside the repository");
        return SHARED.resolve("instances").resolve(path);
    }

    static List<Path> allShared() {
        Assumptions.assumeTrue(hasShared(), "the published instances are not beside the repository");
        List<Path> all = files(SHARED.resolve("instances/paper"));
        all.addAll(files(SHARED.resolve("instances/more")));
        return all;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Known> bestKnown() {
        Map<String, Known> known = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(SHARED.resolve("reference/best_known.csv"))) {
                String[] f = line.split(",");
                if (!f[0].equals("problem")) {
                    known.put(f[1], new Known(f[0], Integer.parseInt(f[2]), Double.parseDouble(f[5])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    static Text text(String file, String content) {
        return text(file, content.getBytes(StandardCharsets.UTF_8));
    }

    static Text text(String file, byte[] content) {
        return Text.ofBytes(file, content, Limits.ofThisJava());
    }

    static Instance read(String file, String content) {
        return read(file, content, ReadOptions.defaults());
    }

    static Instance read(String file, String content, ReadOptions options) {
        return Instances.read(text(file, content), file, options, Limits.ofThisJava());
    }

    /** The objective of a string of bits, variable 0 first. */
    static double value(Instance instance, String bits) {
        return instance.problem().model().value(Bits.parse(bits).toArray());
    }
}
