package org.shrinq.quantum.statevector;

/**
 * The rotations of {@link FloatPlainKernel}, always in place; from one layout to another is a copy and a rotation where
 * the elements lie closer.
 *
 * <p>Loops over two qubits with a stride that the compiler knows become vector instructions (Java 17 and 25), six times
 * as fast as with a stride in a variable; over three qubits they do not, whatever the stride (measured). So the strides
 * that {@link Geometry} leads to in large states have their own loops.
 */
final class FloatPlainRotations {
    /** Lowest qubits of a block, a square of {@link #SIDE}² elements. */
    static final int BLOCK_BITS = 12;

    static final int BLOCK = 1 << BLOCK_BITS;
    private static final int SIDE_BITS = BLOCK_BITS / 2;
    private static final int SIDE = 1 << SIDE_BITS;

    private FloatPlainRotations() {}

    /** Rotates the lowest three qubits of x[off, off + length). Modified. */
    static void octets(float[] x, int off, int length, double[] t) {
        float u0 = (float) t[0];
        float u1 = (float) t[1];
        float u2 = (float) t[2];
        for (int i = off; i < off + length; i += 8) {
            float a0 = x[i];
            float a1 = x[i + 1];
            float a2 = x[i + 2];
            float a3 = x[i + 3];
            float a4 = x[i + 4];
            float a5 = x[i + 5];
            float a6 = x[i + 6];
            float a7 = x[i + 7];
            float b0 = a0 - u0 * a1;
            float b1 = a1 + u0 * a0;
            float b2 = a2 - u0 * a3;
            float b3 = a3 + u0 * a2;
            float b4 = a4 - u0 * a5;
            float b5 = a5 + u0 * a4;
            float b6 = a6 - u0 * a7;
            float b7 = a7 + u0 * a6;
            float c0 = b0 - u1 * b2;
            float c2 = b2 + u1 * b0;
            float c1 = b1 - u1 * b3;
            float c3 = b3 + u1 * b1;
            float c4 = b4 - u1 * b6;
            float c6 = b6 + u1 * b4;
            float c5 = b5 - u1 * b7;
            float c7 = b7 + u1 * b5;
            x[i] = c0 - u2 * c4;
            x[i + 4] = c4 + u2 * c0;
            x[i + 1] = c1 - u2 * c5;
            x[i + 5] = c5 + u2 * c1;
            x[i + 2] = c2 - u2 * c6;
            x[i + 6] = c6 + u2 * c2;
            x[i + 3] = c3 - u2 * c7;
            x[i + 7] = c7 + u2 * c3;
        }
    }

    /** Rotates the lowest {@link #BLOCK_BITS} qubits of x[off, off + length), a number of whole blocks. Modified. */
    static void blocks(float[] x, int off, int length, double[] t) {
        for (int o = off; o < off + length; o += BLOCK) {
            upperHalf(x, o, t, SIDE_BITS);
            transpose(x, o);
            upperHalf(x, o, t, 0);
            transpose(x, o);
        }
    }

    /** The upper six qubits of a block, by the tangents from t[from] on. */
    private static void upperHalf(float[] x, int off, double[] t, int from) {
        pair64(x, off, BLOCK, t[from], t[from + 1]);
        pair256(x, off, BLOCK, t[from + 2], t[from + 3]);
        pair1024(x, off, BLOCK, t[from + 4], t[from + 5]);
    }

    /** Swaps the lower with the upper half of a block's bits. */
    private static void transpose(float[] x, int off) {
        for (int r = 0; r < SIDE; r++) {
            for (int c = r + 1; c < SIDE; c++) {
                float upper = x[off + SIDE * r + c];
                x[off + SIDE * r + c] = x[off + SIDE * c + r];
                x[off + SIDE * c + r] = upper;
            }
        }
    }

    /** Rotates one qubit: for o &lt; outer, i &lt; count over x[off + o·step + i + k·stride], k &lt; 2. Modified. */
    static void one(float[] x, int off, int stride, int step, int outer, int count, double t0) {
        float u = (float) t0;
        for (int o = 0; o < outer; o++) {
            int start = off + o * step;
            if (count == stride && stride == 4096) {
                single4096(x, start, u);
            } else if (count == stride && stride == 16384) {
                single16384(x, start, u);
            } else {
                for (int i = start; i < start + count; i++) {
                    float a0 = x[i];
                    float a1 = x[i + stride];
                    x[i] = a0 - u * a1;
                    x[i + stride] = a1 + u * a0;
                }
            }
        }
    }

    private static void single4096(float[] x, int start, double t0) {
        float u = (float) t0;
        for (int i = start; i < start + 4096; i++) {
            float a0 = x[i];
            float a1 = x[i + 4096];
            x[i] = a0 - u * a1;
            x[i + 4096] = a1 + u * a0;
        }
    }

