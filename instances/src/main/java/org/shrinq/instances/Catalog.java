package org.shrinq.instances;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.text.Brief;

/**
 * What is known about the files of a folder: its {@code index.json}. Files are found in it by digest, so that an entry
 * never speaks of a file that has since changed.
 *
 * @param entries one per file
 */
public record Catalog(List<Entry> entries) {
    /** Name of the file that holds a catalog. */
    public static final String FILE_NAME = "index.json";

    /**
     * One file.
     *
     * @param path from the catalog's folder, with "/"
     * @param sha256 digest of the file's bytes
     * @param bestKnown best known objective in the problem's own sense
     * @param optimal true when that value is proven optimal
     * @param established how the value was found and proven
     */
    public record Entry(String path, String sha256, OptionalDouble bestKnown, boolean optimal, String established) {}

    public Catalog {
        entries = List.copyOf(entries);
    }

    /**
     * Reads {@code index.json} in that folder.
     *
     * @throws InstanceException when there is none or it is damaged
     */
    public static Catalog read(Path folder) {
        Text text = Text.load(folder.resolve(FILE_NAME), Limits.ofThisJava());
        List<Entry> entries = new ArrayList<>();
        Json.object(text, json -> name -> {
            if (name.equals("files")) {
                json.array("an array of files", k -> entries.add(entry(json)));
            } else {
                json.skip();
            }
        });
        return new Catalog(entries);
    }

    private static Entry entry(Json json) {
        String[] texts = {"", "", ""};
        double[] best = {Double.NaN};
        boolean[] optimal = {false};
        json.object(name -> {
            switch (name) {
                case "path" -> texts[0] = json.string("a path");
                case "sha256" -> texts[1] = json.string("a digest");
                case "established" -> texts[2] = json.string("a sentence");
                case "best_known" -> best[0] = json.number("a value");
                case "optimal" -> optimal[0] = json.truth("true or false");
                default -> json.skip();
            }
        });
        OptionalDouble known = Double.isNaN(best[0]) ? OptionalDouble.empty() : OptionalDouble.of(best[0]);
        return new Entry(texts[0], texts[1], known, optimal[0], texts[2]);
    }

    public Optional<Entry> find(String sha256) {
        return entries.stream().filter(e -> e.sha256().equals(sha256)).findFirst();
    }

    /** The entry for a file of that digest in the catalog beside it or one folder above; a damaged catalog has none. */
    static Optional<Entry> about(Path path, String sha256) {
        Path folder = path.toAbsolutePath().getParent();
        for (int up = 0; up < 2 && folder != null; up++) {
            if (Files.isRegularFile(folder.resolve(FILE_NAME))) {
                try {
                    return read(folder).find(sha256);
                } catch (InstanceException damaged) {
                    return Optional.empty();
                }
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
