"""Problems of Python as files that Shrinq reads, with the names of their variables."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, Union, runtime_checkable

Number = Union[int, float]
Terms = Mapping[tuple[Hashable, ...], float]


@dataclass(frozen=True)
class Written:
    """A problem in a file. ``labels[i]`` is variable i of the file's binary ones; ``integers`` has labels of integer ones by their name there,
    ``fixed`` the variables that their bounds decide; ``problem`` is the kind to read it as."""

    path: Path
    labels: tuple[Hashable, ...] | None = None
    integers: Mapping[str, Hashable] = field(default_factory=dict)
    fixed: Mapping[Hashable, float] = field(default_factory=dict)
    problem: str | None = None


@runtime_checkable
class Writable(Protocol):
    """What writes itself as a file of a folder."""

    def write(self, folder: Path) -> Written: ...


def _text(value: Any) -> str:
    number = float(value)
    return str(int(number)) if number == int(number) else repr(number)


def _rows(rows: Iterable[Iterable[Any]]) -> str:
    return "".join(" ".join(map(_text, row)) + "\n" for row in rows)


@dataclass(frozen=True)
class Knapsack:
    """Items of the largest value in all whose weights keep every capacity: ``weights[r][i]`` of item i in resource r, one row for each capacity."""

    values: Sequence[Number]
    weights: Sequence[Sequence[Number]]
    capacities: Sequence[Number]

    def write(self, folder: Path) -> Written:
        n, m = len(self.values), len(self.capacities)
        if len(self.weights) != m or any(len(row) != n for row in self.weights):
            raise ValueError(f"weights have to be {m} rows of {n} numbers, one row for each capacity")
        path = folder / "knapsack.dat"
        path.write_text(f"{n} {m} 0\n" + _rows([self.values, *self.weights, self.capacities]))
        return Written(path, tuple(range(n)), problem="mdkp")


@dataclass(frozen=True)
class Assignment:
    """Quadratic assignment: facility i goes to location p(i) so that the sum of flow[i][j] · distance[p(i)][p(j)] is least."""

    flow: Sequence[Sequence[Number]]
    distance: Sequence[Sequence[Number]]

    def write(self, folder: Path) -> Written:
        n = len(self.flow)
        if len(self.distance) != n or any(len(row) != n for row in (*self.flow, *self.distance)):
            raise ValueError(f"flow and distance have to be {n} rows of {n} numbers")
        path = folder / "assignment.dat"
        path.write_text(f"{n}\n\n{_rows(self.flow)}\n{_rows(self.distance)}")
        return Written(path, tuple((i, k) for i in range(n) for k in range(n)), problem="qap")


@dataclass
class Model:
    """A model by labels. Terms map tuples of at most two labels to coefficients: ``{("a",): 3, ("a", "b"): -1, (): 2}``."""

    maximize: bool = False
    objective: Terms = field(default_factory=dict)
    rows: list[tuple[Terms, str, float]] = field(default_factory=list)
    bounds: dict[Hashable, tuple[float, float]] = field(default_factory=dict)
    """Of integer variables; all others are binary."""
    variables: list[Hashable] = field(default_factory=list)
    """In the order of the result's ``x``; those that stand in terms alone follow."""

    def write(self, folder: Path) -> Written:
        everything = dict.fromkeys(self.variables)
        for terms in (self.objective, *(row[0] for row in self.rows)):
            everything.update(dict.fromkeys(label for key in terms for label in key))
        if not everything:
            raise ValueError("the model has no variables")
        fixed = {v: lo for v, (lo, hi) in self.bounds.items() if lo == hi}
        binary = [v for v in everything if v not in self.bounds]
        whole = [v for v in everything if v in self.bounds]
        names = {v: f"x{i}" for i, v in enumerate(binary)} | {v: f"z{i}" for i, v in enumerate(whole)}
        # variables are numbered as they first appear
        first = " + ".join(f"0 {names[v]}" for v in (*binary, *whole))
        lines = ["Maximize" if self.maximize else "Minimize", f" obj: {first} {_sum(self.objective, names, True)}", "Subject To"]
        for k, (terms, sense, bound) in enumerate(self.rows):
            constant = terms.get((), 0)
            kept = {key: c for key, c in terms.items() if key}
            lines.append(f" c{k}: {_sum(kept, names, False)} {sense} {_text(bound - constant)}")
        lines += ["Bounds", *(f" {_text(lo)} <= {names[v]} <= {_text(hi)}" for v, (lo, hi) in self.bounds.items())]
        lines += ["Binaries", *(f" {names[v]}" for v in binary), "Generals", *(f" {names[v]}" for v in whole), "End"]
        path = folder / "model.lp"
        path.write_text("\n".join(lines) + "\n")
        return Written(path, tuple(binary), {names[v]: v for v in whole if v not in fixed}, fixed)


def _sum(terms: Terms, names: Mapping[Hashable, str], halved: bool) -> str:
    """Linear terms, then products in brackets; an objective's products are halved by the format."""
    linear: list[str] = []
    products: list[str] = []
    for key, c in terms.items():
        size, value = len(key), float(c) * (2 if halved and len(key) == 2 else 1)
        if size > 2:
            raise ValueError(f"{key} is a product of {size} variables, and two are the most")
        word = " * ".join(names[v] for v in key)
        (products if size == 2 else linear).append(f"{'-' if value < 0 else '+'} {_text(abs(value))} {word}".rstrip())
    text = " ".join(linear)
    if products:
        text += f" + [ {' '.join(products)} ]{' / 2' if halved else ''}"
    return text or "0 " + next(iter(names.values()))


