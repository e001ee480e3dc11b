package org.shrinq.qubo.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shrinq.qubo.AtMostOne;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Cases;
import org.shrinq.qubo.Conflict;
import org.shrinq.qubo.Constraint;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.Models;
import org.shrinq.qubo.Models.Kind;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.encode.ConstraintPenalty.Certificate;

/** Every encoding and penalty policy on hundreds of small random models, judged by enumeration. */
class EncoderPropertyTest {
    private static final String SEEDS = "org.shrinq.qubo.Cases#seeds200";
    private static final int MAX_BITS = 10;

    /** The mixtures of constraints that have rules of their own, by seed. */
    private static BinaryModel model(SplittableRandom random, long seed) {
        int n = 2 + random.nextInt(4);
        int count = 1 + random.nextInt(3);
        return switch ((int) (seed % 5)) {
            case 0 -> Models.draw(random, n, 1 + random.nextInt(6), Kind.CONFLICT, Kind.AT_MOST_ONE);
            case 1 -> Models.draw(random, n, count, Kind.EXACTLY_ONE, Kind.EQUAL);
            case 2 -> Models.draw(random, n, count, Kind.AT_MOST);
            case 3 -> Models.draw(random, n, count, Kind.EXACTLY_ONE, Kind.AT_MOST);
            default -> Models.draw(random, n, 1 + random.nextInt(4), Kind.values());
        };
    }

    private static List<EncodingOptions> options(SplittableRandom random, BinaryModel model) {
        int rows = model.constraints().size();
        double[] multipliers = new double[rows];
        double[] activities = new double[rows];
        Arrays.setAll(multipliers, k -> Cases.quarter(random));
        Arrays.setAll(activities, k -> 3 * Cases.quarter(random));
        double[] weights = {0.25, 2, 30, 1000};
        List<EncodingOptions> list = new ArrayList<>();
        for (InequalityEncoding encoding : InequalityEncoding.values()) {
            for (PenaltyPolicy policy : List.of(
                    PenaltyPolicy.auto(), PenaltyPolicy.tight(), PenaltyPolicy.fixed(weights[random.nextInt(4)]))) {
                EncodingOptions o =
                        EncodingOptions.defaults().withInequality(encoding).withPenalty(policy);
                boolean hints = encoding == InequalityEncoding.LAGRANGIAN || random.nextBoolean();
                list.add(hints ? o.withHints(new LinearHints(multipliers, activities)) : o);
            }
        }
        return list;
    }

    private interface Check {
        void check(Encoding encoding, EncodingOptions options, String what);
    }

