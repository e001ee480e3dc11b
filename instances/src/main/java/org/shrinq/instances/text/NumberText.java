package org.shrinq.instances.text;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

/** Numbers in texts that other readers have cut out, by the rules of {@link Tokens#number}. */
public final class NumberText {
    private NumberText() {}

    /** The number; empty where the text is no finite decimal number, or more than one. */
    public static OptionalDouble parse(String written) {
        byte[] bytes = (written + "\n").getBytes(StandardCharsets.UTF_8);
        Tokens in = new Tokens(new Text("", bytes, 0, bytes.length - 1, ""));
        try {
            double value = in.number("a number");
            return in.hasNext() ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (InstanceException e) {
            return OptionalDouble.empty();
        }
    }
}
