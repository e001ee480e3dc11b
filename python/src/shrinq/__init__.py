"""Shrinq from Python: the work is done by its command, which needs Java 17; here problems go in and results come out as dataclasses."""

from .circuits import Circuit, Decoded, circuit
from .launch import Progress, ShrinqError, command
from .problems import Assignment, Knapsack, Model
from .solving import Result, solve

__all__ = [
    "Assignment",
    "Circuit",
    "Decoded",
    "Knapsack",
    "Model",
    "Progress",
    "Result",
    "ShrinqError",
    "circuit",
    "command",
    "solve",
]
__version__ = "0.1.0"
