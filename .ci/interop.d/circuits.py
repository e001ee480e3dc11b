"""Exported circuits in Qiskit and Braket, their counts back, transpiled circuits in our simulator."""

import json
import math
import sys

from braket.devices import LocalSimulator
from braket.ir.openqasm import Program
from qiskit import QuantumCircuit, qasm2, qasm3, transpile
from qiskit.quantum_info import Statevector
from qiskit.transpiler import CouplingMap
from qiskit_aer import AerSimulator

from shrinq_cli import Tally, path, shrinq

INSTANCES = {
    "mdkp": ("instances/data/mdkp/cb.20x5-25.dat", 5),
    "mis": ("instances/data/mis/1tc.32.txt", 5),
    "qap": ("instances/data/qap/grid.3x3.dat", 4),
    "maxcut": ("instances/data/maxcut/torus.8x8.mc", 5),
}
SHOTS = 20000
tally = Tally()


def distance(p, counts):
    """Total variation between probabilities by string and counts by string, and what 20,000 shots of p would have on average."""
    shots = sum(counts.values())
    keys = set(p) | set(counts)
    found = 0.5 * sum(abs(p.get(k, 0) - counts.get(k, 0) / shots) for k in keys)
    expected = 0.5 * sum(math.sqrt(2 * q * (1 - q) / (math.pi * shots)) for q in p.values())
    return found, expected


def agree(p, counts, what):
    found, expected = distance(p, counts)
    tally.check(found < 2 * expected + 0.003, f"{what}: distance {found:.4f}, {expected:.4f} expected")


def ideal(circuit):
    """Probabilities of the classical register's strings by Qiskit."""
    bare = circuit.remove_final_measurements(inplace=False)
    state = Statevector(bare)
    where = [None] * circuit.num_clbits
    for instruction in circuit.data:
        if instruction.operation.name == "measure":
            where[circuit.find_bit(instruction.clbits[0]).index] = circuit.find_bit(instruction.qubits[0]).index
    return {k: v for k, v in state.probabilities_dict(where).items() if v > 1e-12}


def energy_of(name, counts, flags=()):
    """Mean energy that decode prints, and the one of training."""
    text = shrinq("decode", path(f"{name}.qasm.sidecar.json"), counts, *flags)
    return float(text.split("mean energy ")[1].split(",")[0])


def export(name, instance, qubits, *flags):
    shrinq("export", instance, "--qubits", qubits, "-p", 2, "--seed", 1, *flags, "-o", path(f"{name}.qasm"), "--quiet")
    with open(path(f"{name}.qasm.sidecar.json")) as file:
        return json.load(file)["circuit"]["expectation"]


def close(measured, trained, what):
    tally.check(abs(measured - trained) < 0.06 * abs(trained) + 0.05, f"{what}: mean energy {measured}, trained {trained}")


for family, (instance, qubits) in INSTANCES.items():
    for coupling in ("all-to-all", "linear", "heavy-hex"):
        name = f"{family}-{coupling}"
        trained = export(name, instance, qubits, "--coupling", coupling)
        circuit = qasm3.load(path(f"{name}.qasm"))
        p = ideal(circuit)
        shrinq("simulate", path(f"{name}.qasm"), "--shots", SHOTS, "-o", path(f"{name}.json"), "--quiet")
        with open(path(f"{name}.json")) as file:
            agree(p, json.load(file), f"{name}: our simulation against Qiskit's state")
        counts = AerSimulator().run(circuit, shots=SHOTS, seed_simulator=1).result().get_counts()
        with open(path("aer.json"), "w") as file:
            json.dump(counts, file)
        close(energy_of(name, path("aer.json")), trained, f"{name}: Aer's counts")

    name = f"{family}-2"
    trained = export(name, instance, qubits, "--qasm", 2)
    agree(ideal(qasm2.load(path(f"{name}.qasm"), custom_instructions=qasm2.LEGACY_CUSTOM_INSTRUCTIONS)),
          AerSimulator().run(QuantumCircuit.from_qasm_file(path(f"{name}.qasm")), shots=SHOTS, seed_simulator=2).result().get_counts(),
          f"{name}: OpenQASM 2 in Aer")

    name = f"{family}-braket"
    trained = export(name, instance, qubits, "--qasm", "braket", "--coupling", "linear")
    with open(path(f"{name}.qasm")) as file:
        result = LocalSimulator().run(Program(source=file.read()), shots=SHOTS).result()
    with open(path("braket.json"), "w") as file:
        json.dump({"measurementCounts": dict(result.measurement_counts), "measuredQubits": [int(q) for q in result.measured_qubits]}, file)
    close(energy_of(name, path("braket.json")), trained, f"{name}: Braket's counts")
    with open(path("schema.json"), "w") as file:
        task = json.loads(result.task_metadata.json())
        json.dump({"taskMetadata": task, "measurements": result.measurements.tolist(), "measuredQubits": [int(q) for q in result.measured_qubits]}, file)
    close(energy_of(name, path("schema.json")), trained, f"{name}: Braket's measurements")

    # physical qubits: what Qiskit makes of the program for a line, written by its own exporters, in our simulator
    name = f"{family}-all-to-all"
    circuit = qasm3.load(path(f"{name}.qasm"))
    p = ideal(circuit)
    routed = transpile(circuit, coupling_map=CouplingMap.from_line(qubits + 2), basis_gates=["rz", "sx", "x", "cx"],
                       initial_layout=list(range(1, qubits + 1)), seed_transpiler=1, optimization_level=1)
    for form, text in (("OpenQASM 3", qasm3.dumps(routed)), ("OpenQASM 2", qasm2.dumps(routed))):
        with open(path("routed.qasm"), "w") as file:
            file.write(text)
        shrinq("simulate", path("routed.qasm"), "--shots", SHOTS, "-o", path("routed.json"), "--quiet")
        with open(path("routed.json")) as file:
            agree(p, json.load(file), f"{name}: transpiled, {form}")

sys.exit(tally.end("circuits"))
