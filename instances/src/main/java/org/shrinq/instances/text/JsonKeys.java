package org.shrinq.instances.text;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The names of the fields of a JSON text's outermost object, found without parsing it. */
public final class JsonKeys {
    private JsonKeys() {}

    public static Set<String> of(Text text) {
        Set<String> keys = new HashSet<>();
        byte[] b = text.bytes();
        int depth = 0;
        int p = text.start();
        while (p < text.length()) {
            switch (b[p]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    int from = ++p;
                    while (p < text.length() && b[p] != '"') {
                        p += b[p] == '\\' ? 2 : 1;
                    }
                    int to = Math.min(p, text.length());
                    int q = to + 1;
                    while (q < text.length() && b[q] >= 0 && b[q] <= ' ') {
                        q++;
                    }
                    if (depth == 1 && q < text.length() && b[q] == ':') {
                        keys.add(new String(b, from, to - from, StandardCharsets.UTF_8));
                    }
                }
                default -> {}
            }
            p++;
        }
        return keys;
    }
}