    private static void single16384(float[] x, int start, double t0) {
        float u = (float) t0;
        for (int i = start; i < start + 16384; i++) {
            float a0 = x[i];
            float a1 = x[i + 16384];
            x[i] = a0 - u * a1;
            x[i + 16384] = a1 + u * a0;
        }
    }

    /** Rotates two qubits, of which the lower has tangent t0; elements as in {@link #one}, k &lt; 4. Modified. */
    static void two(float[] x, int off, int stride, int step, int outer, int count, double t0, double t1) {
        if (count == stride && step == 4 * stride) {
            switch (stride) {
                case 64 -> pair64(x, off, outer * step, t0, t1);
                case 256 -> pair256(x, off, outer * step, t0, t1);
                case 1024 -> pair1024(x, off, outer * step, t0, t1);
                case 4096 -> pair4096(x, off, outer * step, t0, t1);
                case 16384 -> pair16384(x, off, outer * step, t0, t1);
                default -> pairs(x, off, stride, step, outer, count, t0, t1);
            }
            return;
        }
        pairs(x, off, stride, step, outer, count, t0, t1);
    }

    private static void pairs(float[] x, int off, int stride, int step, int outer, int count, double t0, double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int o = 0; o < outer; o++) {
            int start = off + o * step;
            for (int i = start; i < start + count; i++) {
                float a0 = x[i];
                float a1 = x[i + stride];
                float a2 = x[i + 2 * stride];
                float a3 = x[i + 3 * stride];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                x[i] = b0 - u1 * b2;
                x[i + stride] = b1 - u1 * b3;
                x[i + 2 * stride] = b2 + u1 * b0;
                x[i + 3 * stride] = b3 + u1 * b1;
            }
        }
    }

    private static void pair64(float[] x, int off, int length, double t0, double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int start = off; start < off + length; start += 256) {
            for (int i = start; i < start + 64; i++) {
                float a0 = x[i];
                float a1 = x[i + 64];
                float a2 = x[i + 128];
                float a3 = x[i + 192];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                x[i] = b0 - u1 * b2;
                x[i + 64] = b1 - u1 * b3;
                x[i + 128] = b2 + u1 * b0;
                x[i + 192] = b3 + u1 * b1;
            }
        }
    }

    private static void pair256(float[] x, int off, int length, double t0, double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int start = off; start < off + length; start += 1024) {
            for (int i = start; i < start + 256; i++) {
                float a0 = x[i];
                float a1 = x[i + 256];
                float a2 = x[i + 512];
                float a3 = x[i + 768];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                x[i] = b0 - u1 * b2;
                x[i + 256] = b1 - u1 * b3;
                x[i + 512] = b2 + u1 * b0;
                x[i + 768] = b3 + u1 * b1;
            }
        }
    }

    private static void pair1024(float[] x, int off, int length, double t0, double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int start = off; start < off + length; start += 4096) {
            for (int i = start; i < start + 1024; i++) {
                float a0 = x[i];
                float a1 = x[i + 1024];
                float a2 = x[i + 2048];
                float a3 = x[i + 3072];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                x[i] = b0 - u1 * b2;
                x[i + 1024] = b1 - u1 * b3;
                x[i + 2048] = b2 + u1 * b0;
                x[i + 3072] = b3 + u1 * b1;
            }
        }
    }

    private static void pair4096(float[] x, int off, int length, double t0, double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int start = off; start < off + length; start += 16384) {
            for (int i = start; i < start + 4096; i++) {
                float a0 = x[i];
                float a1 = x[i + 4096];
                float a2 = x[i + 8192];
                float a3 = x[i + 12288];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                x[i] = b0 - u1 * b2;
                x[i + 4096] = b1 - u1 * b3;
                x[i + 8192] = b2 + u1 * b0;
                x[i + 12288] = b3 + u1 * b1;
            }
        }
    }

    private static void pair16384(float[] x, int off, int length, double t0, double t1) {
        float u0 = (float) t0;
        float u1 = (float) t1;
        for (int start = off; start < off + length; start += 65536) {
            for (int i = start; i < start + 16384; i++) {
                float a0 = x[i];
                float a1 = x[i + 16384];
                float a2 = x[i + 32768];
                float a3 = x[i + 49152];
                float b0 = a0 - u0 * a1;
                float b1 = a1 + u0 * a0;
                float b2 = a2 - u0 * a3;
                float b3 = a3 + u0 * a2;
                x[i] = b0 - u1 * b2;
                x[i + 16384] = b1 - u1 * b3;
                x[i + 32768] = b2 + u1 * b0;
                x[i + 49152] = b3 + u1 * b1;
            }
        }
    }
}
