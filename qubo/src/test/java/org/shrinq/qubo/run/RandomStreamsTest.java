package org.shrinq.qubo.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    /** These numbers are part of what "same seed, same result" means; a change needs a new version. */
    @Test
    void valuesAreStable() {
        RandomStreams root = new RandomStreams(42);
        assertThat(root.child("shrink").seed()).isEqualTo(PIN_CHILD);
        assertThat(root.child("round", 3).seed()).isEqualTo(PIN_INDEXED);
        assertThat(root.stream("sampler").nextLong()).isEqualTo(PIN_STREAM);
    }

    private static final long PIN_CHILD = -4455031626296501013L;
    private static final long PIN_INDEXED = 8127903374205702960L;
    private static final long PIN_STREAM = 4634725174800684228L;

    /** An independent statement of the derivation. */
    @Test
    void childSeedsByTheRule() {
        String name = "ab";
        long h = 7 ^ 0x9E3779B97F4A7C15L;
        h = splitMix(h + 'a' + 0x632BE59BD9B4E019L);
        h = splitMix(h + 'b' + 0x632BE59BD9B4E019L);
        long child = splitMix(h + 2);
        assertThat(new RandomStreams(7).child(name).seed()).isEqualTo(child);
        assertThat(new RandomStreams(7).child(name, 5).seed())
                .isEqualTo(splitMix(child + splitMix(5 + 0xD1B54A32D192ED03L)));
    }

    /** Stafford's variant 13 of the 64-bit finaliser. */
    private static long splitMix(long z) {
        z ^= z >>> 30;
        z *= 0xBF58476D1CE4E5B9L;
        z ^= z >>> 27;
        z *= 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    @Test
    void streamsDoNotDependOnTheOrderOfUse() {
        RandomStreams root = new RandomStreams(9);
        SplittableRandom a = root.stream("a");
        SplittableRandom b = root.stream("b");
        long[] together = new long[10];
        for (int k = 0; k < 10; k++) {
            together[k] = a.nextLong();
            b.nextLong();
        }
        RandomStreams again = new RandomStreams(9);
        for (int k = 0; k < 1000; k++) {
            again.stream("b").nextLong();
            again.child("c").stream("a").nextLong();
        }
        SplittableRandom alone = again.stream("a");
        for (long value : together) {
            assertThat(alone.nextLong()).isEqualTo(value);
        }
    }

    @Test
    void differentNamesGiveDifferentStreams() {
        Set<Long> seeds = new HashSet<>();
        int count = 0;
        for (long seed = -20; seed < 20; seed++) {
            RandomStreams root = new RandomStreams(seed);
            for (String name : new String[] {"", "sdp", "pds", "samples", "sample", "round", "round1", "round\u0000"}) {
                seeds.add(root.child(name).seed());
                count++;
                for (int index = -2; index < 12; index++) {
                    seeds.add(root.child(name, index).seed());
                    count++;
                }
            }
            seeds.add(root.child("sdp").child("round").seed());
            seeds.add(root.child("round").child("sdp").seed());
            count += 2;
        }
        assertThat(seeds).hasSize(count);
    }
}
