package org.shrinq.search.sequence;

import java.util.SplittableRandom;

/** The sequences that a walk goes through, and its steps between them. */
enum SequenceMoves {
    /** All sequences, flips of one element. */
    FLIPS {
        @Override
        int count(int n) {
            return n;
        }

        @Override
        int energyAfter(SequenceState state, int move) {
            return state.flipped(move);
        }

        @Override
        void take(SequenceState state, int move) {
            state.flip(move);
        }

        @Override
        void start(byte[] x, SplittableRandom random) {
            for (int i = 0; i < x.length; i++) {
                x[i] = (byte) (random.nextBoolean() ? 1 : 0);
            }
        }
    },
    /**
     * Skew-symmetric sequences of odd length, s_{m+j} = (−1)^j s_{m−j} around the middle m, whose odd correlations are
     * 0 (Golay 1977); flips of an element with its mirror image. Half as many bits, and often the best sequences of
     * all.
     */
    MIRRORED {
        @Override
        int count(int n) {
            return n / 2 + 1;
        }

        @Override
        int energyAfter(SequenceState state, int move) {
            int mirror = state.size() - 1 - move;
            return move == mirror ? state.flipped(move) : state.flipped(move, mirror);
        }

        @Override
        void take(SequenceState state, int move) {
            int mirror = state.size() - 1 - move;
            state.flip(move);
            if (mirror != move) {
                state.flip(mirror);
            }
        }

        @Override
        void start(byte[] x, SplittableRandom random) {
            int middle = x.length / 2;
            for (int j = 0; j <= middle; j++) {
                byte bit = (byte) (random.nextBoolean() ? 1 : 0);
                x[middle - j] = bit;
                x[middle + j] = (byte) (j % 2 == 0 ? bit : 1 - bit);
            }
        }
    };

    /** Number of moves at a sequence of length n. */
    abstract int count(int n);

    /** E after a move. */
    abstract int energyAfter(SequenceState state, int move);

    abstract void take(SequenceState state, int move);

    /** A random sequence; {@code x} is overwritten. */
    abstract void start(byte[] x, SplittableRandom random);
}
