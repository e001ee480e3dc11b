package org.shrinq.instances;

/** Looks at texts of "i j value" lines, to tell matrices from graphs. */
final class TripletScan {
    private TripletScan() {}

    /** True when a data line after the first begins with the same word twice: a diagonal entry, or a loop. */
    static boolean hasDiagonal(Text text) {
        byte[] b = text.bytes();
        Tokens in = new Tokens(text);
        boolean first = true;
        while (in.hasNext()) {
            int p = in.position();
            if (b[p] != '#' && b[p] != '%') {
                if (!first && startsWithTwice(b, p)) {
                    return true;
                }
                first = false;
            }
            in.nextLine();
        }
        return false;
    }

    private static boolean startsWithTwice(byte[] b, int at) {
        int end = at;
        while (b[end] < 0 || b[end] > ' ') {
            end++;
        }
        int q = end;
        while (b[q] == ' ' || b[q] == '\t') {
            q++;
        }
        int length = end - at;
        for (int k = 0; k < length; k++) {
            // A text that ends within the second word ends in a line end, which no word holds.
            if (b[q + k] != b[at + k]) {
                return false;
            }
        }
        byte after = b[q + length];
        return after >= 0 && after <= ' ';
    }
}
