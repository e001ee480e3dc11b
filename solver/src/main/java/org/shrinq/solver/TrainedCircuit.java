package org.shrinq.solver;

import org.shrinq.quantum.QuantumRun;
import org.shrinq.quantum.circuit.Circuit;

/**
 * A circuit for a small problem, ready for a device: measured bit i is variable i of the small QUBO.
 *
 * @param small the small problem
 * @param circuit with numbers for angles, without measurement
 * @param run its training and what simulated shots gave
 */
public record TrainedCircuit(SmallProblem small, Circuit circuit, QuantumRun run) {}
