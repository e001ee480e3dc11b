package org.shrinq.instances.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.shrinq.qubo.Constraint;

/** Names for the variables and rows of a written model. */
final class ModelNames {
    private ModelNames() {}

    /**
     * The given names when there is one for each variable, all of them fit the format and are different; else x1, x2,
     * ….
     */
    static List<String> variables(int n, List<String> given, Predicate<String> fits) {
        boolean usable = given.size() == n && new HashSet<>(given).size() == n;
        for (String name : given) {
            usable &= fits.test(name);
        }
        if (usable) {
            return given;
        }
        List<String> names = new ArrayList<>(n);
        for (int i = 1; i <= n; i++) {
            names.add("x" + i);
        }
        return names;
    }

    /** The names of the rows, made to fit and different from each other and from {@code taken}. */
    static List<String> rows(List<Constraint> rows, Predicate<String> fits, String... taken) {
        List<String> names = new ArrayList<>(rows.size());
        Set<String> used = new HashSet<>(List.of(taken));
        for (int k = 0; k < rows.size(); k++) {
            String plain = rows.get(k).name().replaceAll("[^A-Za-z0-9_.]", "_");
            String name = fits.test(plain) && !used.contains(plain) ? plain : "row" + (k + 1);
            while (!used.add(name)) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }
}
