package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.Limits;
import org.shrinq.qubo.Graph;
import org.shrinq.qubo.problem.MaximumIndependentSet;

/** PACE and graph6. */
class GraphLinesTest {
    private static Graph graph(String text) {
        return ((MaximumIndependentSet) TestFiles.read("f", text).problem()).graph();
    }

    @Test
    void pace() {
        assertThat(graph("c x\np tw 4 3\n1 2\nc y\n2 3\n3 4\n").edges()).isEqualTo(3);
        assertThat(graph("p td 3 1\n1 2\n").vertices()).isEqualTo(3);
        assertThatThrownBy(() -> graph("p tw 4 3\n1 2\n"))
                .hasMessage("f:1: expected 3 edges, found 1. Maybe the file is truncated.");
        assertThatThrownBy(() -> graph("p tw 4 1\n1 5\n"))
                .hasMessageContaining("f:2: expected a vertex between 1 and 4");
        assertThatThrownBy(() -> graph("p tw 4 1\n2 2\n")).hasMessageContaining("--drop-loops");
    }

    /** nauty's own example: five vertices, edges 0-2, 0-4, 1-3, 3-4. */
    @Test
    void graph6() {
        Graph g = graph("DQc\n");
        assertThat(g.vertices()).isEqualTo(5);
        assertThat(g.edges()).isEqualTo(4);
        assertThat(g.hasEdge(0, 2)).isTrue();
        assertThat(g.hasEdge(0, 4)).isTrue();
        assertThat(g.hasEdge(1, 3)).isTrue();
        assertThat(g.hasEdge(3, 4)).isTrue();
    }

    @Test
    void severalGraphsInGraph6() {
        List<Instance> all = Instances.readAll(
                TestFiles.text("g.g6", ">>graph6<<DQc\nBw\nA_\n"), "g.g6", ReadOptions.defaults(), Limits.ofThisJava());
        assertThat(all).hasSize(3);
        assertThat(all.get(1).problem().size()).isEqualTo(3);
        assertThat(all.get(1).problem().model().constraints()).hasSize(3);
        assertThat(all.get(2).name()).isEqualTo("g-3");
        assertThatThrownBy(() -> graph(">>graph6<<DQ\n"))
                .hasMessage("f:1: expected 3 characters for 5 vertices, found 2. Maybe the line is cut off.");
        assertThatThrownBy(() -> graph(">>sparse6<<:An\n")).hasMessageContaining("found sparse6 or digraph6");
        assertThatThrownBy(() -> graph("hello world\n")).hasMessageContaining("fits none of the formats");
    }

    @Test
    void moreThan62Vertices() {
        int[] us = {0, 3, 98};
        int[] vs = {99, 64, 97};
        MaximumIndependentSet mis = MaximumIndependentSet.of("p", Graph.of(100, us, vs));
        String written = new String(Instances.bytes(Format.GRAPH6, mis, WriteOptions.defaults()));
        Graph again = graph(written);
        assertThat(again.vertices()).isEqualTo(100);
        assertThat(again.edges()).isEqualTo(3);
        assertThat(again.hasEdge(3, 64)).isTrue();
    }
}
