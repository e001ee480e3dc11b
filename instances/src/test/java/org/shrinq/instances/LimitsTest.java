package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;

/** What a header promises is weighed before memory is taken. */
class LimitsTest {
    private static final Limits TWO_GIB = new Limits(2L << 30);

    private static InstanceException refusal(String content, ReadOptions options) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                InstanceException.class, () -> Instances.readAll(TestFiles.text("f", content), "f", options, TWO_GIB));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qbsolv|p qubo 0 1000000000 1 0;0 0 1|f:1: a QUBO of 1000000000 variables and 1 entries would need about 37.3 GiB
            dimacs|p edge 1000000000 1;e 1 2|f:1: a graph of 1000000000 vertices and 1 edges would need about 59.6 GiB
            dimacs|p edge 10 1000000000;e 1 2|f:1: a graph of 10 vertices and 1000000000 edges would need about 74.5 GiB
            rudy|1000000000 1;1 2 1|f:1: a graph of 1000000000 vertices
            mqlib|1000000000 1;1 1 1|f:1: a QUBO of 1000000000 variables
            coo|# vartype=BINARY;999999999 0 1|f: a QUBO of 1000000000 variables
            metis|1000000000 1;2;1|f:1: a graph of 1000000000 vertices
            edge-list|1000000000 1;1 2|f:1: a graph of 1000000000 vertices
            qaplib|1000000000;1 2 3 4;5 6 7 8|f:1: a quadratic assignment of order 1000000000 would need about
            mknap|1000000000 5 0;1 2 3 4;5 6 7 8|f:1: a knapsack of 1000000000 items and 5 rows would need about
            sac94|5 1000000000;1 2 3 4;5 6 7 8|f:1: a knapsack of 1000000000 items and 5 rows would need about
            mknap|1;1000000000 5 0;1 2 3 4;5 6 7 8|f:2: a knapsack of 1000000000 items and 5 rows would need about
            qplib|q;QBN;minimize;1000000000;0;0;0;0|f:4: a model of 1000000000 variables and 0 constraints would need about
            """)
    void promisesOfAThousandMillion(String format, String lines, String message) {
        for (ReadOptions options : new ReadOptions[] {
            ReadOptions.defaults().withFormat(Format.ofId(format).orElseThrow()), ReadOptions.defaults()
        }) {
            InstanceException e = refusal(lines.replace(';', '\n'), options);
            if (options.format().isEmpty() && e.reason() == InstanceException.Reason.AMBIGUOUS) {
                continue; // an edge list too, as far as such a small file can tell
            }
            assertThat(e.reason()).isEqualTo(InstanceException.Reason.TOO_LARGE);
            assertThat(e)
                    .hasMessageStartingWith(message)
                    .hasMessageEndingWith("this Java may use 2.0 GiB. Maybe the header is damaged; otherwise start Java"
                            + " with a larger -Xmx.");
        }
    }

    @Test
    void complementsAreWeighedToo() {
        InstanceException e =
                refusal("p edge 30000 1\ne 1 2\n", ReadOptions.defaults().withGraph(GraphReading.COMPLEMENT));
        assertThat(e.reason()).isEqualTo(InstanceException.Reason.TOO_LARGE);
        assertThat(e).hasMessageContaining("a complement with 449984999 edges would need about");
    }

    @Test
    void compressedTextsAreWeighedAsTheyUnpack() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int k = 0; k < 100; k++) {
                gzip.write(blanks);
            }
        }
        assertThat(packed.size()).isLessThan(200_000);
        assertThatThrownBy(() -> Text.ofBytes("bomb.gz", packed.toByteArray(), new Limits(64L << 20)))
                .hasMessageStartingWith("bomb.gz: text that unpacks to more than")
                .hasMessageContaining("would need about");
    }

    @Test
    void marketShareModelsGrowWithTheSquareOfTheRetailers() {
        StringBuilder row = new StringBuilder("0");
        for (int j = 1; j < 9000; j++) {
            row.append(",1");
        }
        InstanceException e =
                refusal("{\"demands\": [[" + row + "]], \"target_demands\": [3]}", ReadOptions.defaults());
        assertThat(e.reason()).isEqualTo(InstanceException.Reason.TOO_LARGE);
    }
}
