package org.shrinq.quantum.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.run.Deadline;

/**
 * The cones of all terms of a model, sorted into classes of equal ones. Terms are numbered: i for ⟨Z_i⟩, then n + k for
 * the k-th coupling in the order of {@link Ising#forEachCoupling}. Small parts of the model, in which a state vector is
 * cheaper than the cones, are set apart.
 */
final class ConeCatalog {
    /** Parts of so few vertices are not worth a look at their cones. */
    private static final int TINY = 10;

    private final Ising ising;
    private final double scale;
    private final int layers;
    private final ConeLimits limits;
    private final ConeColors colors = new ConeColors();
    private final Map<ConeColors.Key, List<ConeClass>> byKey = new HashMap<>();
    private final List<ConeClass> classes = new ArrayList<>();
    private final List<ComponentState> states = new ArrayList<>();
    private final Cone.Cutter cutter;

    ConeCatalog(Ising ising, double scale, int layers, ConeLimits limits) {
        this.ising = ising;
        this.scale = scale;
        this.layers = layers;
        this.limits = limits;
        cutter = new Cone.Cutter(ising, scale, layers, limits.radius());
    }

    List<ConeClass> classes() {
        return classes;
    }

    List<ComponentState> states() {
        return states;
    }

    /** Looks at every term; false when the deadline struck before that. */
    boolean fill(Deadline deadline) {
        List<Term> terms = terms();
        for (Components.Part part : Components.of(ising)) {
            if (deadline.expired()) {
                return false;
            }
            boolean small = part.size() <= limits.qubits() && limits.radius() >= layers;
            if (small && (part.size() <= TINY || !conesAreCheaper(part, terms))) {
                states.add(new ComponentState(ising, scale, part));
            } else if (!sort(part, terms, deadline)) {
                return false;
            }
        }
        return true;
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < ising.size(); i++) {
            terms.add(new Term(terms.size(), i, -1, ising.linear(i)));
        }
        ising.forEachCoupling((i, j, c) -> terms.add(new Term(terms.size(), i, j, c)));
        return terms;
    }

    /** ⟨Z_i⟩, or with j ≥ 0 ⟨Z_iZ_j⟩. */
    record Term(int number, int i, int j, double coefficient) {
        String name() {
            return j < 0 ? "Z_" + i : "Z_" + i + "Z_" + j;
        }
    }

    private boolean conesAreCheaper(Components.Part part, List<Term> terms) {
        double most = StateVectorCone.operations(part.size(), layers);
        double sum = 0;
        Map<ConeColors.Key, Boolean> seen = new HashMap<>();
        boolean fields = hasFields(part);
        for (int t : part.terms()) {
            if (terms.get(t).j() < 0 && !fields) {
                continue;
            }
            Cone cone = cut(terms.get(t));
            if (isZero(cone) || seen.putIfAbsent(ConeColors.key(cone, colors.of(cone)), Boolean.TRUE) != null) {
                continue;
            }
            Optional<ConeValue> value = contraction(cone);
            sum += value.map(ConeValue::operations).orElse(Double.POSITIVE_INFINITY);
            if (sum > most) {
                return false;
            }
        }
        return true;
    }

    private boolean sort(Components.Part part, List<Term> terms, Deadline deadline) {
        boolean fields = hasFields(part);
        for (int t : part.terms()) {
            if (deadline.expired()) {
                return false;
            }
            Term term = terms.get(t);
            if (term.j() < 0 && !fields) {
                continue;
            }
            Cone cone = cut(term);
            if (isZero(cone)) {
                continue;
            }
            if (cone.size() > limits.qubits() && cone.isWiderThan(limits.width())) {
                throw tooLarge(term, cone); // by degrees alone, before anything is made of a dense cone
            }
            int[] color = colors.of(cone);
            List<ConeClass> alike = byKey.computeIfAbsent(ConeColors.key(cone, color), k -> new ArrayList<>());
            ConeClass found =
                    alike.stream().filter(c -> c.holds(cone, color)).findFirst().orElse(null);
            if (found == null) {
                found = new ConeClass(cone, color, value(term, cone));
                alike.add(found);
                classes.add(found);
            }
            found.add(term.number(), term.coefficient());
        }
        return true;
    }

    private ConeTooLargeException tooLarge(Term term, Cone cone) {
        return new ConeTooLargeException(term.name(), layers, cone.size(), cone.couplings(), limits);
    }

    private Cone cut(Term term) {
        return term.j() < 0 ? cutter.single(term.i()) : cutter.pair(term.i(), term.j());
    }

    private boolean hasFields(Components.Part part) {
        return Arrays.stream(part.variables()).anyMatch(i -> ising.linear(i) != 0);
    }

    /** Without fields a circuit does not change when all spins are turned round, so that ⟨Z⟩ = 0. */
    private static boolean isZero(Cone cone) {
        return cone.roots() == 1 && !cone.hasFields();
    }

    private Optional<ConeValue> contraction(Cone cone) {
        if (cone.isTree()) {
            return Optional.of(new TreeCone(cone));
        }
        return SpinNetwork.of(cone, limits.width()).map(n -> n);
    }

    private ConeValue value(Term term, Cone cone) {
        Optional<ConeValue> contracted = contraction(cone);
        boolean fits = cone.size() <= limits.qubits();
        if (contracted.isEmpty() && !fits) {
            throw tooLarge(term, cone);
        }
        boolean state = fits
                && (contracted.isEmpty()
                        || StateVectorCone.operations(cone.size(), layers)
                                < contracted.get().operations());
        return state ? new StateVectorCone(cone) : contracted.orElseThrow();
    }
}
