"""Exported circuits in Qiskit, Braket and quimb, their counts back, transpiled circuits in our simulator, the programs that export writes."""

import json
import math
import subprocess
import sys
import warnings

import quimb
import quimb.tensor
from braket.devices import LocalSimulator
from braket.ir.openqasm import Program
from qiskit import QuantumCircuit, qasm2, qasm3, transpile
from qiskit.circuit import ClassicalRegister, QuantumRegister
from qiskit.quantum_info import Statevector
from qiskit.transpiler import CouplingMap
from qiskit_aer import AerSimulator
from qiskit_aer.primitives import SamplerV2

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

# programs that export writes: one circuit each, then a job of two instances with two depths
for maker in ("qiskit", "braket"):
    name = f"script-{maker}"
    trained = export(name, INSTANCES["mdkp"][0], 5, "--script", maker, "--coupling", "linear")
    subprocess.run([sys.executable, path(f"{name}.qasm.py"), "--shots", str(SHOTS)], check=True, stdout=subprocess.DEVNULL)
    close(energy_of(name, path(f"{name}.counts.json")), trained, f"the program for {maker}")
    folder = path(f"job-{maker}")
    shrinq("export", INSTANCES["mdkp"][0], INSTANCES["mis"][0], "--qubits", 5, "--vary-layers", "1,2", "--seed", 1,
           "--script", maker, "-o", folder, "--quiet")
    subprocess.run([sys.executable, f"{folder}/run.py", "--shots", str(SHOTS)], check=True, stdout=subprocess.DEVNULL)
    shrinq("decode", f"{folder}/job.json", f"{folder}/counts.json", "-o", f"{folder}/solutions.json")
    with open(f"{folder}/job.json") as sidecars, open(f"{folder}/solutions.json") as solutions:
        circuits, found = json.load(sidecars)["circuits"], json.load(solutions)
    tally.check(len(circuits) == 4 and list(circuits) == list(found), f"{maker}: the circuits of a job")
    for name, sidecar in circuits.items():
        close(found[name]["samples"]["mean_energy"], sidecar["circuit"]["expectation"], f"the job for {maker}: {name}")

# counts of two registers, as Qiskit's runtime stores them: c has the variables, the other a bit that is always 1
name = "mdkp-all-to-all"
with open(path(f"{name}.qasm.sidecar.json")) as file:
    trained = json.load(file)["circuit"]["expectation"]
circuit = qasm3.load(path(f"{name}.qasm"))
flag, spare = ClassicalRegister(2, "flag"), QuantumRegister(1, "spare")
circuit.add_register(spare)
circuit.add_register(flag)
circuit.x(spare[0])
circuit.measure(spare[0], flag[1])
result = SamplerV2(seed=3).run([circuit], shots=SHOTS).result()
registers = {}
for key in ("c", "flag"):
    shots = [f"0x{int(bits, 2):x}" for bits in result[0].data[key].get_bitstrings()]
    registers[key] = {"samples": shots, "num_bits": result[0].data[key].num_bits}
with open(path("registers.json"), "w") as file:
    json.dump({"results": [{"data": registers}]}, file)
close(energy_of(name, path("registers.json")), trained, "two registers of a stored job")
counts = AerSimulator().run(circuit, shots=SHOTS, seed_simulator=4).result().get_counts()
with open(path("registers.json"), "w") as file:
    json.dump(counts, file)
tally.check(all(key.startswith("10 ") for key in counts), "Qiskit prints the registers with a blank between them")
close(energy_of(name, path("registers.json")), trained, "counts of two registers")

# a matrix product state of ours against quimb's tensor network of the same program: marginals and pairs of 16 qubits
name = "tensor"
export(name, INSTANCES["maxcut"][0], 16, "--qasm", 2)
warnings.simplefilter("ignore")  # its reader says that it passes over registers and measurements
network = quimb.tensor.Circuit.from_openqasm2_file(path(f"{name}.qasm"))
shrinq("simulate", path(f"{name}.qasm"), "--backend", "mps", "--bond", 64, "--shots", SHOTS, "-o", path("mps.json"), "--quiet")
with open(path("mps.json")) as file:
    counts = json.load(file)
pauli_z = quimb.pauli("Z")
for pair in ((0,), (7,), (15,), (0, 1), (3, 12), (14, 15)):
    theirs = network.local_expectation(pauli_z if len(pair) == 1 else pauli_z & pauli_z, pair if len(pair) == 2 else pair[0])
    ours = sum(c * math.prod(1 - 2 * int(bits[-1 - q]) for q in pair) for bits, c in counts.items()) / SHOTS
    tally.check(abs(ours - theirs.real) < 5 / math.sqrt(SHOTS), f"qubits {pair}: {ours:.4f}, quimb {theirs.real:.4f}")

sys.exit(tally.end("circuits"))
