package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;

/** Texts of some megabytes are recognised from samples, and as surely as small ones. */
class LargeTextsTest {
    private static final int N = 3000;
    private static final int M = 400_000;

    /** "n m", then m lines; line k is that given where there is one. */
    private static String lines(String header, int special, String line) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder(header);
        for (int k = 0; k < M; k++) {
            int u = 1 + random.nextInt(N - 1);
            int v = u + 1 + random.nextInt(N - u);
            text.append(k == special ? line : u + " " + v + " " + random.nextInt(-99, 100))
                    .append('\n');
        }
        return text.toString();
    }

    private static Shape shape(String text) {
        return new Shape(TestFiles.text("f", text));
    }

    @Test
    void theSampleCountsLinesExactly() {
        String text = lines(N + " " + M + "\n", -1, "");
        Shape sample = shape(text);
        assertThat(sample.isSampled()).isTrue();
        assertThat(sample.lines()).isEqualTo(M + 1);
        assertThat(sample.tokens()).isEqualTo(sample.whole().tokens());
        assertThat(sample.whole().isSampled()).isFalse();
        assertThat(shape("# a\n\n" + text + "\n\n").lines()).isEqualTo(M + 1);
        assertThat(shape(text.replace("\n", "\r\n")).lines()).isEqualTo(M + 1);
        assertThat(shape(text.replace('\n', '\r')).lines()).isEqualTo(M + 1);
        assertThat(shape(text.stripTrailing()).lines()).isEqualTo(M + 1);
    }

    @Test
    void aGraphIsAGraph() {
        Instance instance = TestFiles.read("f", lines(N + " " + M + "\n", -1, ""));
        assertThat(instance.format()).isEqualTo(Format.RUDY);
    }

    /** The one diagonal entry stands where no sample sees it. */
    @Test
    void whatTheSampleMissesIsFoundBeforeTheFileIsRefused() {
        Text text = TestFiles.text("f.x", lines("# max\n" + N + " " + M + "\n", 123_457, "5 5 1"));
        assertThat(new Shape(text).hasDiagonal()).isFalse();
        Instance instance =
                Instances.read(text, "f", ReadOptions.defaults(), org.shrinq.instances.text.Limits.ofThisJava());
        assertThat(instance.format()).isEqualTo(Format.MQLIB);
        String broken = lines(N + " " + M + "\n", 123_457, "5 x 1");
        assertThatThrownBy(() -> TestFiles.read("f", broken))
                .isInstanceOf(org.shrinq.instances.text.InstanceException.class);
    }
}
