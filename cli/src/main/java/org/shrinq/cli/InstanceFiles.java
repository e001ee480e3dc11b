package org.shrinq.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a command line names, where a folder stands for the instances in it. */
final class InstanceFiles {
    /** What lies beside instances: notes, solutions, results, tables, pages, circuits, indices. */
    private static final Pattern OTHER =
            Pattern.compile("\\..*|index\\.json|.*\\.(md|sol|sln|opt|csv|html|svg|png|pdf|db|log|sh|py|qasm|yaml|yml"
                    + "|result\\.json|map\\.json|sidecar\\.json)");

    private InstanceFiles() {}

    /**
     * Files as they are; of folders the files, by name, without those whose names say that they are something else.
     *
     * @throws Failures.InputException for a folder without instances
     */
    static List<Path> of(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            int before = files.size();
            try (Stream<Path> all = Files.list(path)) {
                all.filter(Files::isRegularFile)
                        .filter(f -> !OTHER.matcher(f.getFileName().toString().toLowerCase(Locale.ROOT))
                                .matches())
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be listed", e);
            }
            if (files.size() == before) {
                throw new Failures.InputException(
                        path + " holds no instance. Maybe a folder in it: folders are not searched in depth.");
            }
        }
        return files;
    }
}
