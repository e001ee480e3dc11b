package org.shrinq.shrink;

import java.util.Arrays;

/**
 * Candidates by descending score, ties by ascending (i, j). A candidate whose score has fallen since it was inserted is
 * put back with the new one, so that the maximum is found without touching the rest.
 */
final class CandidateHeap {
    private int[] is = new int[64];
    private int[] js = new int[64];
    private double[] xs = new double[64];
    private double[] scores = new double[64];
    private int count;
    private int[] heap = new int[64];
    private int heapSize;

    /** Adds a candidate for {@link #heapify}; j = −1 stands for vertex 0. */
    void add(int i, int j, double x, double score) {
        if (count == is.length) {
            int capacity = count * 2;
            is = Arrays.copyOf(is, capacity);
            js = Arrays.copyOf(js, capacity);
            xs = Arrays.copyOf(xs, capacity);
            scores = Arrays.copyOf(scores, capacity);
        }
        is[count] = i;
        js[count] = j;
        xs[count] = x;
        scores[count++] = score;
    }

    void heapify() {
        heap = new int[count];
        heapSize = count;
        for (int c = 0; c < count; c++) {
            heap[c] = c;
        }
        for (int p = heapSize / 2 - 1; p >= 0; p--) {
            siftDown(p);
        }
    }

    boolean isEmpty() {
        return heapSize == 0;
    }

    /** The best candidate's number. */
    int top() {
        return heap[0];
    }

    int i(int candidate) {
        return is[candidate];
    }

    int j(int candidate) {
        return js[candidate];
    }

    /** X as it was when the candidate was added. */
    double x(int candidate) {
        return xs[candidate];
    }

    double score(int candidate) {
        return scores[candidate];
    }

    void removeTop() {
        heap[0] = heap[--heapSize];
        if (heapSize > 0) {
            siftDown(0);
        }
    }

    /** The second-best score, −∞ when there is only one candidate. */
    double runnerUp() {
        double best = Double.NEGATIVE_INFINITY;
        for (int p = 1; p < Math.min(3, heapSize); p++) {
            best = Math.max(best, scores[heap[p]]);
        }
        return best;
    }

    /** Lowers the score of the best candidate; true when it still is the best. */
    boolean lowerTop(double score) {
        int candidate = heap[0];
        scores[candidate] = score;
        siftDown(0);
        return heap[0] == candidate;
    }

    private boolean before(int a, int b) {
        if (scores[a] != scores[b]) {
            return scores[a] > scores[b];
        }
        return is[a] != is[b] ? is[a] < is[b] : js[a] < js[b];
    }

    private void siftDown(int position) {
        int p = position;
        int moving = heap[p];
        while (true) {
            int child = 2 * p + 1;
            if (child >= heapSize) {
                break;
            }
            if (child + 1 < heapSize && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], moving)) {
                break;
            }
            heap[p] = heap[child];
            p = child;
        }
        heap[p] = moving;
    }
}
