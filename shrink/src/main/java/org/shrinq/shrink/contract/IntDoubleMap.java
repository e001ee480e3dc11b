package org.shrinq.shrink.contract;

import java.util.Arrays;

/**
 * An open-addressing map from vertices ≥ 0 to numbers: linear probing, deletion by backward shift, so that neighbour
 * rows of a contracted graph stay compact over thousands of merges. Iteration order depends on the history of calls
 * alone.
 */
public final class IntDoubleMap {
    private static final int EMPTY = -1;

    private int[] keys;
    private double[] values;
    private int size;

    public IntDoubleMap(int expected) {
        int capacity = 4;
        while (capacity * 3 < expected * 4) {
            capacity <<= 1;
        }
        keys = new int[capacity];
        Arrays.fill(keys, EMPTY);
        values = new double[capacity];
    }

    public int size() {
        return size;
    }

    /** The value of {@code key}, {@code absent} when there is none. */
    public double get(int key, double absent) {
        int s = slot(key);
        return keys[s] == key ? values[s] : absent;
    }

    public boolean contains(int key) {
        return keys[slot(key)] == key;
    }

    public void put(int key, double value) {
        int s = slot(key);
        if (keys[s] != key) {
            if ((size + 1) * 4 > keys.length * 3) {
                grow();
                s = slot(key);
            }
            keys[s] = key;
            size++;
        }
        values[s] = value;
    }

    /** Returns the removed value, 0 when there was none. */
    public double remove(int key) {
        int s = slot(key);
        if (keys[s] != key) {
            return 0;
        }
        double removed = values[s];
        int mask = keys.length - 1;
        int hole = s;
        int t = (s + 1) & mask;
        while (keys[t] != EMPTY) {
            // An entry may move back into the hole unless its home lies cyclically in (hole, t].
            if (((t - home(keys[t])) & mask) >= ((t - hole) & mask)) {
                keys[hole] = keys[t];
                values[hole] = values[t];
                hole = t;
            }
            t = (t + 1) & mask;
        }
        keys[hole] = EMPTY;
        size--;
        return removed;
    }

    public void clear() {
        keys = new int[4];
        Arrays.fill(keys, EMPTY);
        values = new double[4];
        size = 0;
    }

    /** The keys in ascending order. */
    public int[] sortedKeys() {
        int[] sorted = new int[size];
        int k = 0;
        for (int key : keys) {
            if (key != EMPTY) {
                sorted[k++] = key;
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Number of slots, for iteration with {@link #keyAt}. */
    public int slots() {
        return keys.length;
    }

    /** The key in a slot, negative when the slot is empty. */
    public int keyAt(int slot) {
        return keys[slot];
    }

    public double valueAt(int slot) {
        return values[slot];
    }

    private int home(int key) {
        int h = key * 0x9E3779B9;
        return (h ^ (h >>> 15)) & (keys.length - 1);
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int s = home(key);
        while (keys[s] != key && keys[s] != EMPTY) {
            s = (s + 1) & mask;
        }
        return s;
    }

    private void grow() {
        int[] oldKeys = keys;
        double[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        Arrays.fill(keys, EMPTY);
        values = new double[keys.length];
        for (int s = 0; s < oldKeys.length; s++) {
            if (oldKeys[s] != EMPTY) {
                int t = slot(oldKeys[s]);
                keys[t] = oldKeys[s];
                values[t] = oldValues[s];
            }
        }
    }
}
