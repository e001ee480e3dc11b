package org.shrinq.qubo;

import org.shrinq.qubo.QuadraticForm.Domain;

/**
 * The slow and obvious twin of a quadratic form: a dense symmetric matrix with zero diagonal, straight from the
 * formula.
 */
public final class DenseForm {
    final Domain domain;
    final double offset;
    final double[] linear;
    final double[][] coupling;

    DenseForm(Domain domain, double offset, double[] linear, double[][] coupling) {
        this.domain = domain;
        this.offset = offset;
        this.linear = linear;
        this.coupling = coupling;
    }

    int size() {
        return linear.length;
    }

    private double variable(byte[] x, int i) {
        return domain == Domain.BINARY ? x[i] : 1 - 2 * x[i];
    }

    double energy(byte[] x) {
        double sum = offset;
        for (int i = 0; i < linear.length; i++) {
            sum += linear[i] * variable(x, i);
            for (int j = i + 1; j < linear.length; j++) {
                sum += coupling[i][j] * variable(x, i) * variable(x, j);
            }
        }
        return sum;
    }

    double flipDelta(byte[] x, int i) {
        byte[] flipped = x.clone();
        flipped[i] ^= 1;
        return energy(flipped) - energy(x);
    }

    double[] multiply(double[] vectors, int rank) {
        int n = linear.length;
        double[] out = new double[n * rank];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < rank; k++) {
                for (int j = 0; j < n; j++) {
                    out[i * rank + k] += coupling[i][j] * vectors[j * rank + k];
                }
            }
        }
        return out;
    }

    double maxAbsCoefficient() {
        double max = 0;
        for (int i = 0; i < linear.length; i++) {
            max = Math.max(max, Math.abs(linear[i]));
            for (double c : coupling[i]) {
                max = Math.max(max, Math.abs(c));
            }
        }
        return max;
    }

    /** The coefficients of the same function in z = 1 − 2x, got by interpolation of energies, not by the formula. */
    DenseForm interpolatedSpin() {
        int n = linear.length;
        double[] field = new double[n];
        double[][] j = new double[n][n];
        byte[] x = new byte[n];
        double rest = energy(x);
        for (int u = 0; u < n; u++) {
            for (int v = u + 1; v < n; v++) {
                x[u] = 1;
                double one = energy(x);
                x[v] = 1;
                double both = energy(x);
                x[u] = 0;
                double other = energy(x);
                x[v] = 0;
                j[u][v] = (rest - one - other + both) / 4;
                j[v][u] = j[u][v];
            }
        }
        double sumOfCouplings = 0;
        for (int u = 0; u < n; u++) {
            x[u] = 1;
            // flipping z_u from +1 to −1 with all others +1 changes f by −2(h_u + Σ_v J_uv)
            field[u] = (rest - energy(x)) / 2;
            x[u] = 0;
            for (int v = 0; v < n; v++) {
                field[u] -= j[u][v];
                sumOfCouplings += j[u][v] / 2;
            }
        }
        double constant = rest - sumOfCouplings;
        for (double h : field) {
            constant -= h;
        }
        return new DenseForm(Domain.SPIN, constant, field, j);
    }
}
