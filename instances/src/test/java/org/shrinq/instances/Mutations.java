package org.shrinq.instances;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damaged copies of texts, the same for the same seed. */
final class Mutations {
    private static final String[] NASTY = {
        "0",
        "-1",
        "1e9",
        "1000000000",
        "99999999999999999999",
        "1e-5",
        "3.",
        "+7",
        ".5",
        "1e999",
        "-0",
        "NaN",
        "inf",
        "1,5",
        "x",
        "e",
        "p",
        "c",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "^",
        "*",
        "/ 2",
        "<=",
        "=",
        "%",
        "#",
        "\uFEFF",
        "\u00e9",
        "2147483647",
        "2147483648",
        "-2147483649",
        "4294967297",
        "1 1",
        "\n",
        "\r",
        "\t",
        "\u0000",
        "End",
        "free",
        "Subject To"
    };

    private Mutations() {}

    static byte[] of(byte[] original, long seed) {
        Random random = new Random(seed);
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(3);
        for (int k = 0; k < times; k++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] b, Random random) {
        int n = Math.max(1, b.length);
        int at = random.nextInt(n);
        return switch (random.nextInt(11)) {
            case 0 -> Arrays.copyOf(b, Math.min(at, b.length));
            case 1 -> Arrays.copyOfRange(b, Math.min(at, b.length), b.length);
            case 2 -> concat(b, b);
            case 3 -> shuffledLines(b, random);
            case 4 -> replaced(b, at, (byte) random.nextInt(256));
            case 5 -> dropLine(b, random);
            case 6 -> doubleLine(b, random);
            case 7, 8, 9 -> replaceToken(b, random);
            default -> noise(b, random);
        };
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static List<String> lines(byte[] b) {
        return new ArrayList<>(List.of(new String(b, StandardCharsets.ISO_8859_1).split("\n", -1)));
    }

    private static byte[] bytes(List<String> lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] shuffledLines(byte[] b, Random random) {
        List<String> lines = lines(b);
        Collections.shuffle(lines, random);
        return bytes(lines);
    }

    private static byte[] dropLine(byte[] b, Random random) {
        List<String> lines = lines(b);
        lines.remove(random.nextInt(lines.size()));
        return bytes(lines);
    }

    private static byte[] doubleLine(byte[] b, Random random) {
        List<String> lines = lines(b);
        int k = random.nextInt(lines.size());
        lines.add(k, lines.get(k));
        return bytes(lines);
    }

    private static byte[] replaceToken(byte[] b, Random random) {
        List<String> lines = lines(b);
        int k = random.nextInt(lines.size() < 3 || random.nextBoolean() ? lines.size() : 3);
        String[] tokens = lines.get(k).split(" ", -1);
        tokens[random.nextInt(tokens.length)] = NASTY[random.nextInt(NASTY.length)];
        lines.set(k, String.join(" ", tokens));
        return bytes(lines);
    }

    private static byte[] replaced(byte[] b, int at, byte value) {
        byte[] copy = b.clone();
        if (at < copy.length) {
            copy[at] = value;
        }
        return copy;
    }

    private static byte[] noise(byte[] b, Random random) {
        byte[] copy = b.clone();
        for (int k = 0; k < copy.length / 8; k++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }
}
