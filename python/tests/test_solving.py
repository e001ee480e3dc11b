"""Problems of every kind against enumeration."""

import itertools
import random

import pytest

import shrinq

SEED = 5


def test_knapsack_and_progress():
    draw = random.Random(SEED)
    values = [draw.randint(5, 30) for _ in range(10)]
    weights = [[draw.randint(1, 9) for _ in range(10)] for _ in range(2)]
    capacities = [22, 25]
    best = max(
        sum(v for v, x in zip(values, xs) if x)
        for xs in itertools.product((0, 1), repeat=10)
        if all(sum(w for w, x in zip(row, xs) if x) <= c for row, c in zip(weights, capacities))
    )
    events = []
    result = shrinq.solve(shrinq.Knapsack(values, weights, capacities), seed=1, progress=events.append)
    assert (result.status, result.objective, result.sense) == ("OPTIMAL", best, "maximize")
    assert sum(values[i] for i in result.selected) == best and result.bound == best
    assert {"stage", "improved"} <= {event.kind for event in events}
    assert [e.value for e in events if e.kind == "improved"][-1] == best


def test_assignment():
    flow = [[0, 5, 2, 1], [5, 0, 3, 0], [2, 3, 0, 4], [1, 0, 4, 0]]
    distance = [[0, 1, 2, 3], [1, 0, 1, 2], [2, 1, 0, 1], [3, 2, 1, 0]]

    def cost(p):
        return sum(flow[i][j] * distance[p[i]][p[j]] for i in range(4) for j in range(4))

    result = shrinq.solve(shrinq.Assignment(flow, distance), seed=1)
    assert result.objective == min(map(cost, itertools.permutations(range(4)))) == cost(result.permutation)
    assert set(result.selected) == set(enumerate(result.permutation))


def test_model_with_integers_fixed_variables_and_products():
    model = shrinq.Model(maximize=True, objective={("a",): 3, ("a", "b"): -5, ("n",): 1, ("f",): 2, ("b",): 4, (): 10})
    model.bounds = {"n": (0, 5), "f": (3, 3)}
    model.rows = [({("a",): 2, ("n",): 1, ("f",): 1}, "<=", 7), ({("b",): 1, ("n",): 1}, ">=", 1)]
    best = max(
        (10 + 3 * a - 5 * a * b + n + 6 + 4 * b, (a, b, n))
        for a, b, n in itertools.product((0, 1), (0, 1), range(6))
        if 2 * a + n + 3 <= 7 and b + n >= 1
    )
    result = shrinq.solve(model, seed=1)
    assert result.objective == best[0]
    values = result.values
    assert 10 + 3 * values["a"] - 5 * values["a"] * values["b"] + values["n"] + 6 + 4 * values["b"] == best[0] and values["f"] == 3


def test_infeasible_file_and_errors(tmp_path):
    model = shrinq.Model(rows=[({("a",): 1, ("b",): 1}, ">=", 3)], objective={("a",): 1})
    result = shrinq.solve(model)
    assert (result.status, result.feasible, dict(result.values)) == ("INFEASIBLE", False, {})
    with pytest.raises(shrinq.ShrinqError, match="no such file") as missing:
        shrinq.solve(tmp_path / "missing.dat")
    assert missing.value.code == 3
    with pytest.raises(shrinq.ShrinqError, match="--method") as wrong:
        shrinq.solve(shrinq.Knapsack([1], [[1]], [1]), method="nothing")
    assert wrong.value.code == 2
    with pytest.raises(ValueError, match="2 rows of 1"):
        shrinq.solve(shrinq.Knapsack([1], [[1]], [1, 2]))
    with pytest.raises(TypeError, match="is no problem"):
        shrinq.solve(3)
    with pytest.raises(shrinq.ShrinqError, match="is no file"):
        shrinq.command(tmp_path / "none.jar")


def test_numpy_arrays():
    numpy = pytest.importorskip("numpy")
    result = shrinq.solve(shrinq.Knapsack(numpy.array([6, 5, 4.5]), numpy.array([[3, 2, 2]]), numpy.array([4])), seed=1)
    assert result.objective == 9.5 and result.selected == (1, 2)


def test_graphs():
    networkx = pytest.importorskip("networkx")
    graph = networkx.gnp_random_graph(12, 0.35, seed=SEED)
    graph = networkx.relabel_nodes(graph, {v: f"town {v}" for v in graph})
    clique = max(networkx.find_cliques(networkx.complement(graph)), key=len)
    result = shrinq.solve(graph, seed=1)
    assert result.objective == len(clique) == len(result.selected)
    assert not graph.subgraph(result.selected).edges
    for u, v in graph.edges:
        graph.edges[u, v]["weight"] = 1 + len(u + v) % 3
    nodes = list(graph)
    best = max(
        sum(data["weight"] for u, v, data in graph.edges(data=True) if (u in side) != (v in side))
        for k in range(2**11)
        for side in [{nodes[i] for i in range(12) if k >> i & 1}]
    )
    result = shrinq.solve(graph, kind="maxcut", seed=1)
    assert result.objective == best == networkx.cut_size(graph, result.selected, weight="weight")


def test_dimod():
    dimod = pytest.importorskip("dimod")
    from shrinq.sampler import ShrinqSampler

    bqm = dimod.generators.ran_r(3, 8, seed=SEED)
    bqm = bqm.relabel_variables({v: ("spin", v) for v in bqm.variables}, inplace=False)
    bqm.offset = 2.5
    found = ShrinqSampler().sample(bqm, num_reads=4, seed=1)
    assert found.first.energy == pytest.approx(dimod.ExactSolver().sample(bqm).first.energy)
    assert found.vartype is dimod.SPIN and found.info["status"] == "OPTIMAL"
    dimod.testing.assert_response_energies(found, bqm)
    dimod.testing.assert_sampler_api(ShrinqSampler())

    i, b, s = dimod.Integer("i", upper_bound=6), dimod.Binary("b 1"), dimod.Spin("s")
    cqm = dimod.ConstrainedQuadraticModel()
    cqm.set_objective(-2 * i - 3 * b * i + s + 4 * s * b)
    cqm.add_constraint(2 * i + 5 * b - s <= 9, label="room")
    exact = dimod.ExactCQMSolver().sample_cqm(cqm).filter(lambda d: d.is_feasible)
    sample = ShrinqSampler().sample_cqm(cqm, seed=1)
    assert sample.first.energy == pytest.approx(exact.first.energy) and sample.first.is_feasible


def test_quadratic_program():
    programs = pytest.importorskip("qiskit_optimization")
    program = programs.QuadraticProgram("p")
    program.binary_var("x")
    program.binary_var("y")
    program.integer_var(0, 4, "z")
    program.maximize(constant=1, linear={"x": 1, "y": 2, "z": 1}, quadratic={("x", "y"): -3, ("z", "y"): 1})
    program.linear_constraint({"x": 1, "z": 2}, "<=", 5, "c")
    best = max(
        1 + x + 2 * y + z - 3 * x * y + z * y for x, y, z in itertools.product((0, 1), (0, 1), range(5)) if x + 2 * z <= 5
    )
    result = shrinq.solve(program, seed=1)
    assert result.objective == best == program.objective.evaluate([result.values[v] for v in ("x", "y", "z")])
