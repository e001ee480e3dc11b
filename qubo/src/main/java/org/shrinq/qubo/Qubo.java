package org.shrinq.qubo;

/**
 * A quadratic unconstrained binary optimisation problem, immutable and minimising: f(x) = offset + Σ l_i x_i +
 * Σ_{i&lt;j} q_ij x_i x_j over x ∈ {0,1}ⁿ. Built with {@link #builder}; diagonal entries become linear terms since x² =
 * x.
 */
public final class Qubo extends ExplicitForm {
    Qubo(double offset, double[] linear, Couplings couplings) {
        super(offset, linear, couplings);
    }

    public static Builder builder(int size) {
        return new Builder(size);
    }

    /** Accumulates terms; adding to the same place twice sums. Not thread-safe. */
    public static final class Builder {
        private final double[] linear;
        private final Triplets triplets;
        private double offset;

        private Builder(int size) {
            linear = new double[size];
            triplets = new Triplets(size);
        }

        /** Makes room for that many couplings in all, so that large forms are not copied while they grow. */
        public Builder expectCouplings(int couplings) {
            triplets.expect(couplings);
            return this;
        }

        public Builder addOffset(double value) {
            offset += value;
            return this;
        }

        public Builder addLinear(int i, double value) {
            linear[i] += value;
            return this;
        }

        /** Adds value·x_i·x_j; for i = j that is value·x_i. */
        public Builder add(int i, int j, double value) {
            java.util.Objects.checkIndex(i, linear.length);
            java.util.Objects.checkIndex(j, linear.length);
            if (i == j) {
                linear[i] += value;
            } else if (value != 0) {
                triplets.add(i, j, value);
            }
            return this;
        }

        /** Adds weight·(Σ_k coefficient_k·x_{variable_k} + constant)². Arrays are not modified; variables distinct. */
        public Builder addSquare(double weight, int[] variables, double[] coefficients, double constant) {
            for (int a = 0; a < variables.length; a++) {
                addLinear(variables[a], weight * coefficients[a] * (coefficients[a] + 2 * constant));
                for (int b = a + 1; b < variables.length; b++) {
                    add(variables[a], variables[b], 2 * weight * coefficients[a] * coefficients[b]);
                }
            }
            return addOffset(weight * constant * constant);
        }

        /** Adds factor·form, term by term; variable i of the form is variable i here. */
        public Builder addForm(QuadraticForm form, double factor) {
            if (form.domain() != Domain.BINARY) {
                throw new IllegalArgumentException("expected a form in the binary domain");
            }
            addOffset(factor * form.offset());
            for (int i = 0; i < form.size(); i++) {
                addLinear(i, factor * form.linear(i));
            }
            form.forEachCoupling((i, j, c) -> add(i, j, factor * c));
            return this;
        }

        public Qubo build() {
            for (int i = 0; i < linear.length; i++) {
                if (linear[i] == 0) {
                    linear[i] = 0.0; // no negative zeros: equal QUBOs are equal to the bit
                }
            }
            return new Qubo(offset, linear.clone(), triplets.build());
        }
    }

    @Override
    public Domain domain() {
        return Domain.BINARY;
    }

    @Override
    public double energy(byte[] x) {
        double twice = 0;
        double sum = offset;
        for (int i = 0; i < linear.length; i++) {
            if (x[i] != 0) {
                sum += linear[i];
                for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                    if (x[couplings.column(e)] != 0) {
                        twice += couplings.value(e);
                    }
                }
            }
        }
        return sum + twice / 2;
    }

    @Override
    public double flipDelta(byte[] x, int i) {
        double field = linear[i];
        for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
            if (x[couplings.column(e)] != 0) {
                field += couplings.value(e);
            }
        }
        return x[i] == 0 ? field : -field;
    }

    @Override
    public Qubo restrict(byte[] fixed) {
        int n = linear.length;
        int[] to = new int[n];
        int free = 0;
        for (int i = 0; i < n; i++) {
            to[i] = fixed[i] < 0 ? free++ : -1;
        }
        Builder b = builder(free).addOffset(offset);
        for (int i = 0; i < n; i++) {
            if (fixed[i] == 0) {
                continue;
            }
            if (fixed[i] > 0) {
                b.addOffset(linear[i]);
            } else {
                b.addLinear(to[i], linear[i]);
            }
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                int j = couplings.column(e);
                if (j <= i || fixed[j] == 0) {
                    continue;
                }
                double c = couplings.value(e);
                if (fixed[i] > 0 && fixed[j] > 0) {
                    b.addOffset(c);
                } else if (fixed[i] > 0) {
                    b.addLinear(to[j], c);
                } else if (fixed[j] > 0) {
                    b.addLinear(to[i], c);
                } else {
                    b.add(to[i], to[j], c);
                }
            }
        }
        return b.build();
    }

    /**
     * The same function of z = 1 − 2x: x = (1 − z)/2 gives h_i = −l_i/2 − Σ_j q_ij/4, J_ij = q_ij/4 and offset + Σ
     * l_i/2 + Σ_{i&lt;j} q_ij/4.
     */
    public Ising toIsing() {
        double[] h = new double[linear.length];
        double constant = offset;
        for (int i = 0; i < h.length; i++) {
            double half = linear[i] / 2;
            double quarter = 0;
            for (int e = couplings.rowStart(i); e < couplings.rowEnd(i); e++) {
                quarter += couplings.value(e);
            }
            quarter /= 4;
            constant += half + quarter / 2;
            h[i] = 0.0 - half - quarter;
        }
        return new Ising(constant, h, couplings.scaled(0.25));
    }

    @Override
    public QuadraticForm toSpin() {
        return toIsing();
    }

    @Override
    public String toString() {
        return "Qubo[" + size() + " variables, " + couplings() + " couplings, offset " + offset + "]";
    }
}
