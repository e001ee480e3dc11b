package org.shrinq.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the instances that come with Shrinq: instances/data of the checkout that this runs in or from. */
final class BenchFolders {
    private static final Path DATA = Path.of("instances", "data");

    private BenchFolders() {}

    static Optional<Path> bundledInstances() {
        Optional<Path> here = above(Path.of("").toAbsolutePath());
        return here.isPresent() ? here : programFolder().flatMap(BenchFolders::above);
    }

    private static Optional<Path> programFolder() {
        try {
            String first = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
            return Optional.ofNullable(Path.of(first).toAbsolutePath().getParent());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> above(Path folder) {
        for (Path up = folder; up != null; up = up.getParent()) {
            if (Files.isRegularFile(up.resolve(DATA).resolve("index.json"))) {
                Path data = up.resolve(DATA);
                Path here = Path.of("").toAbsolutePath();
                return Optional.of(data.startsWith(here) ? here.relativize(data) : data);
            }
        }
        return Optional.empty();
    }
}
