package org.shrinq.quantum;

/**
 * How a {@link QuantumMethod} runs; immutable. Start from {@link #defaults} and change what differs.
 *
 * @param layers circuit depth parameter p ≥ 1 (QAOA layers, repetitions of an entangler)
 * @param objective what the training minimises
 * @param cvarAlpha the fraction α ∈ (0, 1] kept by {@link Objective#CVAR}
 * @param gibbsEta the inverse temperature η &gt; 0 of {@link Objective#GIBBS}, in units of 1/(largest Ising coefficient)
 * @param optimizer how the parameters are trained
 * @param init where the training starts
 * @param maxEvaluations most evaluations of the objective (a gradient counts as one), at least 0: with 0 the start is kept
 * @param shots how many bitstrings are drawn from the trained circuit, at least 1
 * @param candidates most distinct bitstrings kept in {@link QuantumRun#candidates}, at least 1
 * @param precision floating point type of the amplitudes
 * @param kernel which loops run
 * @param threads most threads used by one state vector, at least 1; the result does not depend on it
 * @param backend what executes the circuit: {@code statevector}, {@code strange}, or for one layer of {@code qaoa} {@code
 *     closed-form}
 * @param noise noise specification, {@code none} or what the device package documents
 */
public record QuantumOptions(
        int layers,
        Objective objective,
        double cvarAlpha,
        double gibbsEta,
        Optimizer optimizer,
        InitialAngles init,
        int maxEvaluations,
        int shots,
        int candidates,
        Precision precision,
        KernelChoice kernel,
        int threads,
        String backend,
        String noise) {
    private static final QuantumOptions DEFAULTS = new QuantumOptions(
            3,
            Objective.EXPECTATION,
            0.25,
            1.0,
            Optimizer.LBFGS,
            InitialAngles.RAMP,
            200,
            1024,
            4096,
            Precision.DOUBLE,
            KernelChoice.AUTO,
            1,
            "statevector",
            "none");

    public QuantumOptions {
        require(layers >= 1, "layers", layers, "at least 1");
        require(cvarAlpha > 0 && cvarAlpha <= 1, "cvarAlpha", cvarAlpha, "in (0, 1]");
        require(gibbsEta > 0 && gibbsEta < Double.POSITIVE_INFINITY, "gibbsEta", gibbsEta, "positive and finite");
        require(maxEvaluations >= 0, "maxEvaluations", maxEvaluations, "at least 0");
        require(shots >= 1, "shots", shots, "at least 1");
        require(candidates >= 1, "candidates", candidates, "at least 1");
        require(threads >= 1, "threads", threads, "at least 1");
    }

    private static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            String shown = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
            throw new IllegalArgumentException(name + " is " + shown + ", expected " + expected);
        }
    }

    /** QAOA-like defaults: 3 layers, expectation by L-BFGS from the ramp, 1024 shots, double precision, one thread. */
    public static QuantumOptions defaults() {
        return DEFAULTS;
    }

    public QuantumOptions withLayers(int value) {
        return new QuantumOptions(
                value,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withObjective(Objective value) {
        return new QuantumOptions(
                layers,
                value,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withCvarAlpha(double value) {
        return new QuantumOptions(
                layers,
                objective,
                value,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withGibbsEta(double value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                value,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withOptimizer(Optimizer value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                value,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withInit(InitialAngles value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                value,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withMaxEvaluations(int value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                value,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withShots(int value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                value,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withCandidates(int value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                value,
                precision,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withPrecision(Precision value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                value,
                kernel,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withKernel(KernelChoice value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                value,
                threads,
                backend,
                noise);
    }

    public QuantumOptions withThreads(int value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                value,
                backend,
                noise);
    }

    public QuantumOptions withBackend(String value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                value,
                noise);
    }

    public QuantumOptions withNoise(String value) {
        return new QuantumOptions(
                layers,
                objective,
                cvarAlpha,
                gibbsEta,
                optimizer,
                init,
                maxEvaluations,
                shots,
                candidates,
                precision,
                kernel,
                threads,
                backend,
                value);
    }
}
