package org.shrinq.search.independentset;

/**
 * A binary heap over the items 0 … n−1 with changeable keys; the largest key is on top, among equal keys the larger
 * rank. Reusable without allocation. One thread.
 */
public final class IndexedHeap {
    private final int[] heap;
    private final int[] position;
    private final double[] key;
    private final int[] rank;
    private int size;

    public IndexedHeap(int items) {
        heap = new int[items];
        position = new int[items];
        key = new double[items];
        rank = new int[items];
        java.util.Arrays.fill(position, -1);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean contains(int item) {
        return position[item] >= 0;
    }

    public void clear() {
        while (size > 0) {
            position[heap[--size]] = -1;
        }
    }

    /** Adds an item that is not in the heap. */
    public void add(int item, double itemKey, int itemRank) {
        key[item] = itemKey;
        rank[item] = itemRank;
        position[item] = size;
        heap[size++] = item;
        up(size - 1);
    }

    /** Changes the key of an item in the heap. */
    public void update(int item, double itemKey) {
        double before = key[item];
        key[item] = itemKey;
        if (itemKey > before) {
            up(position[item]);
        } else if (itemKey < before) {
            down(position[item]);
        }
    }

    public int pop() {
        int top = heap[0];
        remove(top);
        return top;
    }

    public void remove(int item) {
        int hole = position[item];
        position[item] = -1;
        int last = heap[--size];
        if (last != item) {
            heap[hole] = last;
            position[last] = hole;
            up(hole);
            down(position[last]);
        }
    }

    private boolean before(int a, int b) {
        return key[a] > key[b] || (key[a] == key[b] && rank[a] > rank[b]);
    }

    private void up(int at) {
        int item = heap[at];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (!before(item, heap[parent])) {
                break;
            }
            heap[at] = heap[parent];
            position[heap[at]] = at;
            at = parent;
        }
        heap[at] = item;
        position[item] = at;
    }

    private void down(int at) {
        int item = heap[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], item)) {
                break;
            }
            heap[at] = heap[child];
            position[heap[at]] = at;
            at = child;
        }
        heap[at] = item;
        position[item] = at;
    }
}
