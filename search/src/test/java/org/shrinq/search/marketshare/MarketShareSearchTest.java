package org.shrinq.search.marketshare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.problem.MarketShare;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchLimit;
import org.shrinq.search.SearchStop;

class MarketShareSearchTest {
    private static final int N = 26;
    private static final int PRODUCTS = 4;

    /**
     * Slices so short that a subset is stopped again and again; what is proven must be what a search in one piece
     * proves.
     */
    @Test
    void slicesComeToTheProofOfOneInAPiece() {
        int stopped = 0;
        for (long seed = 1; seed <= 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MarketShare problem = random(random);
            MarketShareSearch search = new MarketShareSearch(problem);
            byte[] x = new byte[N];
            SearchStop stop = SearchStop.ITERATIONS;
            for (int slice = 0; slice < 2_000 && stop != SearchStop.EXHAUSTED; slice++) {
                SearchControl control = new SearchControl(SearchLimit.iterations(53), Sense.MINIMIZE);
                search.resume(x, random, control);
                stop = control.stop();
                stopped += stop == SearchStop.EXHAUSTED ? 0 : 1;
            }
            assertThat(stop).as("seed " + seed).isEqualTo(SearchStop.EXHAUSTED);
            assertThat(problem.objective(x)).as("seed " + seed).isEqualTo(optimum(problem));
        }
        assertThat(stopped).as("slices that were too short").isGreaterThan(20);
    }

    private static MarketShare random(SplittableRandom random) {
        double[][] demands = new double[PRODUCTS][N];
        double[] targets = new double[PRODUCTS];
        for (int k = 0; k < PRODUCTS; k++) {
            double sum = 0;
            for (int j = 0; j < N; j++) {
                demands[k][j] = random.nextInt(100);
                sum += demands[k][j];
            }
            targets[k] = Math.floor(sum / 2);
        }
        return MarketShare.of("ms", demands, targets);
    }

    /** By a search that is never stopped; those are tested against enumeration where they are small. */
    private static double optimum(MarketShare problem) {
        byte[] x = new byte[N];
        SearchControl control = new SearchControl(SearchLimit.iterations(1_000_000), Sense.MINIMIZE);
        new MarketShareSearch(problem).search(x, new SplittableRandom(99), control);
        assertThat(control.stop()).isEqualTo(SearchStop.EXHAUSTED);
        return problem.objective(x);
    }
}