    private static void forEachEncoding(long seed, Check check) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryModel model = model(random, seed);
        for (EncodingOptions o : options(random, model)) {
            Encoding e = Encoder.encode(model, o);
            if (e.form().size() <= MAX_BITS) {
                check.check(e, o, o.inequality() + " " + o.penalty() + " " + model.sense() + " " + model.constraints());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void energyIsObjectivePlusPenalties(long seed) {
        forEachEncoding(seed, (e, o, what) -> {
            ReferenceEncoding reference = new ReferenceEncoding(e, o);
            assertThat(e.form().domain()).isEqualTo(QuadraticForm.Domain.BINARY);
            Cases.forEachState(e.form().size(), s -> {
                double expected = reference.energy(s);
                double scale = Math.max(1, Math.abs(expected));
                if (Math.abs(e.form().energy(s) - expected) > 1e-9 * scale) {
                    assertThat(e.form().energy(s))
                            .as(what + " on " + Arrays.toString(s))
                            .isEqualTo(expected);
                }
            });
        });
    }

    /** On feasible points the energy is ±objective: with slack always, without where no capacity row is involved. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void feasiblePointsKeepTheirObjective(long seed) {
        forEachEncoding(seed, (e, o, what) -> {
            boolean slack = o.inequality() == InequalityEncoding.SLACK_BINARY;
            if (!slack && ReferenceEncoding.capacityRows(e.model()) > 0) {
                return;
            }
            int n = e.model().size();
            Cases.forEachState(n, x -> {
                Bits state = e.encode(Bits.of(x));
                double objective = ReferenceEncoding.minimised(e.model(), x);
                double least = leastOverSlack(e, x);
                assertThat(e.decode(state)).isEqualTo(Bits.of(x));
                assertThat(e.form().energy(state.toArray()))
                        .as("encode(x) sets the best slack, %s, x = %s", what, state)
                        .isCloseTo(least, within(1e-9 * Math.max(1, Math.abs(least))));
                if (Models.isFeasible(e.model(), x)) {
                    assertThat(least).as(what).isCloseTo(objective, within(1e-9 * Math.max(1, Math.abs(least))));
                } else {
                    assertThat(least).as("infeasible, %s", what).isGreaterThan(objective + 1e-6);
                }
            });
        });
    }

    private static double leastOverSlack(Encoding e, byte[] x) {
        byte[] state = Arrays.copyOf(x, e.form().size());
        double[] least = {Double.POSITIVE_INFINITY};
        Cases.forEachState(e.slackCount(), s -> {
            System.arraycopy(s, 0, state, x.length, s.length);
            least[0] = Math.min(least[0], e.form().energy(state));
        });
        return least[0];
    }

    /** What a certificate claims holds, whatever the other constraints are. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void certificatesHold(long seed) {
        forEachEncoding(seed, (e, o, what) -> {
            List<ConstraintPenalty> penalties = e.report().penalties();
            assertThat(penalties).hasSameSizeAs(e.model().constraints());
            List<byte[]> minimisers = ReferenceEncoding.minimisers(e);
            for (int c = 0; c < penalties.size(); c++) {
                Constraint constraint = e.model().constraints().get(c);
                assertThat(penalties.get(c).constraint()).isEqualTo(constraint.name());
                if (penalties.get(c).certificate().isExact()) {
                    for (byte[] s : minimisers) {
                        assertThat(Models.violation(constraint, s))
                                .as(
                                        "%s of %s, %s, in the minimiser %s",
                                        penalties.get(c), constraint, what, Arrays.toString(s))
                                .isZero();
                    }
                }
                assertThat(penalties.get(c).certificate()).isNotEqualTo(Certificate.ORDERING);
            }
            if (e.report().isExact()) {
                double best = bestFeasible(e.model());
                for (byte[] s : minimisers) {
                    byte[] x = Arrays.copyOf(s, e.model().size());
                    assertThat(ReferenceEncoding.minimised(e.model(), x))
                            .as(what)
                            .isCloseTo(best, within(1e-9));
                }
            }
        });
    }

    private static double bestFeasible(BinaryModel model) {
        double[] best = {Double.POSITIVE_INFINITY};
        Cases.forEachState(model.size(), x -> {
            if (Models.isFeasible(model, x)) {
                best[0] = Math.min(best[0], ReferenceEncoding.minimised(model, x));
            }
        });
        return best[0];
    }

    /** The smallest violation in the report is the smallest that can happen, and 0 only when it is unknown. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void smallestViolations(long seed) {
        forEachEncoding(seed, (e, o, what) -> {
            for (int c = 0; c < e.model().constraints().size(); c++) {
                Constraint constraint = e.model().constraints().get(c);
                double reported = e.report().penalties().get(c).smallestViolation();
                if (constraint instanceof Conflict
                        || constraint instanceof AtMostOne
                        || constraint instanceof ExactlyOne) {
                    assertThat(reported).isEqualTo(1);
                } else {
                    assertThat(reported).isEqualTo(ReferenceEncoding.divisor(constraint));
                }
                Cases.forEachState(e.model().size(), x -> {
                    double violation = Models.violation(constraint, x);
                    // a capacity that is no multiple of the divisor is missed by less
                    if (violation > 0 && constraint.bound() % reported == 0) {
                        assertThat(violation).as(what).isGreaterThanOrEqualTo(reported);
                    }
                });
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource(SEEDS)
    void coefficientRange(long seed) {
        forEachEncoding(seed, (e, o, what) -> {
            double least = Double.POSITIVE_INFINITY;
            double most = 0;
            for (int i = 0; i < e.form().size(); i++) {
                for (int j = i; j < e.form().size(); j++) {
                    double c = Math.abs(i == j ? e.form().linear(i) : e.form().coupling(i, j));
                    least = c == 0 ? least : Math.min(least, c);
                    most = Math.max(most, c);
                }
            }
            assertThat(e.report().coefficientRange()).isEqualTo(most == 0 ? 1 : most / least);
        });
    }

    /** The tests above say something: every rule that can certify does so on many of the models, and not on all. */
    @Test
    void certificatesAreGivenAndWithheld() {
        int[] exact = new int[5];
        int[] heuristic = new int[5];
        for (long seed = 0; seed < 200; seed++) {
            int kind = (int) (seed % 5);
            forEachEncoding(seed, (e, o, what) -> {
                if (o.inequality() == InequalityEncoding.SLACK_BINARY) {
                    (e.report().isExact() ? exact : heuristic)[kind]++;
                }
            });
        }
        for (int kind = 0; kind < 5; kind++) {
            assertThat(heuristic[kind]).as("heuristic, mixture %d", kind).isPositive();
        }
        assertThat(exact[0]).as("packing").isGreaterThan(50);
        assertThat(exact[1]).as("equalities").isGreaterThan(10);
        assertThat(exact[2]).as("knapsacks").isGreaterThan(10);
    }
}
