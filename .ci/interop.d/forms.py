"""QUBOs and graphs: the same energies in dimod, the same optima of samplers and models, graphs from networkx."""

import itertools
import random
import sys

import dimod
import dimod.serialization.coo
import docplex.mp.model
import highspy
import networkx
import pulp
import pyomo.environ as pyo
from dwave.samplers import SteepestDescentSampler

from shrinq_cli import Tally, path, shrinq, solved

tally = Tally()


def bqm_of(file):
    """A COO file as a BQM: lines of row, column, value; the diagonal is linear; comments begin with #."""
    with open(file) as lines:
        return dimod.serialization.coo.load(lines, vartype=dimod.BINARY)


def energies(bqm, tries=40, seed=1):
    draw = random.Random(seed)
    for _ in range(tries):
        x = {v: draw.randint(0, 1) for v in bqm.variables}
        yield x, bqm.energy(x)


def least(bqm):
    return dimod.ExactSolver().sample(bqm).first.energy


def highs(file):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    tally.check(solver.readModel(file) != highspy.HighsStatus.kError, f"{file}: HiGHS reads it")
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return solver.getInfo().objective_function_value


def same(a, b, what):
    tally.check((a is None) == (b is None) and (a is None or abs(a - b) <= 1e-6 * max(1, abs(a))), f"{what}: {a} and {b}")


# what we write: one QUBO in every format has the same energies
draw = random.Random(3)
bqm = dimod.BinaryQuadraticModel(vartype="BINARY")
for i in range(9):
    bqm.add_linear(i, draw.randint(-9, 9))
    for j in range(i):
        if draw.random() < 0.6:
            bqm.add_quadratic(i, j, draw.randint(-9, 9))
with open(path("q.coo"), "w") as file:
    dimod.serialization.coo.dump(bqm, file, vartype_header=True)
with open(path("cqm.lp"), "w") as file:
    named = bqm.relabel_variables({i: f"q{i}" for i in range(9)}, inplace=False)
    dimod.lp.dump(dimod.ConstrainedQuadraticModel.from_bqm(named), file)
optimum = least(bqm)
same(optimum, solved(path("q.coo"), "--problem", "bqp"), "a COO file of dimod")
same(optimum, solved(path("cqm.lp")), "an LP file of dimod with a quadratic objective")
spin = bqm.change_vartype("SPIN", inplace=False)
spin.offset = 0
with open(path("spin.coo"), "w") as file:
    dimod.serialization.coo.dump(spin, file, vartype_header=True)
same(least(spin), solved(path("spin.coo"), "--problem", "bqp"), "a COO file of dimod over spins")
for ending in ("coo", "lp"):
    shrinq("convert", path("q.coo"), "--problem", "bqp", "-o", path(f"again.{ending}"))
again = bqm_of(path("again.coo"))
tally.check(all(abs(e - again.energy({v: x[v] for v in again.variables})) < 1e-9 for x, e in energies(bqm)), "COO of ours in dimod")
with open(path("again.lp")) as file:
    cqm = dimod.lp.load(file)
names = sorted(cqm.variables, key=lambda v: int("".join(c for c in str(v) if c.isdigit())))
tally.check(len(names) == 9 and all(
    abs(e - cqm.objective.energy({v: x[k] for k, v in enumerate(names)})) < 1e-9 for x, e in energies(bqm)), "LP of ours in dimod")
descent = SteepestDescentSampler().sample(bqm, num_reads=50, seed=1).first.energy
tally.check(descent >= optimum - 1e-9, "no sampler is below the proven optimum")

# the encoded and shrunk QUBO of a knapsack
shrinq("shrink", "instances/data/mdkp/cb.20x5-25.dat", "--qubits", "8", "-o", path("small.coo"), "--quiet")
small = bqm_of(path("small.coo"))
with open(path("small.coo")) as file:
    # dimod's format has no constant; ours is in a comment, which dimod passes over
    offset = sum(float(line.split("=")[1]) for line in file if line.startswith("# offset="))
same(least(small) + offset, solved(path("small.coo"), "--problem", "bqp"), "a shrunk QUBO in dimod")

# models of modellers
values, weights, room = [10, 13, 7, 8, 12, 4], [[5, 6, 3, 4, 6, 1], [3, 7, 2, 5, 4, 2]], [14, 13]
n = len(values)
m = docplex.mp.model.Model(name="knapsack")
x = m.binary_var_list(n, name="x")
m.maximize(m.sum(values[i] * x[i] for i in range(n)))
for r in range(2):
    m.add_constraint(m.sum(weights[r][i] * x[i] for i in range(n)) <= room[r])
