package org.shrinq.examples;

import org.shrinq.qubo.Graph;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.problem.MaximumIndependentSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;
import org.shrinq.shrink.correlate.SparseCorrelations;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;
import org.shrinq.solver.Trace;

/**
 * Shrinking by custom correlations: those of a hot magnet, in which spins know their field and their neighbours alone.
 */
public final class CustomCorrelationSource {
    private CustomCorrelationSource() {}

    /** At temperature T, to first order: ⟨z_i⟩ = −tanh(h_i/T) and ⟨z_i z_j⟩ = −tanh(J_ij/T) + ⟨z_i⟩⟨z_j⟩. */
    record HotMagnet(double temperature) implements CorrelationSource {
        @Override
        public String id() {
            return "hot-magnet";
        }

        @Override
        public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
            Ising ising = task.ising();
            double scale = temperature * Math.max(1e-12, ising.maxAbsCoefficient());
            SparseCorrelations x = new SparseCorrelations(ising.size());
            for (int i = 0; i < ising.size(); i++) {
                x.setSingle(i, -Math.tanh(ising.linear(i) / scale));
            }
            ising.forEachCoupling(
                    (i, j, coupling) -> x.setPair(i, j, -Math.tanh(coupling / scale) + x.single(i) * x.single(j)));
            return x;
        }

        @Override
        public double operations(Ising ising) {
            return 50.0 * (ising.size() + ising.couplings());
        }
    }

    /** A ring of 24 vertices with chords to the seventh neighbour. */
    static MaximumIndependentSet problem() {
        int n = 24;
        int[] us = new int[2 * n];
        int[] vs = new int[2 * n];
        for (int v = 0; v < n; v++) {
            us[2 * v] = v;
            vs[2 * v] = (v + 1) % n;
            us[2 * v + 1] = v;
            vs[2 * v + 1] = (v + 7) % n;
        }
        return MaximumIndependentSet.of("ring", Graph.of(n, us, vs));
    }

    static Solution solve() {
        SolverOptions options =
                SolverOptions.defaults().withCustomSource(new HotMagnet(2)).withQubits(8);
        return Shrinq.with(options).run(problem());
    }

    public static void main(String[] args) {
        Solution solution = solve();
        for (Trace.Round round : solution.trace().rounds()) {
            round.shrink()
                    .ifPresent(s -> System.out.println(round.variables() + " variables to "
                            + s.shrunk().size() + " qubits by "
                            + s.shrunk().report().source()));
        }
        System.out.println(solution.status() + ": " + solution.objective().orElseThrow() + " vertices");
    }
}
