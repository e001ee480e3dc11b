package org.shrinq.shrink.correlate;

import java.util.ArrayList;
import java.util.List;
import org.shrinq.quantum.Sample;
import org.shrinq.quantum.sampler.AnnealingOptions;
import org.shrinq.quantum.sampler.Sampler;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.correlate.CorrelationTask.PoolState;

/**
 * What good solutions agree on: X_ij = Σ_s w_s z_i z_j over the pool and annealing samples, with Boltzmann weights w_s ∝
 * exp(−(E_s − E_min)/T) at the temperature T = mean excess energy, shrunk by m/(m + 1) with m = 1/Σ w_s² the effective number
 * of samples, so that unanimity of few counts less than unanimity of many.
 */
final class SamplesSource implements CorrelationSource {
    private final int reads;
    private final int sweeps;

    /**
     * @param reads annealing reads per call
     * @param sweeps sweeps of each
     */
    SamplesSource(int reads, int sweeps) {
        this.reads = reads;
        this.sweeps = sweeps;
    }

    @Override
    public String id() {
        return "samples";
    }

    @Override
    public double operations(Ising ising) {
        double acceptedFlips = 0.2 * reads * sweeps;
        return acceptedFlips * 2 * ising.couplings() + 4.0 * reads * sweeps * ising.size() + reads * ising.couplings();
    }

    @Override
    public Correlations correlate(CorrelationTask task, RandomStreams random, Deadline deadline) {
        List<PoolState> states = new ArrayList<>(task.pool());
        if (!deadline.expired() || states.isEmpty()) {
            Sampler annealing =
                    Sampler.simulatedAnnealing(AnnealingOptions.defaults().withSweeps(sweeps));
            for (Sample s : annealing
                    .sample(task.ising(), reads, random.child("annealing"), deadline)
                    .samples()) {
                for (long c = 0; c < s.count(); c++) {
                    states.add(new PoolState(s.bits().toArray(), s.energy()));
                }
            }
        }
        return average(task, states, weights(states));
    }

    private static double[] weights(List<PoolState> states) {
        double least = Double.POSITIVE_INFINITY;
        double mean = 0;
        for (PoolState s : states) {
            least = Math.min(least, s.energy());
            mean += s.energy() / states.size();
        }
        double temperature = mean - least;
        double[] w = new double[states.size()];
        double sum = 0;
        for (int s = 0; s < w.length; s++) {
            double excess = states.get(s).energy() - least;
            w[s] = temperature > 0 ? Math.exp(-excess / temperature) : 1;
            sum += w[s];
        }
        for (int s = 0; s < w.length; s++) {
            w[s] /= sum;
        }
        return w;
    }

    private static Correlations average(CorrelationTask task, List<PoolState> states, double[] weights) {
        int n = task.size();
        double squares = 0;
        for (double w : weights) {
            squares += w * w;
        }
        double shrink = 1 / (1 + squares);
        // Spins of one variable over all samples side by side: a pair is a dot product.
        double[][] z = new double[n][states.size()];
        double[][] wz = new double[n][states.size()];
        for (int s = 0; s < weights.length; s++) {
            byte[] x = states.get(s).state();
            for (int i = 0; i < n; i++) {
                z[i][s] = 1 - 2 * x[i];
                wz[i][s] = weights[s] * z[i][s];
            }
        }
        SparseCorrelations result = new SparseCorrelations(n);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (double term : wz[i]) {
                sum += term;
            }
            result.setSingle(i, shrink * sum);
        }
        int[] is = task.pairs().is();
        int[] js = task.pairs().js();
        for (int k = 0; k < is.length; k++) {
            double[] a = wz[is[k]];
            double[] b = z[js[k]];
            double sum = 0;
            for (int s = 0; s < a.length; s++) {
                sum += a[s] * b[s];
            }
            result.setPair(is[k], js[k], shrink * sum);
        }
        return result;
    }
}
