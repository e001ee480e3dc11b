package org.shrinq.instances.family;

import java.util.Optional;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemFamily;

/**
 * How one family of problems and its solutions appear in files and accounts. Every method has an answer for problems of
 * which nothing but their model is known.
 *
 * @param <P> the problems
 */
public interface FileFamily<P extends Problem> extends ProblemFamily<P> {
    /** No value of the objective or of a row's left-hand side is larger in magnitude; 0 where nobody asks. */
    default double reach(P problem) {
        return 0;
    }

    /** In words, what it means that variable i, counted from 0 and called {@code name}, is 1. */
    default String meaning(P problem, String name, int i) {
        return "variable " + name;
    }

    /** What changes when a problem is written as a model instead of in its own format; empty when nothing does. */
    default String asModel() {
        return "";
    }

    /** The problem as formats of graphs hold it; empty where it is none of a graph. */
    default Optional<GraphContent> graph(P problem) {
        return Optional.empty();
    }

    /** What solutions are where they place things; empty where they choose variables. */
    default Optional<Placement> placement(P problem) {
        return Optional.empty();
    }

    /** The word before the chosen variables of a solution, or before its locations. */
    default String label() {
        return "selected";
    }

    /** What follows the label in place of the chosen variables; empty where those are named. */
    default Optional<String> words(P problem, byte[] x) {
        return Optional.empty();
    }

    /** Whether a result file lists the chosen variables beside x. */
    default boolean listsSelected() {
        return false;
    }

    /** The usual extension of a file that holds the problem, with its dot; empty for that of any model. */
    default String extension() {
        return "";
    }
}
