package org.shrinq.quantum.qaoa;

/**
 * The optimal angles of the QAOA on the Sherrington-Kirkpatrick model in the limit of many spins (Farhi, Goldstone, Gutmann
 * and Zhou 2022, arXiv 1910.08187, table 4), which are those of high-girth regular graphs of large degree too (Basso et al.
 * 2022, arXiv 2110.14206). γ is meant for couplings of which each row has root-sum-square 1; dividing by the actual row
 * strength transfers them (Sureshbabu et al. 2024, arXiv 2305.15201).
 */
final class FixedAngles {
    private static final double[][] GAMMA = {
        {0.5000},
        {0.3817, 0.6655},
        {0.3297, 0.5688, 0.6406},
        {0.2949, 0.5144, 0.5586, 0.6429},
        {0.2705, 0.4804, 0.5074, 0.5646, 0.6397},
        {0.2528, 0.4531, 0.4750, 0.5146, 0.5650, 0.6392},
        {0.2383, 0.4327, 0.4516, 0.4830, 0.5147, 0.5686, 0.6393},
        {0.2268, 0.4162, 0.4332, 0.4608, 0.4818, 0.5179, 0.5717, 0.6393}
    };

    private static final double[][] BETA = {
        {0.3927},
        {0.4960, 0.2690},
        {0.5500, 0.3675, 0.2109},
        {0.5710, 0.4176, 0.3028, 0.1729},
        {0.5899, 0.4492, 0.3559, 0.2643, 0.1486},
        {0.6004, 0.4670, 0.3880, 0.3176, 0.2325, 0.1291},
        {0.6085, 0.4810, 0.4090, 0.3534, 0.2857, 0.2080, 0.1146},
        {0.6151, 0.4906, 0.4244, 0.3780, 0.3224, 0.2606, 0.1884, 0.1030}
    };

    private FixedAngles() {}

    /** γ for p layers; beyond the table, interpolated from its last row. */
    static double[] gamma(int p) {
        return stretched(GAMMA[Math.min(p, GAMMA.length) - 1], p);
    }

    /** β for p layers, positive as published: for a maximum. */
    static double[] beta(int p) {
        return stretched(BETA[Math.min(p, BETA.length) - 1], p);
    }

    private static double[] stretched(double[] row, int p) {
        double[] angles = row.clone();
        while (angles.length < p) {
            angles = AngleStarts.interpolated(angles);
        }
        return angles;
    }
}
