package org.shrinq.solver;

/** One kind of run: a way from a problem to a solution. Used once. */
interface Run {
    Solution run();

    /** The kind that the method asks for. */
    static Run of(RunContext context) {
        return switch (context.options.method().role()) {
            case CIRCUIT, SAMPLER -> new StagedRun(context);
            case SEARCH -> new SearchRun(context);
            case COMPLETE -> new CompleteRun(context);
        };
    }
}
