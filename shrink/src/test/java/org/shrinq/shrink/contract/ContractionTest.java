package org.shrinq.shrink.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.shrink.RandomModels;

/** Contraction, literal classes and their maps against formulas and naive twins. */
class ContractionTest {
    /** The three update rules on numbers small enough to check by hand. */
    @Test
    void mergeFollowsTheFormula() {
        Ising ising = Ising.builder(4)
                .addOffset(10)
                .addField(0, 1)
                .addField(1, 2)
                .addField(2, 3)
                .add(0, 1, 5)
                .add(0, 2, 7)
                .add(1, 2, 11)
                .add(0, 3, 13)
                .build();
        Contraction c = Contraction.of(ising);
        c.apply(Step.merge(0, 1, -1));
        assertThat(c.isLive(0)).isFalse();
        assertThat(c.live()).isEqualTo(3);
        assertThat(c.offset()).isEqualTo(10 - 5);
        assertThat(c.field(1)).isEqualTo(2 - 1);
        assertThat(c.field(2)).isEqualTo(3);
        assertThat(c.coupling(1, 2)).isEqualTo(11 - 7);
        assertThat(c.coupling(2, 1)).isEqualTo(11 - 7);
        assertThat(c.coupling(1, 3)).isEqualTo(-13);
        assertThat(c.couplings()).isEqualTo(2);
        assertThat(c.strength(1)).isEqualTo(17);
        c.apply(Step.fix(1, 1));
        assertThat(c.offset()).isEqualTo(5 - 1);
        assertThat(c.field(2)).isEqualTo(3 - 4);
        assertThat(c.field(3)).isEqualTo(13);
        assertThat(c.couplings()).isZero();
        assertThat(c.liveVertices()).containsExactly(2, 3);
        assertThatThrownBy(() -> c.apply(Step.merge(2, 0, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void couplingsThatCancelAreDropped() {
        Ising ising = Ising.builder(3).add(0, 2, 0.1).add(1, 2, 0.1).build();
        Contraction c = Contraction.of(ising);
        c.apply(Step.merge(0, 1, -1));
        assertThat(c.couplings()).isZero();
        assertThat(c.degree(2)).isZero();
    }

    /** A rest of a few units in the last place is dropped, one of a billionth stays. */
    @Test
    void onlyWhatRoundingLeavesIsDropped() {
        double third = 1.0 / 3;
        Contraction rounded = Contraction.of(
                Ising.builder(3).add(0, 2, Math.nextUp(third)).add(1, 2, third).build());
        rounded.apply(Step.merge(0, 1, -1));
        assertThat(rounded.degree(2)).isZero();
        assertThat(rounded.degree(1)).isZero();
        Contraction near = Contraction.of(
                Ising.builder(3).add(0, 2, third * (1 + 1e-9)).add(1, 2, third).build());
        near.apply(Step.merge(0, 1, -1));
        assertThat(near.couplings()).isEqualTo(1);
        assertThat(near.coupling(2, 1)).isEqualTo(near.coupling(1, 2)).isCloseTo(-third * 1e-9, within(1e-15));
        Contraction opposite =
                Contraction.of(Ising.builder(3).add(0, 2, -4e-15).add(1, 2, 1).build());
        opposite.apply(Step.merge(0, 1, 1));
        assertThat(opposite.coupling(1, 2)).isEqualTo(1 - 4e-15);
    }

    /** No rounding where all numbers are multiples of one power of two, else (n + 2)² units of their total. */
    @Test
    void roundingFollowsTheFormula() {
        Ising whole = Ising.builder(3)
                .addField(0, 3)
                .addField(2, -0.25)
                .add(0, 1, 7)
                .add(1, 2, -2.5)
                .build();
        assertThat(Contraction.of(whole).rounding()).isZero();
        Ising fields = Ising.builder(3)
                .addField(0, 0.1)
                .addField(1, -1e16)
                .add(0, 1, 1)
                .build();
        assertThat(Contraction.of(fields).rounding()).isEqualTo(25 * 0x1p-52 * (0.1 + 1e16 + 2), within(1e-9));
        Ising couplings =
                Ising.builder(4).addField(0, 2).add(1, 2, -0.1).add(0, 3, 1e16).build();
        assertThat(Contraction.of(couplings).rounding()).isEqualTo(36 * 0x1p-52 * (2 + 0.2 + 2e16), within(1e-9));
    }

    @Test
    void stepsNameTheVertexThatIsGone() {
        Contraction c =
                Contraction.of(Ising.builder(4).add(0, 1, 1).add(2, 3, 1).build());
        c.apply(Step.fix(1, 0));
        assertThatThrownBy(() -> c.apply(Step.fix(1, 1))).hasMessageContaining("vertex 1 ");
        assertThatThrownBy(() -> c.apply(Step.merge(1, 0, 1))).hasMessageContaining("vertex 1 ");
        assertThatThrownBy(() -> c.apply(Step.merge(0, 1, 1))).hasMessageContaining("vertex 1 ");
        LiteralClasses classes = new LiteralClasses(4);
        classes.apply(Step.merge(1, 2, -1));
        assertThatThrownBy(() -> classes.apply(Step.merge(1, 0, 1))).hasMessageContaining(", 1 has been");
        assertThatThrownBy(() -> classes.apply(Step.merge(0, 1, 1))).hasMessageContaining(", 1 has been");
        assertThatThrownBy(() -> classes.apply(Step.fix(1, 0))).hasMessageContaining(", 1 has been");
    }

    /** A map holds as many keys as expected of it in the slots it began with, at most three in four of them taken. */
    @Test
    void mapsGrowWhenThreeSlotsInFourAreTaken() {
        for (int expected : new int[] {0, 3, 4, 6, 7, 12, 13, 24}) {
            IntDoubleMap map = new IntDoubleMap(expected);
            int slots = map.slots();
            assertThat(slots * 3).isGreaterThanOrEqualTo(expected * 4);
            assertThat(slots == 4 || slots / 2 * 3 < expected * 4).isTrue();
            int room = slots * 3 / 4;
            for (int key = 0; key < room; key++) {
                map.put(7 * key, key);
            }
            assertThat(map.slots()).isEqualTo(slots);
            map.put(7 * room, room);
            assertThat(map.slots()).isEqualTo(2 * slots);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void energiesStayExactOverRandomSteps(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        Qubo qubo = RandomModels.qubo(rng, 9, 0.6);
        Contraction c = Contraction.of(qubo);
        LiteralClasses classes = new LiteralClasses(9);
        while (c.live() > 1) {
            int[] live = c.liveVertices();
            int i = live[rng.nextInt(live.length)];
            int j = live[rng.nextInt(live.length)];
            Step step = i == j ? Step.fix(i, rng.nextInt(2)) : Step.merge(i, j, rng.nextBoolean() ? 1 : -1);
            c.apply(step);
            classes.apply(step);
            int[] left = c.liveVertices();
            for (long index = 0; index < 1L << left.length; index++) {
                byte[] small = RandomModels.bits(left.length, index);
                byte[] full = new byte[9];
                for (int v = 0; v < 9; v++) {
                    int root = classes.root(v);
                    int value = root < 0 ? 0 : small[java.util.Arrays.binarySearch(left, root)];
                    full[v] = (byte) (classes.sign(v) > 0 ? value : 1 - value);
                }
                assertThat(c.toQubo().energy(small))
                        .as("seed %d after %s", seed, step)
                        .isCloseTo(qubo.energy(full), within(1e-9));
            }
        }
    }

    /** Against one sign per variable that is rewritten in full at every step. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void classesAgreeWithANaiveTwin(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        int n = 40;
        LiteralClasses classes = new LiteralClasses(n);
        int[] root = new int[n];
        int[] sign = new int[n];
        for (int v = 0; v < n; v++) {
            root[v] = v;
            sign[v] = 1;
        }
        for (int k = 0; k < n - 2; k++) {
            int i = root[rng.nextInt(n)];
            int j = root[rng.nextInt(n)];
            if (i < 0) {
                continue;
            }
            int s = rng.nextBoolean() ? 1 : -1;
            Step step = j < 0 || i == j ? new Step(i, Step.GROUND, s) : Step.merge(i, j, s);
            classes.apply(step);
            for (int v = 0; v < n; v++) {
                if (root[v] == i) {
                    root[v] = step.isFix() ? Step.GROUND : j;
                    sign[v] *= s;
                }
            }
            int free = 0;
            for (int v = 0; v < n; v++) {
                assertThat(classes.root(v)).isEqualTo(root[v]);
                assertThat(classes.sign(v)).isEqualTo(sign[v]);
                assertThat(classes.value(v)).isEqualTo(root[v] >= 0 ? -1 : sign[v] > 0 ? 0 : 1);
                free += root[v] == v ? 1 : 0;
                if (root[v] == v) {
                    int members = 1;
                    for (int m = classes.nextMember(v); m != v; m = classes.nextMember(m)) {
                        assertThat(root[m]).isEqualTo(v);
                        members++;
                    }
                    assertThat(members).isEqualTo(classes.classSize(v));
                }
            }
            assertThat(classes.freeClasses()).isEqualTo(free);
        }
        int merged = 0;
        while (classes.root(merged) == merged) {
            merged++;
        }
        Step late = Step.fix(merged, 0);
        assertThatThrownBy(() -> classes.apply(late)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void mapAgreesWithATreeMap(long seed) {
        SplittableRandom rng = new SplittableRandom(seed);
        IntDoubleMap map = new IntDoubleMap(0);
        Map<Integer, Double> twin = new TreeMap<>();
        for (int k = 0; k < 5000; k++) {
            int key = rng.nextInt(60);
            if (rng.nextInt(3) == 0) {
                Double removed = twin.remove(key);
                assertThat(map.remove(key)).isEqualTo(removed == null ? 0 : removed);
            } else {
                double value = rng.nextDouble();
                map.put(key, value);
                twin.put(key, value);
            }
            assertThat(map.size()).isEqualTo(twin.size());
            assertThat(map.get(key, -7)).isEqualTo(twin.getOrDefault(key, -7.0));
            assertThat(map.contains(key)).isEqualTo(twin.containsKey(key));
        }
        assertThat(map.sortedKeys())
                .containsExactly(
                        twin.keySet().stream().mapToInt(Integer::intValue).toArray());
        map.clear();
        assertThat(map.size()).isZero();
    }

    @Test
    void stepsRefuseNonsense() {
        assertThatThrownBy(() -> Step.merge(0, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Step(0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Step.fix(3, 1).value()).isEqualTo(1);
        assertThat(Step.fix(3, 0).sign()).isEqualTo(1);
    }
}
