package org.shrinq.quantum.lightcone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shrinq.qubo.Ising;

/** Connected parts of a model with their terms, by their first variable. */
final class Components {
    private Components() {}

    /**
     * One part.
     *
     * @param variables ascending
     * @param terms numbers of the terms on them as {@link ConeCatalog} counts them, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Part(int[] variables, int[] terms) {
        int size() {
            return variables.length;
        }
    }

    static List<Part> of(Ising ising) {
        int n = ising.size();
        int[] part = new int[n];
        Arrays.fill(part, -1);
        int[] queue = new int[n];
        int count = 0;
        for (int root = 0; root < n; root++) {
            if (part[root] >= 0) {
                continue;
            }
            int end = 0;
            queue[end++] = root;
            part[root] = count;
            for (int k = 0; k < end; k++) {
                int v = queue[k];
                for (int e = ising.matrix().rowStart(v); e < ising.matrix().rowEnd(v); e++) {
                    int w = ising.matrix().column(e);
                    if (part[w] < 0) {
                        part[w] = count;
                        queue[end++] = w;
                    }
                }
            }
            count++;
        }
        List<List<Integer>> variables = new ArrayList<>();
        List<List<Integer>> terms = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            variables.add(new ArrayList<>());
            terms.add(new ArrayList<>());
        }
        for (int i = 0; i < n; i++) {
            variables.get(part[i]).add(i);
            terms.get(part[i]).add(i);
        }
        int[] next = {n};
        ising.forEachCoupling((i, j, c) -> terms.get(part[i]).add(next[0]++));
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            parts.add(new Part(array(variables.get(k)), array(terms.get(k))));
        }
        return parts;
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
