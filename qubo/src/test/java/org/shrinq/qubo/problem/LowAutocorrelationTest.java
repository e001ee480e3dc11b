package org.shrinq.qubo.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.ConstraintPenalty.Certificate;
import org.shrinq.qubo.encode.Encoder;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.encode.EncodingException;
import org.shrinq.qubo.encode.EncodingOptions;
import org.shrinq.qubo.encode.PenaltyPolicy;

/** Binary sequences against their definition, and their quadratic encoding against enumeration. */
class LowAutocorrelationTest {
    /** Least energies for n = 2 … 14 (Mertens 1996). */
    private static final int[] OPTIMA = {1, 1, 2, 2, 7, 3, 8, 12, 13, 5, 10, 6, 19};

    private static byte[] sequence(int n, long code) {
        byte[] x = new byte[n];
        for (int i = 0; i < n; i++) {
            x[i] = (byte) (code >> i & 1);
        }
        return x;
    }

    private static double energy(byte[] x) {
        double sum = 0;
        for (int k = 1; k < x.length; k++) {
            double c = 0;
            for (int i = 0; i + k < x.length; i++) {
                c += x[i] == x[i + k] ? 1 : -1;
            }
            sum += c * c;
        }
        return sum;
    }

    @Test
    void objectiveModelAndBoundAgreeWithTheDefinition() {
        for (int n = 1; n <= 14; n++) {
            LowAutocorrelation p = LowAutocorrelation.of("s", n);
            double least = Double.POSITIVE_INFINITY;
            for (long code = 0; code < 1L << n; code++) {
                byte[] x = sequence(n, code);
                double expected = energy(x);
                assertThat(p.objective(x)).isEqualTo(expected);
                if (n <= 9) {
                    assertThat(p.model().value(x)).isEqualTo(expected);
                }
                least = Math.min(least, expected);
            }
            assertThat(least).isGreaterThanOrEqualTo(p.leastEnergy());
            if (n > 1) {
                assertThat(least).as("n = %d", n).isEqualTo(OPTIMA[n - 2]);
            }
        }
        // tight for 2, 6, 10
        assertThat(LowAutocorrelation.of("s", 10).leastEnergy()).isEqualTo(13);
        assertThat(LowAutocorrelation.of("s", 13).meritFactor(6)).isEqualTo(169 / 12.0);
    }

    @Test
    void isAProblemLikeOthers() {
        LowAutocorrelation p = LowAutocorrelation.of("s", 9);
        assertThat(p.kind()).isEqualTo(ProblemKind.LOW_AUTOCORRELATION);
        assertThat(p.sense()).isEqualTo(Sense.MINIMIZE);
        assertThat(p.isObjectiveIntegral()).isTrue();
        assertThat(p.objectiveRounding()).isZero();
        assertThat(p.hasExactModel()).isFalse();
        assertThat(p.normalForm().isUnchanged()).isTrue();
        assertThat(p.withTolerance(0.1)).isSameAs(p);
        assertThatThrownBy(() -> LowAutocorrelation.of("s", 0)).hasMessageContaining("expected 1 to 1000");
        assertThatThrownBy(() -> LowAutocorrelation.of("s", 1001)).hasMessageContaining("expected 1 to 1000");
    }

    @Test
    void restrictionKeepsTheSquares() {
        SplittableRandom random = new SplittableRandom(5);
        BinaryModel model = LowAutocorrelation.of("s", 8).model();
        for (int round = 0; round < 20; round++) {
            byte[] fixed = new byte[8];
            Arrays.setAll(new Integer[8], i -> (int) (fixed[i] = (byte) (random.nextInt(3) - 1)));
            BinaryModel rest = model.restrict(fixed);
            for (long code = 0; code < 1L << rest.size(); code++) {
                byte[] inner = sequence(rest.size(), code);
                byte[] x = fixed.clone();
                int next = 0;
                for (int i = 0; i < 8; i++) {
                    x[i] = fixed[i] < 0 ? inner[next++] : fixed[i];
                }
                assertThat(rest.value(inner)).isEqualTo(energy(x));
                Encoding encoding = Encoder.encode(rest, EncodingOptions.defaults());
                assertThat(encoding.form()
                                .energy(encoding.encode(Bits.of(inner)).toArray()))
                        .isEqualTo(energy(x));
            }
        }
    }

    /** Least energy over the product variables: the sequence's own; with tight weights for wrong products more. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void theEncodingIsExact(int n) {
        LowAutocorrelation p = LowAutocorrelation.of("s", n);
        int pairs = n * (n - 1) / 2;
        for (PenaltyPolicy policy : List.of(PenaltyPolicy.auto(), PenaltyPolicy.tight())) {
            Encoding encoding =
                    Encoder.encode(p.model(), EncodingOptions.defaults().withPenalty(policy));
            assertThat(encoding.products()).hasSize(pairs);
            assertThat(encoding.slackCount()).isEqualTo(pairs);
            boolean tight = policy instanceof PenaltyPolicy.Tight;
            assertThat(encoding.report().isExact()).isEqualTo(tight);
            for (long code = 0; code < 1L << n; code++) {
                byte[] x = sequence(n, code);
                byte[] right = encoding.encode(Bits.of(x)).toArray();
                assertThat(encoding.form().energy(right)).isEqualTo(energy(x));
                assertThat(encoding.decode(Bits.of(right)).toArray()).isEqualTo(x);
                byte[] state = right.clone();
                for (long products = 0; products < 1L << pairs; products++) {
                    for (int k = 0; k < pairs; k++) {
                        state[n + k] = (byte) (products >> k & 1);
                    }
                    double energy = encoding.form().energy(state);
                    if (tight && !Arrays.equals(state, right)) {
                        assertThat(energy).isGreaterThan(energy(x));
                    } else {
                        assertThat(energy).isGreaterThanOrEqualTo(p.leastEnergy());
                    }
                }
            }
        }
        Encoding fixed = Encoder.encode(p.model(), EncodingOptions.defaults().withPenalty(PenaltyPolicy.fixed(3)));
        assertThat(fixed.report().penalties())
                .allMatch(c -> c.weight() == 3 && c.certificate() == Certificate.HEURISTIC)
                .hasSize(pairs);
    }

    @Test
    void aLongSequenceIsRefusedWithAnAlternative() {
        BinaryModel model = LowAutocorrelation.of("s", 900).model();
        assertThatThrownBy(() -> Encoder.encode(model, EncodingOptions.defaults()))
                .isInstanceOf(EncodingException.class)
                .hasMessageContaining("couplings")
                .hasMessageContaining("--method tabu");
    }

    @Test
    void squaresTakeNoConstraints() {
        List<Qubo> squares = List.of(Qubo.builder(2).add(0, 1, 1).build());
        BinaryModel model = BinaryModel.ofSquares(2, squares);
        assertThat(model.isExact()).isFalse();
        assertThatThrownBy(() -> new BinaryModel(
                        Sense.MINIMIZE, model.objective(), List.of(new Conflict(0, 1)), model.standIn(), squares))
                .hasMessageContaining("squares");
        assertThatThrownBy(() -> BinaryModel.ofSquares(3, squares)).hasMessageContaining("2 variables, expected 3");
    }
}
