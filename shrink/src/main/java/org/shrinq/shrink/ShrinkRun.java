package org.shrinq.shrink;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shrinq.qubo.Ising;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.qubo.run.RandomStreams;
import org.shrinq.shrink.ShrinkReport.StopReason;
import org.shrinq.shrink.calibrate.Calibration;
import org.shrinq.shrink.calibrate.Structure;
import org.shrinq.shrink.contract.Contraction;
import org.shrinq.shrink.contract.Step;
import org.shrinq.shrink.correlate.CorrelationSource;
import org.shrinq.shrink.correlate.CorrelationTask;
import org.shrinq.shrink.correlate.Correlations;

/** One shrinking from start to end. */
final class ShrinkRun {
    /** With no more free variables than this, both values of each are probed after every step. */
    private static final int PROBE_LIMIT = 256;

    private final ShrinkInput input;
    private final ShrinkOptions options;
    private final CorrelationSource source;
    private final RandomStreams random;
    private final Deadline deadline;
    private final int target;
    private final Backtracking backtracking;
    private final KnownRisks risks;
    private final Calibration calibration = Calibration.bundled();
    private final Structure structure;
    private final SlackFixing slack;
    private ShrinkState state;
    private FormRules rules;
    private Optional<SpectralMonitor> spectral = Optional.empty();
    private @Nullable CarriedCorrelations correlations;
    private @Nullable Selection selection;
    private final SeenStates seen = new SeenStates();
    private int initialFree;
    private int recalculations;
    /** Recalculations before this run began anew. */
    private int wasted;

    private double operations;
    private int backtracks;
    private int stepsSinceRecalculation;
    private int stride;

    ShrinkRun(
            ShrinkInput input,
            ShrinkOptions options,
            CorrelationSource source,
            RandomStreams random,
            Deadline deadline) {
        this.input = input;
        this.options = options;
        this.source = source;
        structure = Structure.of(input.model());
        this.random = random;
        this.deadline = deadline;
        target = input.qubits();
        state = new ShrinkState(input, options, deadline);
        risks = new KnownRisks(input.form().size());
        slack = new SlackFixing(input, target);
        rules = new FormRules(state, input.form().size(), this::carried);
        backtracking = new Backtracking(input, source, options.backtracks());
    }

    Shrunk run() {
        Optional<EliminationLog> start = input.start();
        if (start.isPresent()) {
            begin(start.get());
            return finish(shrink());
        }
        boolean explicit = input.form() instanceof Qubo || input.form() instanceof Ising;
        if (!explicit && state.free() > options.explicitLimit()) {
            new ImplicitPhase(input, state, options.explicitLimit(), deadline).run();
        }
        AssignmentPhase assignment = new AssignmentPhase(input, state, options, source, random, deadline);
        int free = state.free();
        Optional<Shrunk> coded = coded(assignment);
        if (coded.isPresent()) {
            return coded.get();
        }
        if (state.free() < free) {
            return withoutCode(assignment);
        }
        boolean placed = assignment.place();
        state.makeExplicit();
        watch();
        if (placed) {
            probe(); // blocks of two become single qubits
        }
        initialFree = state.free();
        if (options.reductions() == ShrinkOptions.Reductions.ON) {
            rules.sweepAll(target);
        }
        probe();
        if (!placed && assignment.placeByMarginals()) {
            probe();
        }
        count(assignment);
        StopReason stop = shrink();
        while (!deadline.expired() && backtracking.isLost(state.log(), random, deadline) && backtrack()) {
            stop = shrink();
        }
        spendRest();
        return finish(stop);
    }

    /** Goes on from an earlier log. */
    void begin(EliminationLog log) {
        state.repeat(log, log.entries().size());
        watch();
        initialFree = state.free();
    }

    /** Takes back steps where fewer qubits are left than the budget allows. */
    private void spendRest() {
        if (state.free() < target) {
            state.witness()
                    .flatMap(w -> new BudgetFill(input.withPool(List.of(w)), options, deadline).run(state.log()))
                    .ifPresent(fuller -> {
                        fuller.counts().addVetoes(state.counts());
                        state = fuller;
                    });
        }
    }