def _dimod_terms(expression: Any) -> dict[tuple[Hashable, ...], float]:
    terms: dict[tuple[Hashable, ...], float] = {(v,): float(expression.get_linear(v)) for v in expression.variables}
    for u, v, c in expression.iter_quadratic():
        terms[(u, v)] = float(c)
    terms[()] = float(expression.offset)
    return terms


def of_bqm(bqm: Any) -> Model:
    """A dimod BinaryQuadraticModel, over 0 and 1."""
    model = bqm.change_vartype("BINARY", inplace=False)
    return Model(objective=_dimod_terms(model), variables=list(model.variables))


def of_cqm(cqm: Any) -> Model:
    """A dimod ConstrainedQuadraticModel with binary, spin and integer variables; soft constraints are refused."""
    import dimod

    model = dimod.spin_to_binary(cqm) if hasattr(dimod, "spin_to_binary") else cqm.spin_to_binary(inplace=False)
    made = Model(objective=_dimod_terms(model.objective), variables=list(model.variables))
    for v in model.variables:
        kind = model.vartype(v).name
        if kind == "INTEGER":
            made.bounds[v] = (float(model.lower_bound(v)), float(model.upper_bound(v)))
        elif kind != "BINARY":
            raise ValueError(f"variable {v!r} is {kind}, and Shrinq takes binary and integer ones")
    for label, row in model.constraints.items():
        if row.lhs.is_soft():
            raise ValueError(f"constraint {label!r} is soft, and Shrinq keeps all of them. Maybe put its weight into the objective.")
        sense = {"Le": "<=", "Ge": ">=", "Eq": "="}[row.sense.name]
        made.rows.append((_dimod_terms(row.lhs), sense, float(row.rhs)))
    return made


def of_quadratic_program(program: Any) -> Model:
    """A QuadraticProgram of qiskit-optimization, with binary and bounded integer variables; results are by variable name."""

    def terms(linear: Any, quadratic: Any, constant: float = 0) -> dict[tuple[Hashable, ...], float]:
        found: dict[tuple[Hashable, ...], float] = {(v,): float(c) for v, c in linear.to_dict(use_name=True).items()}
        if quadratic is not None:
            found.update({tuple(key): float(c) for key, c in quadratic.to_dict(use_name=True).items()})
        return found | {(): float(constant)}

    goal = program.objective
    made = Model(
        maximize=goal.sense.name == "MAXIMIZE",
        objective=terms(goal.linear, goal.quadratic, goal.constant),
        variables=[v.name for v in program.variables],
    )
    for v in program.variables:
        if v.vartype.name == "INTEGER":
            made.bounds[v.name] = (float(v.lowerbound), float(v.upperbound))
        elif v.vartype.name != "BINARY":
            raise ValueError(f"variable '{v.name}' is {v.vartype.name.lower()}, and Shrinq takes binary and integer ones")
    for row in program.linear_constraints:
        made.rows.append((terms(row.linear, None), row.sense.label.replace("==", "="), float(row.rhs)))
    for row in program.quadratic_constraints:
        made.rows.append((terms(row.linear, row.quadratic), row.sense.label.replace("==", "="), float(row.rhs)))
    return made


@dataclass(frozen=True)
class _Graph:
    """A networkx graph: independent set with the nodes' attribute weight, or maximum cut with the edges'."""

    graph: Any
    problem: str

    def write(self, folder: Path) -> Written:
        nodes = list(self.graph.nodes)
        at = {v: i + 1 for i, v in enumerate(nodes)}
        edges: dict[tuple[int, int], float] = {}
        for u, v, data in self.graph.edges(data=True):
            key = (min(at[u], at[v]), max(at[u], at[v]))
            if key[0] != key[1] or self.problem == "mis":
                edges[key] = edges.get(key, 0) + float(data.get("weight", 1))
        if self.problem == "maxcut":
            path = folder / "graph.mc"
            path.write_text(f"{len(nodes)} {len(edges)}\n" + "".join(f"{u} {v} {_text(w)}\n" for (u, v), w in edges.items()))
        else:
            path = folder / "graph.col"
            weights = [(i, data["weight"]) for i, (_, data) in enumerate(self.graph.nodes(data=True), 1) if "weight" in data]
            path.write_text(
                f"p edge {len(nodes)} {len(edges)}\n"
                + "".join(f"e {u} {v}\n" for u, v in edges)
                + "".join(f"n {i} {_text(w)}\n" for i, w in weights)
            )
        return Written(path, tuple(nodes), problem=self.problem)


_CONVERTERS: tuple[tuple[str, Callable[[Any], Writable]], ...] = (
    ("BinaryQuadraticModel", of_bqm),
    ("ConstrainedQuadraticModel", of_cqm),
    ("QuadraticProgram", of_quadratic_program),
)


def write(problem: Any, folder: Path, kind: str | None = None) -> Written:
    """The problem as a file: a path stays where it is, all else is written into the folder."""
    if isinstance(problem, (str, Path)):
        return Written(Path(problem), problem=kind)
    if isinstance(problem, Writable) and not hasattr(problem, "adj"):
        return problem.write(folder)
    # by the names of their classes, so that none of these packages has to be there
    names = {c.__name__ for c in type(problem).__mro__}
    for name, convert in _CONVERTERS:
        if name in names:
            return convert(problem).write(folder)
    if "Graph" in names and hasattr(problem, "adj"):
        return _Graph(problem, kind or "mis").write(folder)
    raise TypeError(
        f"{type(problem).__name__} is no problem that is known here: a path, Knapsack, Assignment, Model, a dimod BQM or CQM,"
        " a networkx graph or a QuadraticProgram"
    )