m.add_constraint(x[0] + x[1] + x[4] <= 2)
m.export_as_lp(path("docplex.lp"))  # MPS only where CPLEX is installed

p = pulp.LpProblem("knapsack", pulp.LpMaximize)
y = [pulp.LpVariable(f"y{i}", cat="Binary") for i in range(n)]
z = pulp.LpVariable("z", -2, 3, cat="Integer")
p += pulp.lpSum(values[i] * y[i] for i in range(n)) - 3 * z
for r in range(2):
    p += pulp.lpSum(weights[r][i] * y[i] for i in range(n)) - z <= room[r]
p += y[0] + y[1] + z >= 0
p.writeLP(path("pulp.lp"))
p.writeMPS(path("pulp.mps"))

c = pyo.ConcreteModel()
c.I = range(n)
c.x = pyo.Var(c.I, domain=pyo.Binary)
c.goal = pyo.Objective(expr=sum(values[i] * c.x[i] for i in c.I), sense=pyo.maximize)
c.rows = pyo.ConstraintList()
for r in range(2):
    c.rows.add(sum(weights[r][i] * c.x[i] for i in c.I) <= room[r])
c.rows.add(pyo.inequality(1, c.x[2] + c.x[3] + c.x[5], 2))
c.write(path("pyomo.lp"), io_options={"symbolic_solver_labels": True})
c.write(path("pyomo.mps"), io_options={"symbolic_solver_labels": True})

h = highspy.Highs()
h.setOptionValue("output_flag", False)
h.readModel(path("pulp.lp"))
h.writeModel(path("highs.lp"))
h.writeModel(path("highs.mps"))

q = dimod.ConstrainedQuadraticModel()
b = [dimod.Binary(f"b{i}") for i in range(n)]
q.set_objective(-dimod.quicksum(values[i] * b[i] for i in range(n)))
for r in range(2):
    q.add_constraint(dimod.quicksum(weights[r][i] * b[i] for i in range(n)) <= room[r], label=f"r{r}")
with open(path("dimod.lp"), "w") as file:
    dimod.lp.dump(q, file)

for name in ("docplex.lp", "pulp.lp", "pulp.mps", "pyomo.lp", "pyomo.mps", "highs.lp", "highs.mps", "dimod.lp"):
    ours, theirs = solved(path(name)), highs(path(name))
    # MPS files of some writers have no sense, and minimise the negative
    same(theirs, ours, f"{name}: HiGHS and Shrinq")

# graphs
graph = networkx.gnp_random_graph(18, 0.3, seed=4)
nodes = set(max(networkx.find_cliques(networkx.complement(graph)), key=len))
networkx.write_edgelist(graph, path("graph.edges"), data=False)
with open(path("graph.dimacs"), "w") as file:
    file.write(f"p edge 18 {graph.number_of_edges()}\n" + "".join(f"e {u + 1} {v + 1}\n" for u, v in graph.edges))
with open(path("graph.metis"), "w") as file:
    file.write(f"18 {graph.number_of_edges()}\n" + "".join(" ".join(str(v + 1) for v in sorted(graph[u])) + "\n" for u in range(18)))
networkx.write_graph6(graph, path("graph.g6"))
for name in ("graph.dimacs", "graph.metis", "graph.g6"):
    same(len(nodes), solved(path(name), "--problem", "mis"), f"{name}: independent set of networkx")
# lines of edges have no vertices alone
linked = len(nodes) - sum(1 for v in nodes if not graph[v])
same(linked, solved(path("graph.edges"), "--problem", "mis"), "graph.edges: independent set of networkx")
cut = max(sum(side[u] != side[v] for u, v in graph.edges) for side in itertools.product((0, 1), repeat=18) if side[0] == 0)
with open(path("graph.mc"), "w") as file:
    file.write(f"18 {graph.number_of_edges()}\n" + "".join(f"{u + 1} {v + 1} 1\n" for u, v in graph.edges))
same(cut, solved(path("graph.mc"), "--problem", "maxcut"), "graph.mc: maximum cut by enumeration")
for u, v in graph.edges:
    graph.edges[u, v]["weight"] = draw.randint(-3, 5)
networkx.write_weighted_edgelist(graph, path("weighted.edges"))
cut = max(sum(w for u, v, w in graph.edges(data="weight") if side[u] != side[v]) for side in itertools.product((0, 1), repeat=18) if side[0] == 0)
same(cut, solved(path("weighted.edges"), "--problem", "maxcut", "--format", "edge-list"), "weighted.edges: maximum cut by enumeration")

sys.exit(tally.end("forms"))
