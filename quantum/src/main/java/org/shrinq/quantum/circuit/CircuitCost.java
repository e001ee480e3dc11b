package org.shrinq.quantum.circuit;

/**
 * Size of a circuit in the gate set and coupling that its producer names.
 *
 * @param depth number of time steps, measurement excluded
 * @param gates all gates
 * @param twoQubitGates gates on two qubits
 */
public record CircuitCost(int depth, int gates, int twoQubitGates) {}
