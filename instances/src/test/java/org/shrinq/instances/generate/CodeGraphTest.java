package org.shrinq.instances.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.Instances;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;

class CodeGraphTest {
    private static final Path PUBLISHED = Path.of("")
            .toAbsolutePath()
            .getParent()
            .resolve("../shared/instances")
            .normalize();

    @ParameterizedTest
    @CsvSource({
        "1dc, 6, 543",
        "1dc, 7, 1471",
        "1dc, 8, 3839",
        "1dc, 9, 9727",
        "1tc, 3, 6",
        "1tc, 4, 22",
        "1tc, 5, 68",
        "1tc, 6, 192",
        "1et, 6, 264",
        "1zc, 7, 1120",
        "2dc, 7, 5173"
    })
    void publishedNumberOfEdges(String id, int length, int edges) {
        Graph graph = CodeGraph.ofId(id).orElseThrow().graph(length);
        assertThat(graph.vertices()).isEqualTo(1 << length);
        assertThat(graph.edges()).isEqualTo(edges);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper/mis/1tc.8",
                "paper/mis/1tc.16",
                "paper/mis/1tc.32",
                "paper/mis/1tc.64",
                "paper/mis/1et.64",
                "paper/mis/1dc.64",
                "paper/mis/1dc.128",
                "more/mis/1dc.256",
                "more/mis/1dc.512"
            })
    void equalsThePublishedFileEdgeForEdge(String file) {
        Path path = PUBLISHED.resolve(file + ".txt");
        Assumptions.assumeTrue(Files.exists(path), "the published graphs are not beside the repository");
        MaximumIndependentSet published =
                (MaximumIndependentSet) Instances.read(path).problem();
        String id = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        int length = Integer.numberOfTrailingZeros(published.size());
        MaximumIndependentSet generated = CodeGraph.ofId(id).orElseThrow().problem(length);
        assertThat(generated.graph()).isEqualTo(published.graph());
        assertThat(generated.name()).isEqualTo(published.name());
    }

    /** From the definition, word by word as text: joined when the sets of received words meet. */
    @ParameterizedTest
    @EnumSource(CodeGraph.class)
    void joinsExactlyTheWordsThatCanBeConfused(CodeGraph family) {
        int length = 5;
        Graph graph = family.graph(length);
        for (int u = 0; u < 32; u++) {
            for (int v = 0; v < 32; v++) {
                var common = outcomes(family, word(u, length));
                common.retainAll(outcomes(family, word(v, length)));
                assertThat(graph.hasEdge(u, v))
                        .as(family + " " + word(u, length) + " " + word(v, length))
                        .isEqualTo(u != v && !common.isEmpty());
            }
        }
    }

    private static String word(int value, int length) {
        return String.format("%" + length + "s", Integer.toBinaryString(value)).replace(' ', '0');
    }

    private static java.util.Set<String> outcomes(CodeGraph family, String word) {
        java.util.Set<String> outcomes = new java.util.HashSet<>();
        int n = word.length();
        switch (family) {
            case ONE_DELETION -> {
                for (int i = 0; i < n; i++) {
                    outcomes.add(word.substring(0, i) + word.substring(i + 1));
                }
            }
            case TWO_DELETIONS -> {
                for (String once : outcomes(CodeGraph.ONE_DELETION, word)) {
                    outcomes.addAll(outcomes(CodeGraph.ONE_DELETION, once));
                }
            }
            case ONE_TRANSPOSITION, ONE_CYCLIC_TRANSPOSITION -> {
                outcomes.add(word);
                for (int i = 0; i < n - 1; i++) {
                    outcomes.add(swap(word, i, i + 1));
                }
                if (family == CodeGraph.ONE_CYCLIC_TRANSPOSITION) {
                    outcomes.add(swap(word, 0, n - 1));
                }
            }
            case ONE_Z_CHANNEL -> {
                outcomes.add(word);
                for (int i = 0; i < n; i++) {
                    outcomes.add(word.substring(0, i) + "0" + word.substring(i + 1));
                }
            }
        }
        return outcomes;
    }

    private static String swap(String word, int i, int j) {
        StringBuilder swapped = new StringBuilder(word);
        swapped.setCharAt(i, word.charAt(j));
        swapped.setCharAt(j, word.charAt(i));
        return swapped.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 17})
    void refusesLengthsThatItCannotBuild(int length) {
        assertThatThrownBy(() -> CodeGraph.ONE_DELETION.graph(length)).hasMessageContaining("3 to 16 bits");
    }
}
