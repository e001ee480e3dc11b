package org.shrinq.quantum.statevector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * Sums of lanes in the order of the lanes. {@code reduceLanes(ADD)} has no order of its own: on Java 25 it changes when
 * a method is compiled, and with it the last digits of a run.
 */
final class LaneSum {
    private LaneSum() {}

    /**
     * The sum of all lanes.
     *
     * @param lanes at least as long as the vector; overwritten
     */
    static double of(DoubleVector v, double[] lanes) {
        v.intoArray(lanes, 0);
        double sum = lanes[0];
        for (int k = 1; k < v.length(); k++) {
            sum += lanes[k];
        }
        return sum;
    }

    /**
     * The sum of all lanes, in double.
     *
     * @param lanes at least as long as the vector; overwritten
     */
    static double of(FloatVector v, float[] lanes) {
        v.intoArray(lanes, 0);
        double sum = lanes[0];
        for (int k = 1; k < v.length(); k++) {
            sum += lanes[k];
        }
        return sum;
    }
}
