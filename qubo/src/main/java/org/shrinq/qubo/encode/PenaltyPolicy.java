package org.shrinq.qubo.encode;

/** How penalty weights are chosen. */
public sealed interface PenaltyPolicy {
    /** Small weights that usually suffice; certified only where the report says so. */
    record Auto() implements PenaltyPolicy {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /** The smallest weights for which a proof is known that every minimiser is feasible; heuristic where none is. */
    record Tight() implements PenaltyPolicy {
        @Override
        public String toString() {
            return "tight";
        }
    }

    /**
     * The same weight for every constraint.
     *
     * @param weight positive and finite
     */
    record Fixed(double weight) implements PenaltyPolicy {
        public Fixed {
            if (!(weight > 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a penalty weight of " + weight + ", expected a positive number");
            }
        }

        @Override
        public String toString() {
            return Double.toString(weight);
        }
    }

    static PenaltyPolicy auto() {
        return new Auto();
    }

    static PenaltyPolicy tight() {
        return new Tight();
    }

    static PenaltyPolicy fixed(double weight) {
        return new Fixed(weight);
    }
}
