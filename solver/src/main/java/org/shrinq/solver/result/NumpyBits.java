package org.shrinq.solver.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Shots as Qiskit's runtime stores a BitArray: base64 of zlib of a NumPy array of bytes, one row a shot, the bits of a
 * row big-endian with leading zeros (qiskit_ibm_runtime's RuntimeEncoder; NumPy's format NEP 1).
 */
final class NumpyBits {
    private static final int LARGEST = 1 << 28;
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

    private NumpyBits() {}

    /**
     * The shots as texts, variable 0 last.
     *
     * @throws IllegalArgumentException when it is no such array
     */
    static List<String> shots(String base64, int bits) {
        byte[] array;
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            array = in.readNBytes(LARGEST);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("its BitArray is no packed NumPy array");
        }
        if (array.length < 12 || (array[0] & 0xff) != 0x93 || array[1] != 'N') {
            throw new IllegalArgumentException("its BitArray is no NumPy array");
        }
        boolean first = array[6] == 1;
        int length = (array[8] & 0xff)
                | (array[9] & 0xff) << 8
                | (first ? 0 : (array[10] & 0xff) << 16 | (array[11] & 0x7f) << 24);
        int start = (first ? 10 : 12) + length;
        if (length < 0 || start > array.length) {
            throw new IllegalArgumentException("its NumPy array is cut off");
        }
        String header = new String(array, first ? 10 : 12, length, StandardCharsets.ISO_8859_1);
        Matcher shape = SHAPE.matcher(header);
        if (!header.contains("u1'") || header.contains("'fortran_order': True") || !shape.find()) {
            throw new IllegalArgumentException("its NumPy array holds no bytes: " + header.strip());
        }
        int width = (bits + 7) / 8;
        String[] sizes = shape.group(1).replaceAll("[ ,]+$", "").split(",\\s*");
        if (!sizes[sizes.length - 1].equals(Integer.toString(width)) || (array.length - start) % width != 0) {
            throw new IllegalArgumentException(
                    "its NumPy array has shape (" + shape.group(1) + "), expected rows of " + width + " bytes");
        }
        List<String> shots = new ArrayList<>();
        for (int row = start; row < array.length; row += width) {
            StringBuilder text = new StringBuilder(bits);
            for (int i = bits - 1; i >= 0; i--) {
                int b = array[row + width - 1 - i / 8];
                text.append((char) ('0' + (b >>> i % 8 & 1)));
            }
            shots.add(text.toString());
        }
        return shots;
    }
}
