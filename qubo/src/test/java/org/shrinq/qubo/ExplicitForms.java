package org.shrinq.qubo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.shrinq.qubo.QuadraticForm.Domain;

/** Random dense data, and the same entered into a builder in random order, orientation and parts. */
final class ExplicitForms {
    private ExplicitForms() {}

    static DenseForm dense(SplittableRandom random, Domain domain) {
        int n = random.nextInt(8);
        double[] linear = new double[n];
        double[][] coupling = new double[n][n];
        int linearSize = random.nextInt(3);
        for (int i = 0; i < n; i++) {
            linear[i] = linearSize * Cases.quarter(random);
            for (int j = i + 1; j < n; j++) {
                coupling[i][j] = random.nextInt(3) == 0 ? 0 : Cases.quarter(random);
                coupling[j][i] = coupling[i][j];
            }
        }
        for (int i = 0; i < n; i++) {
            linear[i] = linear[i] == 0 ? 0 : linear[i]; // no −0
        }
        return new DenseForm(domain, Cases.quarter(random), linear, coupling);
    }

    /** What a builder accepts. */
    interface Sink {
        void offset(double value);

        void linear(int i, double value);

        void coupling(int i, int j, double value);
    }

    /** Hands over the terms shuffled, some in two parts, some with i &gt; j, some that cancel. */
    static void enter(DenseForm form, SplittableRandom random, Sink sink) {
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> sink.offset(form.offset - 1));
        steps.add(() -> sink.offset(1));
        for (int i = 0; i < form.size(); i++) {
            int u = i;
            double part = Cases.quarter(random);
            steps.add(() -> sink.linear(u, form.linear[u] - part));
            steps.add(() -> sink.linear(u, part));
            for (int j = i + 1; j < form.size(); j++) {
                int v = j;
                double share = random.nextInt(2) * Cases.quarter(random);
                boolean turned = random.nextInt(2) == 0;
                steps.add(() -> sink.coupling(turned ? v : u, turned ? u : v, form.coupling[u][v] - share));
                steps.add(() -> sink.coupling(u, v, share));
            }
        }
        Collections.shuffle(steps, new Random(random.nextLong()));
        steps.forEach(Runnable::run);
    }

    static Qubo qubo(DenseForm form, SplittableRandom random) {
        Qubo.Builder b = Qubo.builder(form.size());
        enter(form, random, new Sink() {
            @Override
            public void offset(double value) {
                b.addOffset(value);
            }

            @Override
            public void linear(int i, double value) {
                if (value > 0) {
                    b.add(i, i, value); // x² = x
                } else {
                    b.addLinear(i, value);
                }
            }

            @Override
            public void coupling(int i, int j, double value) {
                b.add(i, j, value);
            }
        });
        return b.build();
    }

    static Ising ising(DenseForm form, SplittableRandom random) {
        Ising.Builder b = Ising.builder(form.size());
        enter(form, random, new Sink() {
            @Override
            public void offset(double value) {
                if (value > 0 && form.size() > 0) {
                    b.add(0, 0, value); // z² = 1
                } else {
                    b.addOffset(value);
                }
            }

            @Override
            public void linear(int i, double value) {
                b.addField(i, value);
            }

            @Override
            public void coupling(int i, int j, double value) {
                b.add(i, j, value);
            }
        });
        return b.build();
    }
}