    private Shrunk finish(StopReason stop) {
        boolean looked = source.looks() || !input.pool().isEmpty();
        return state.finish(
                        new ShrinkState.Account(source.id(), looked, operations, wasted + recalculations, backtracks),
                        stop,
                        weights())
                .withSeen(new Shrunk.Seen(source.evaluator(), seen.best()));
    }

    /** What is left of an assignment in a code; empty where it is none, or no permutation is left. */
    private Optional<Shrunk> coded(AssignmentPhase assignment) {
        AssignmentCode code = options.assignmentCode();
        return assignment
                .code(code, () -> marginals(ShrinkOptions.Reductions.OFF))
                .map(blocks -> {
                    count(assignment);
                    return finish(StopReason.SIZE).withCode(code, blocks);
                })
                .filter(s -> s.code().orElseThrow().strings() > 0);
    }

    /** From the beginning, since the steps that were taken for a code left nothing that it could hold. */
    private Shrunk withoutCode(AssignmentPhase tried) {
        ShrinkOptions oneHot = options.withAssignmentCode(AssignmentCode.ONE_HOT);
        ShrinkRun run = new ShrinkRun(input, oneHot, source, random, deadline);
        run.operations = operations + tried.operations();
        run.wasted = recalculations + tried.calculations();
        return run.run();
    }

    private Optional<CarriedCorrelations> marginals(ShrinkOptions.Reductions reductions) {
        recalculate(reductions);
        return Optional.ofNullable(correlations);
    }

    private void count(AssignmentPhase assignment) {
        operations += assignment.operations();
        recalculations += assignment.calculations();
    }

    ShrinkState state() {
        return state;
    }

    /** Spent on correlations so far. */
    double operations() {
        return operations;
    }

    /** How often correlations were computed. */
    int recalculations() {
        return recalculations;
    }

    /** New correlations of what is left; empty when nothing is. */
    Optional<CarriedCorrelations> recalculated() {
        recalculate();
        return state.contraction().live() == 0 ? Optional.empty() : Optional.ofNullable(correlations);
    }

    /** The carried-over X of a step's variables. */
    private double carried(Step step) {
        CarriedCorrelations known = correlations;
        return known == null ? 0 : step.isFix() ? known.single(step.i()) : known.pair(step.i(), step.j());
    }

    private List<Double> weights() {
        return correlations == null ? List.of() : correlations.weights();
    }

    private void watch() {
        if (options.stop() instanceof StopRule.Spectral rule && options.budget() == StopRule.Budget.ADVISORY) {
            spectral = Optional.of(
                    new SpectralMonitor(state.contraction(), input.form().size(), rule.epsilon()));
        }
        state.setListener(new Observer());
    }

    private final class Observer implements ShrinkState.Listener {
        @Override
        public void before(Step step) {
            if (correlations != null) {
                correlations.before(step, state.contraction());
            }
            if (options.reductions() == ShrinkOptions.Reductions.ON) {
                rules.before(step);
            }
        }

        @Override
        public void after(Step step) {
            if (correlations != null) {
                correlations.after(step, state.contraction());
            }
            spectral.ifPresent(m -> m.apply(step));
        }
    }

    private StopReason shrink() {
        while (state.free() > target) {
            if (spectral.isPresent() && spectral.get().isExceeded()) {
                return StopReason.SPECTRAL;
            }
            if (slack.isNext(state)) {
                slack.fix(state);
                continue;
            }
            if (Selection.isLate(state, deadline) && input.slackCount() == 0) {
                new LateFixing(state, target, correlations).run();
                continue;
            }
            if (Selection.isLate(state, deadline)) {
                new WitnessFixing(state, target, correlations).run();
                afterStep();
                continue;
            }
            if (isStale() && !deadline.expired()) {
                recalculate(); // rules may have left slack alone, or no more than the target
                continue;
            }
            Selection.Outcome outcome = takeEligible();
            if (outcome == Selection.Outcome.ACCEPTED) {
                afterStep();
                continue;
            }
            if (outcome == Selection.Outcome.LATE) {
                continue;
            }
            if ((selection == null || stepsSinceRecalculation > 0) && !deadline.expired()) {
                recalculate();
                continue;
            }
            if (options.stop() instanceof StopRule.Confidence && options.budget() == StopRule.Budget.ADVISORY) {
                return StopReason.CONFIDENCE;
            }
            if (selection == null || selection.takeRest() != Selection.Outcome.ACCEPTED) {
                new WitnessFixing(state, target, correlations).run();
            }
            afterStep();
        }
        return StopReason.SIZE;
    }

