package org.shrinq.examples;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.shrinq.quantum.backend.Backend;
import org.shrinq.quantum.circuit.Circuit;
import org.shrinq.quantum.device.BitOrder;
import org.shrinq.quantum.device.CountsReader;
import org.shrinq.quantum.device.MeasuredCircuit;
import org.shrinq.quantum.device.OpenQasm;
import org.shrinq.quantum.noise.NoiseModel;
import org.shrinq.quantum.noise.NoisySampler;
import org.shrinq.qubo.Bits;
import org.shrinq.qubo.problem.MultidimensionalKnapsack;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.Solution;
import org.shrinq.solver.SolverOptions;

/** Every trained circuit goes to a device: as OpenQASM there, as counts back. */
public final class CustomBackend {
    private CustomBackend() {}

    /** What a vendor's client library does: run a program, wait, hand back how often each string was measured. */
    interface Device {
        Map<String, Long> run(String program, int shots);
    }

    /**
     * A device as a backend.
     *
     * @param qubits what it has
     */
    record DeviceBackend(int qubits, Device device) implements Backend {
        @Override
        public String id() {
            return "my-device";
        }

        @Override
        public int maxQubits() {
            return qubits;
        }

        @Override
        public long[] sample(Circuit circuit, int shots, SplittableRandom random) {
            check(circuit);
            Map<String, Long> counts = device.run(OpenQasm.write(circuit, OpenQasm.Version.V3), shots);
            // as Qiskit prints them: variable 0 last
            Map<Bits, Long> measured = CountsReader.read(counts, circuit.qubits(), BitOrder.FIRST_VARIABLE_LAST);
            return measured.entrySet().stream()
                    .flatMapToLong(e -> java.util.stream.LongStream.generate(e.getKey()::toIndex)
                            .limit(e.getValue()))
                    .toArray();
        }
    }

    /**
     * Stands in for a device: reads the program and runs it on a noisy simulation, as anybody else's simulator would.
     */
    static Device simulated(String noise, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        return (program, shots) -> {
            MeasuredCircuit read = OpenQasm.read(program);
            long[] states = NoisySampler.sample(
                    read.circuit(), NoiseModel.parse(noise), shots, streams.child(program), Deadline.never());
            Map<String, Long> counts = new TreeMap<>();
            for (long state : states) {
                Bits register = Bits.ofIndex(read.measured().size(), read.register(state));
                counts.merge(BitOrder.FIRST_VARIABLE_LAST.format(register), 1L, Long::sum);
            }
            return counts;
        };
    }

    static Solution solve(Device device) {
        double[] values = {12, 7, 9, 15, 5, 8, 11, 4, 13, 6};
        double[][] weights = {{6, 4, 5, 9, 2, 4, 7, 1, 8, 3}, {3, 5, 2, 6, 4, 3, 5, 2, 4, 6}};
        double[] capacities = {24, 20};
        SolverOptions options = SolverOptions.defaults()
                .withBackend(new DeviceBackend(8, device))
                .withReduce(SolverOptions.Stage.OFF)
                .withQubits(8)
                .withRounds(2);
        return Shrinq.with(options).run(MultidimensionalKnapsack.of("cargo", values, weights, capacities));
    }

    public static void main(String[] args) {
        Solution solution = solve(simulated("superconducting", 1));
        solution.trace()
                .rounds()
                .forEach(round -> System.out.println(round.search().shots()
                        + " shots of " + round.search().qubits() + " qubits on "
                        + round.search().run().orElseThrow().backend() + ", mean energy "
                        + round.search().run().orElseThrow().expectation()));
        System.out.println(solution.status() + ": worth " + solution.objective().orElseThrow());
    }
}
