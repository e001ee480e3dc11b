package org.shrinq.quantum.qaoa;

import java.util.SplittableRandom;
import org.shrinq.quantum.InitialAngles;
import org.shrinq.quantum.closedform.ClosedFormQaoa;
import org.shrinq.quantum.closedform.Strength;
import org.shrinq.quantum.lightcone.FixedAngleTable;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * Where the training of a QAOA starts: vectors γ_0 … γ_{p−1}, β_0 … β_{p−1}. Since |+⟩ is the highest state of ΣX, γ
 * and β have opposite signs in a minimisation: γ &gt; 0 and β &lt; 0. All γ are divided by the row strength of the
 * scaled model (root mean square of √(h_i² + Σ_j J_ij²)), so that one start suits sparse and dense models.
 */
final class AngleStarts {
    /** Total slope of the ramp. */
    static final double RAMP = 0.75;

    private final double strength;
    private final Ising ising;
    private final ClosedFormQaoa closedForm;

    AngleStarts(Ising ising) {
        closedForm = ClosedFormQaoa.of(ising);
        double relative = Strength.of(ising) / closedForm.scale();
        strength = relative > 0 ? relative : 1;
        this.ising = ising;
    }

    /** A start for p layers; for INTERP and FOURIER, which grow by layers, the one for their first. */
    double[] start(InitialAngles init, int p, SplittableRandom random, Deadline deadline) {
        return switch (init) {
            case RAMP, LINEAR_RAMP -> ramp(p);
            case INTERP, FOURIER -> ramp(1);
            case CLOSED_FORM -> fromClosedForm(p, deadline);
            case TRANSFER -> fixed(Double.POSITIVE_INFINITY, p);
            case SMALLER -> SmallerInstance.angles(ising, strength, p, random, deadline);
            case FIXED -> fixed(FixedAngleTable.degree(ising), p);
            case RANDOM -> uniform(p, random);
        };
    }

    private double[] ramp(int p) {
        double[] angles = new double[2 * p];
        for (int l = 0; l < p; l++) {
            double t = (l + 0.5) / p;
            angles[l] = RAMP * t / strength;
            angles[p + l] = -RAMP * (1 - t);
        }
        return angles;
    }

    /** The best angles of one layer; of several, these times the ratios of the fixed angles to those of one layer. */
    private double[] fromClosedForm(int p, Deadline deadline) {
        ClosedFormQaoa.Angles best = closedForm.best(deadline);
        FixedAngleTable.Angles one = FixedAngleTable.bundled().angles(Double.POSITIVE_INFINITY, 1);
        FixedAngleTable.Angles several = FixedAngleTable.bundled().angles(Double.POSITIVE_INFINITY, p);
        double[] angles = new double[2 * p];
        for (int l = 0; l < p; l++) {
            angles[l] = best.gamma() * (several.gamma()[l] / one.gamma()[0]);
            angles[p + l] = best.beta() * (several.beta()[l] / one.beta()[0]);
        }
        return angles;
    }

    /** The best angles of regular trees of that degree. */
    private double[] fixed(double meanDegree, int p) {
        FixedAngleTable.Angles table = FixedAngleTable.bundled().angles(meanDegree, p);
        double[] angles = new double[2 * p];
        for (int l = 0; l < p; l++) {
            angles[l] = table.gamma()[l] / strength;
            angles[p + l] = table.beta()[l];
        }
        return angles;
    }

    private double[] uniform(int p, SplittableRandom random) {
        double[] angles = new double[2 * p];
        for (int l = 0; l < p; l++) {
            angles[l] = random.nextDouble(0, 2) / strength;
            angles[p + l] = -random.nextDouble(0, Math.PI / 2);
        }
        return angles;
    }
}