    private boolean isStale() {
        Recalculation r = options.recalculation();
        return correlations == null
                || stepsSinceRecalculation >= stride
                || (stepsSinceRecalculation > 0 && correlations.lostShare() > r.objectiveLoss());
    }

    private Selection.Outcome takeEligible() {
        if (selection == null) {
            return Selection.Outcome.EXHAUSTED;
        }
        double floor = options.stop() instanceof StopRule.Confidence c ? least(c.chance()) : 0;
        boolean carried = stepsSinceRecalculation > 0 && !deadline.expired();
        double loss = options.recalculation().chanceLoss();
        double margin = carried && loss < 1
                ? least(calibration.right(source.id(), structure, selection.strongest()) - loss)
                : 0;
        return selection.takeEligible(floor, margin);
    }

    /** The least |X| of a step that is right with that chance. */
    private double least(double chance) {
        return calibration.least(source.id(), structure, chance);
    }

    private void afterStep() {
        stepsSinceRecalculation++;
        rules.drain(target);
        if (state.free() <= PROBE_LIMIT) {
            probe();
        }
    }

    private void probe() {
        if (options.probing() == ShrinkOptions.Probing.ON && state.free() <= PROBE_LIMIT) {
            state.probeAll(deadline);
        }
    }

    private void recalculate() {
        recalculate(options.reductions());
    }

    private void recalculate(ShrinkOptions.Reductions reductions) {
        if (reductions == ShrinkOptions.Reductions.ON) {
            rules.sweepAll(target);
        }
        Contraction form = state.contraction();
        if (form.live() == 0) {
            return;
        }
        int[] live = form.liveVertices();
        Ising ising = form.toIsing();
        boolean bounded = backtracking.isDue(state.free() - target);
        CandidateSet candidates = source.knowsPairs(input.model())
                ? CandidateSet.of(form, state.classes(), input.model())
                : CandidateSet.none();
        CorrelationTask task = new CorrelationTask(
                ising,
                input.form(),
                live,
                input.model(),
                state.partial(),
                candidates.positions(live, input.form().size()),
                input.poolStates(ising, live),
                Optional.ofNullable(correlations).map(c -> c.previous(live)),
                bounded ? CorrelationTask.Bound.WANTED : CorrelationTask.Bound.NOT_WANTED);
        Correlations answer = source.correlate(task, random.child("correlations", recalculations), deadline);
        seen.addAll(answer.states(), live, state.classes(), input.form().size());
        if (bounded && backtracking.exceeds(answer.lowerBound()) && backtrack()) {
            return;
        }
        correlations = CarriedCorrelations.of(
                answer,
                live,
                input.form().size(),
                form,
                Double.isFinite(options.recalculation().objectiveLoss()));
        state.approach(correlations::single);
        double progress = 1 - (double) (state.free() - target) / Math.max(1, initialFree - target);
        selection = new Selection(state, options, candidates, correlations, risks, progress, deadline);
        recalculations++;
        operations += answer.operations().orElse(source.operations(ising));
        stepsSinceRecalculation = 0;
        stride = options.recalculation().stride(source.operations(ising), state.free() - target);
    }

    /** Goes back to the step that lost the incumbent, takes its reverse, and starts from there. */
    private boolean backtrack() {
        EliminationLog log = state.log();
        Optional<Backtracking.WrongTurn> turn =
                backtracking.find(log, random.child("backtracking", backtracks), deadline);
        if (turn.isEmpty()) {
            return false;
        }
        int entry = turn.get().entry();
        ShrinkState fresh = new ShrinkState(input, options, deadline);
        fresh.repeat(log, entry);
        fresh.reverse(log.entries().get(entry), turn.get().proof());
        fresh.counts().add(state.counts());
        state = fresh;
        rules = new FormRules(state, input.form().size(), this::carried);
        correlations = null;
        selection = null;
        spectral = Optional.empty();
        watch();
        stepsSinceRecalculation = 0;
        backtracks++;
        return true;
    }
}
