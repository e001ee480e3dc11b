"""A whole session through Qiskit Aer with a noise model: a device drives the shrinking of three instances, and its counts are audited."""

import json
import sys

from qiskit import qasm3, transpile
from qiskit_aer import AerSimulator
from qiskit_aer.noise import NoiseModel, ReadoutError, depolarizing_error

from shrinq_cli import Tally, path, shrinq

tally = Tally()
noise = NoiseModel()
noise.add_all_qubit_quantum_error(depolarizing_error(4 * 3e-4 / 3, 1), ["rz", "sx", "x"])
noise.add_all_qubit_quantum_error(depolarizing_error(16 * 8e-3 / 15, 2), ["cx"])
noise.add_all_qubit_readout_error(ReadoutError([[0.98, 0.02], [0.02, 0.98]]))
device = AerSimulator(noise_model=noise)


def run(program, counts, seed):
    circuit = transpile(qasm3.load(program), basis_gates=["rz", "sx", "x", "cx"], seed_transpiler=1, optimization_level=1)
    measured = device.run(circuit, shots=4000, seed_simulator=seed).result().get_counts()
    with open(counts, "w") as file:
        json.dump(measured, file)


for name, instance, qubits in (
    ("cb", "instances/data/mdkp/cb.20x5-25.dat", 8),
    ("1dc", "instances/data/mis/1dc.64.txt", 12),
    ("grid", "instances/data/qap/grid.3x3.dat", 9),
):
    session, program, counts = path(f"{name}.json"), path(f"{name}.qasm"), path(f"{name}-counts.json")
    shrinq("session", "new", instance, "--qubits", qubits, "-p", 2, "-o", session)
    text, circuits = "", 0
    while "nothing is left" not in text and circuits < 20:
        shrinq("session", "next", session, "-o", program)
        circuits += 1
        run(program, counts, circuits)
        text = shrinq("session", "take", session, counts, "--readout", "0.02")
    shrinq("session", "show", session, "-o", path(f"{name}-solution.json"))
    shrinq("check", instance, path(f"{name}-solution.json"))
    print(f"{name}: {circuits} circuits, {text.strip().splitlines()[-1]}")
    tally.check("FEASIBLE" in text, f"{name}: a feasible solution at the end")

shrinq("export", "instances/data/mdkp/cb.20x5-25.dat", "--qubits", 8, "-p", 1, "-o", path("audited.qasm"), "--quiet")
run(path("audited.qasm"), path("audited.json"), 99)
audit = shrinq("audit", path("audited.qasm.sidecar.json"), path("audited.json"), "--readout", "0.02")
tally.check("The circuit was simulated here" in audit and "Against:" in audit, "an audit of Aer's counts")
sys.exit(tally.end("session"))
