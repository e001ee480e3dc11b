package org.shrinq.bench.audit;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.shrinq.quantum.InsufficientMemoryException;
import org.shrinq.quantum.backend.AliasTable;
import org.shrinq.quantum.circuit.Amplitudes;
import org.shrinq.quantum.circuit.Evolution;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.quantum.lightcone.ConeLimits;
import org.shrinq.quantum.lightcone.LightConeQaoa;
import org.shrinq.quantum.mps.MpsOptions;
import org.shrinq.quantum.mps.MpsState;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.SampleSet;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;

/**
 * What the circuit does without noise, as far as it can be simulated.
 *
 * @param strings where its strings come from; empty where only the energy is known
 * @param energy its mean energy
 * @param how it was simulated, in a few words
 */
public record IdealCircuit(Optional<StringSource> strings, double energy, String how) {
    /** Most qubits of a state vector. */
    public static final int STATE_VECTOR = 20;

    private static final double[] NO_PARAMETERS = {};
    private static final int SHOTS_FOR_ENERGY = 4096;

    /** So many of its strings, where they are known. */
    public Optional<SampleSet> draw(int shots, RandomStreams streams) {
        return strings.map(source -> source.draw(shots, streams));
    }

    /** By a state vector of at most {@value #STATE_VECTOR} qubits, with every string's energy. */
    public static IdealCircuit stateVector(Subject subject, MeasuredCircuit program) {
        MeasuredCircuit compact = program.compact();
        int n = compact.circuit().qubits();
        Amplitudes state = Amplitudes.ground(n);
        Evolution.of(compact.circuit()).run(NO_PARAMETERS, state);
        double[] probability = new double[1 << subject.bits()];
        double[] physical = state.probabilities();
        for (int z = 0; z < physical.length; z++) {
            probability[(int) compact.register(z)] += physical[z];
        }
        double energy = 0;
        for (int z = 0; z < probability.length; z++) {
            if (probability[z] > 0) {
                energy += probability[z] * subject.energy().applyAsDouble(Bits.ofIndex(subject.bits(), z));
            }
        }
        AliasTable table = AliasTable.of(probability);
        StringSource strings = (shots, streams) -> {
            SplittableRandom random = streams.stream("shots");
            Tally tally = new Tally();
            for (int s = 0; s < shots; s++) {
                tally.add(Bits.ofIndex(subject.bits(), table.draw(random)));
            }
            return subject.samples(tally.counts());
        };
        return new IdealCircuit(Optional.of(strings), energy, "state vector of " + n + " qubits");
    }

    /**
     * By a matrix product state; its energy is that of {@value #SHOTS_FOR_ENERGY} shots.
     *
     * @throws InsufficientMemoryException when it does not fit
     */
    public static IdealCircuit matrixProduct(
            Subject subject, MeasuredCircuit program, MpsOptions options, SplittableRandom random) {
        MeasuredCircuit compact = program.compact();
        MpsState state = MpsState.run(compact.circuit(), options, () -> false).orElseThrow();
        StringSource strings = (shots, streams) -> {
            Tally tally = new Tally();
            List<Bits> drawn = state.sample(shots, streams.stream("shots"), () -> false);
            drawn.forEach(x -> tally.add(compact.register(x)));
            return subject.samples(tally.counts());
        };
        double energy = state.sample(SHOTS_FOR_ENERGY, random, () -> false).stream()
                .mapToDouble(x -> subject.energy().applyAsDouble(compact.register(x)))
                .average()
                .orElseThrow();
        return new IdealCircuit(
                Optional.of(strings),
                energy,
                String.format(
                        java.util.Locale.ROOT,
                        "matrix product state, bond %d, fidelity about %.3g",
                        state.largestBond(),
                        state.fidelity()));
    }

    /** The energy of a QAOA circuit by light cones; empty where a cone is too large. Arrays are not modified. */
    public static Optional<IdealCircuit> lightCones(Qubo qubo, double[] gamma, double[] beta) {
        try {
            return LightConeQaoa.of(qubo.toIsing(), gamma.length, ConeLimits.DEFAULTS, 1, Deadline.never())
                    .map(cones -> new IdealCircuit(
                            Optional.empty(), cones.energy(gamma, beta, () -> false), "light cones, energy alone"));
        } catch (InsufficientMemoryException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
