package org.shrinq.quantum.qaoa;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.ParameterSet;
import org.shrinq.quantum.QuantumOptions;
import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.QuantumTask;
import org.shrinq.quantum.closedform.Strength;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/** Angles from the state vector of a part of a problem. */
final class SmallerInstance {
    private static final int MOST_VARIABLES = 12;
    private static final int EVALUATIONS = 100;

    private SmallerInstance() {}

    /**
     * γ_1 … γ_p, β_1 … β_p for the whole.
     *
     * @param strength of the whole's rows, in units of its largest coefficient
     */
    static double[] angles(Ising ising, double strength, int p, SplittableRandom random, Deadline deadline) {
        Ising part = part(ising, Math.min(MOST_VARIABLES, ising.size()));
        QuantumOptions options = QuantumOptions.defaults()
                .withLayers(p)
                .withInit(InitialAngles.TRANSFER)
                .withMaxEvaluations(EVALUATIONS)
                .withShots(1);
        QuantumRun run = QaoaMethods.qaoa()
                .run(QuantumTask.of(part.toQubo(), options, new RandomStreams(random.nextLong()))
                        .withDeadline(deadline));
        double ratio = Strength.of(part) / run.scale() / strength;
        double[] angles = Arrays.copyOf(run.parameters().get(ParameterSet.GAMMA), 2 * p);
        double[] beta = run.parameters().get(ParameterSet.BETA);
        for (int l = 0; l < p; l++) {
            angles[l] *= ratio > 0 ? ratio : 1;
            angles[p + l] = beta[l];
        }
        return angles;
    }

    /** The variable of the strongest row and, one after another, those most strongly coupled to the ones taken. */
    private static Ising part(Ising ising, int size) {
        int n = ising.size();
        double[] pull = new double[n]; // Σ |J| with those taken; before the first of the whole row
        for (int i = 0; i < n; i++) {
            for (int e = ising.matrix().rowStart(i); e < ising.matrix().rowEnd(i); e++) {
                pull[i] += Math.abs(ising.matrix().value(e));
            }
        }
        int[] place = new int[n];
        Arrays.fill(place, -1);
        for (int k = 0; k < size; k++) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                if (place[i] < 0 && (best < 0 || pull[i] > pull[best])) {
                    best = i;
                }
            }
            place[best] = k;
            if (k == 0) {
                Arrays.fill(pull, 0);
            }
            for (int e = ising.matrix().rowStart(best); e < ising.matrix().rowEnd(best); e++) {
                pull[ising.matrix().column(e)] += Math.abs(ising.matrix().value(e));
            }
        }
        Ising.Builder b = Ising.builder(size);
        for (int i = 0; i < n; i++) {
            if (place[i] >= 0) {
                b.addField(place[i], ising.linear(i));
            }
        }
        ising.forEachCoupling((i, j, c) -> {
            if (place[i] >= 0 && place[j] >= 0) {
                b.add(place[i], place[j], c);
            }
        });
        return b.build();
    }
}
