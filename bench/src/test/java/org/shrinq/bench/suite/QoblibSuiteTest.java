package org.shrinq.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.instances.Instances;

/** The suite of the QOBLIB, and best known values from solutions beside the models. */
class QoblibSuiteTest {
    private static final Path LIBRARY = Path.of("../../shared/instances/qoblib");

    @TempDir
    private Path folder;

    @Test
    void aSolutionBesideTheInstanceGivesItsBestKnownValue() throws IOException {
        Path graph = Files.writeString(folder.resolve("path.gph"), "p edge 4 3\ne 1 2\ne 2 3\ne 3 4\n");
        assertThat(LibrarySolutions.bestKnown(Instances.read(graph), graph)).isEmpty();
        Path solutions = Files.createDirectories(folder.resolve("solutions"));
        // feasible, whatever it claims
        Files.writeString(solutions.resolve("path.bst.sol"), "# Objective value = 9\n1\n3\n");
        assertThat(LibrarySolutions.bestKnown(Instances.read(graph), graph)).hasValue(2);
        Files.writeString(solutions.resolve("path.bst.sol"), "1\n2\n");
        assertThat(LibrarySolutions.bestKnown(Instances.read(graph), graph)).isEmpty();
        Files.writeString(solutions.resolve("path.bst.sol"), "other 1\n");
        assertThat(LibrarySolutions.bestKnown(Instances.read(graph), graph)).isEmpty();
    }

    @Test
    void everyClassOfACheckoutIsFound() {
        Assumptions.assumeTrue(Files.isDirectory(LIBRARY), "the library is not beside the repository");
        Suite suite = BundledSuites.find("qoblib").orElseThrow();
        Problems problems = new Problems("qoblib.yaml");
        InstanceResolver resolver = new InstanceResolver(
                suite,
                Optional.of(LIBRARY),
                new Plan.Folders(Optional.empty(), Optional.of(LIBRARY), folder),
                problems);
        List<BenchInstance> found = new ArrayList<>(resolver.resolve());
        assertThat(resolver.skipped()).isEmpty();
        Map<String, Integer> known = new TreeMap<>();
        for (BenchInstance instance : found) {
            String clazz = LIBRARY.toAbsolutePath()
                    .normalize()
                    .relativize(instance.path().toAbsolutePath().normalize())
                    .getName(0)
                    .toString();
            known.merge(clazz, instance.bestKnown().isPresent() ? 1 : 0, Integer::sum);
        }
        assertThat(known)
                .containsEntry("01-marketsplit", 4)
                .containsEntry("05-sports", 7)
                .containsEntry("07-independentset", 15)
                .containsKeys("02-labs", "03-birkhoff", "08-network", "09-routing", "10-topology");
    }
}
