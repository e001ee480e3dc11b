package org.shrinq.shrink.correlate;

import java.util.Optional;
import java.util.stream.IntStream;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.ExactlyOne;
import org.shrinq.qubo.KroneckerForm;
import org.shrinq.qubo.problem.QuadraticAssignment;
import org.shrinq.qubo.text.Brief;

/**
 * What is left of a quadratic assignment under a partial assignment of its n² variables: the facilities without a
 * place, the free locations, and the assignment problem between them, with what they owe to the placed ones as linear
 * costs. Pairs that are excluded cost more there than any permutation. Arrays are shared: read only.
 *
 * @param order n of the whole problem
 * @param facilities open ones, ascending
 * @param locations free ones, ascending, as many
 * @param rest the problem between them, by position in these lists, without the constant
 * @param excluded per pair i·m + a of positions whether it is excluded
 */
public record OpenAssignment(
        int order, int[] facilities, int[] locations, QuadraticAssignment rest, boolean[] excluded) {
    /**
     * Reads a model of one-hot rows and columns whose objective is a {@link KroneckerForm}; empty for any other, and
     * when fewer than two facilities are open.
     *
     * @param partial per variable i·n + a 0, 1, or −1 for free; not modified
     */
    public static Optional<OpenAssignment> of(BinaryModel model, byte[] partial) {
        if (!(model.objective() instanceof KroneckerForm form)
                || model.sense().factor() < 0
                || model.constraints().size() != 2 * form.order()
                || !model.constraints().stream().allMatch(c -> c instanceof ExactlyOne && c.arity() == form.order())) {
            return Optional.empty();
        }
        int n = form.order();
        boolean[] placed = new boolean[n];
        boolean[] taken = new boolean[n];
        for (int v = 0; v < partial.length; v++) {
            placed[v / n] |= partial[v] == 1;
            taken[v % n] |= partial[v] == 1;
        }
        int[] facilities = IntStream.range(0, n).filter(i -> !placed[i]).toArray();
        int[] locations = IntStream.range(0, n).filter(a -> !taken[a]).toArray();
        if (facilities.length < 2 || facilities.length != locations.length) {
            return Optional.empty();
        }
        boolean[] excluded = new boolean[facilities.length * locations.length];
        for (int k = 0; k < excluded.length; k++) {
            excluded[k] = partial[facilities[k / locations.length] * n + locations[k % locations.length]] == 0;
        }
        QuadraticAssignment rest = rest(form, partial, facilities, locations);
        return Optional.of(new OpenAssignment(n, facilities, locations, rest, excluded));
    }

    private static QuadraticAssignment rest(KroneckerForm form, byte[] partial, int[] facilities, int[] locations) {
        int n = form.order();
        int m = facilities.length;
        double[][] flow = new double[m][m];
        double[][] distance = new double[m][m];
        double[][] linear = new double[m][m];
        double forbidden = prohibition(form);
        int[] ones = IntStream.range(0, n * n).filter(v -> partial[v] == 1).toArray();
        for (int i = 0; i < m; i++) {
            for (int a = 0; a < m; a++) {
                flow[i][a] = form.flow(facilities[i], facilities[a]);
                distance[i][a] = form.distance(locations[i], locations[a]);
                int v = facilities[i] * n + locations[a];
                linear[i][a] = form.linear(v) + (partial[v] == 0 ? forbidden : 0);
                for (int one : ones) {
                    linear[i][a] += form.coupling(v, one);
                }
            }
        }
        return QuadraticAssignment.of("rest", flow, distance, linear);
    }

    /** More than any permutation costs. */
    static double prohibition(KroneckerForm form) {
        int n = form.order();
        double flows = 0;
        double distance = 0;
        double linear = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                flows += Math.abs(form.flow(i, j));
                distance = Math.max(distance, Math.abs(form.distance(i, j)));
                linear = Math.max(linear, Math.abs(form.linear(i * n + j)));
            }
        }
        return 1 + 2 * (flows * distance + n * linear);
    }

    /** Its variables alone. */
    public OpenPlaces places() {
        return OpenPlaces.of(this);
    }

    /** Number of open facilities. */
    public int open() {
        return facilities.length;
    }

    /** The variable of the whole model for a pair of positions. */
    public int variable(int facility, int location) {
        return facilities[facility] * order + locations[location];
    }

    /**
     * The permutation of the rest that a state of the whole model describes; empty where it is none or uses other
     * places.
     */
    Optional<int[]> permutation(byte[] x) {
        byte[] own = new byte[open() * open()];
        for (int i = 0; i < open(); i++) {
            for (int a = 0; a < open(); a++) {
                own[i * open() + a] = x[variable(i, a)];
            }
        }
        return rest.permutation(own);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
