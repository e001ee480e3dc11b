package org.shrinq.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shrinq.bench.statistics.Quantiles;
import org.shrinq.bench.store.StoredRun;
import org.shrinq.report.ReportNumbers;
import org.shrinq.solver.Control;

/** What the tables say, in sentences that are computed like them, failures and disappointments included. */
final class Summary {
    private Summary() {}

    static List<String> of(ReportData data) {
        List<String> sentences = new ArrayList<>();
        if (data.runs().isEmpty()) {
            return List.of("There are no runs.");
        }
        methods(data, sentences);
        PartsTable.sentence(data).ifPresent(sentences::add);
        published(data, sentences);
        lifts(data, sentences);
        trouble(data, sentences);
        return sentences;
    }

    private static void methods(ReportData data, List<String> sentences) {
        String best = PublishedTable.overallBest(data);
        sentences.add("Best mean rank over the instances: " + account(data, best) + ".");
        PublishedTable.bestWithCircuit(data)
                .filter(m -> !m.equals(best))
                .ifPresent(m -> sentences.add("Best among the methods with a circuit: " + account(data, m) + "."));
    }

    private static String account(ReportData data, String method) {
        List<RunView> runs = data.of(method);
        long optimal = runs.stream().filter(RunView::isOptimal).count();
        long feasible = runs.stream().filter(r -> r.run().isFeasible()).count();
        return method + ", feasible in " + feasible + " of " + runs.size() + " runs, at the best known value in "
                + optimal + ", median gap "
                + ReportNumbers.percent(Quantiles.median(ReportData.values(runs, RunView::gap)))
                + " %";
    }

    private static void published(ReportData data, List<String> sentences) {
        List<PublishedTable.Row> rows = PublishedTable.rows(data);
        if (rows.isEmpty()) {
            return;
        }
        long every = rows.stream()
                .filter(r -> r.worst() < r.published() - RunView.EXACT)
                .count();
        long ahead = rows.stream()
                .filter(r -> r.ours() < r.published() - RunView.EXACT)
                .count();
        List<String> behind = rows.stream()
                .filter(r -> r.ours() > r.published() + RunView.EXACT)
                .map(r -> r.instance().name())
                .toList();
        long unstated = rows.stream()
                .filter(r -> Double.isNaN(r.published()) || Double.isNaN(r.ours()))
                .count();
        sentences.add("Against the best published run of each of " + ReportNumbers.count(rows.size(), "instance") + ", "
                + rows.get(0).oursMethod() + " is ahead on " + ahead + " (with every seed on " + every
                + "), equal on "
                + (rows.size() - ahead - behind.size() - unstated) + " and behind on " + behind.size()
                + (behind.isEmpty() ? "" : " (" + String.join(", ", behind) + ")")
                + (unstated == 0 ? "" : "; on " + unstated + " the published values are not stated")
                + ". Its values come out of the whole pipeline, repair included; what the circuit adds is "
                + "the lift below.");
    }

    private static void lifts(ReportData data, List<String> sentences) {
        List<ControlComparison.Lift> lifts = ControlComparison.of(data);
        if (lifts.isEmpty()) {
            return;
        }
        PairedTests tests = ControlComparison.tests(lifts);
        Map<String, List<String>> controlsByFinding = new LinkedHashMap<>();
        for (String control :
                lifts.stream().map(ControlComparison.Lift::control).distinct().toList()) {
            controlsByFinding
                    .computeIfAbsent(finding(control, lifts, tests), k -> new ArrayList<>())
                    .add(Control.inWords(control));
        }
        controlsByFinding.forEach((finding, controls) ->
                sentences.add("Lift over " + String.join(", ", controls) + " with the same strings and repair: "
                        + finding + " (mean repaired objective, Wilcoxon over instances, Holm, 5 %)."));
    }

    private static String finding(String control, List<ControlComparison.Lift> lifts, PairedTests tests) {
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        int methods = 0;
        int tested = 0;
        for (int k = 0; k < lifts.size(); k++) {
            ControlComparison.Lift l = lifts.get(k);
            if (l.control().equals(control)) {
                methods++;
                tested += tests.isTested(k) ? 1 : 0;
                if (tests.isSignificant(k) && l.better() != l.worse()) {
                    (l.better() > l.worse() ? better : worse).add(l.method());
                }
            }
        }
        if (tested == 0) {
            return "too few instances for a test, " + PairedTests.FEWEST + " are needed";
        }
        if (better.isEmpty() && worse.isEmpty()) {
            return "none of " + ReportNumbers.count(methods, "method") + " is significantly better or worse";
        }
        return "of " + ReportNumbers.count(methods, "method") + " significantly better: "
                + (better.isEmpty() ? "none" : names(better)) + "; significantly worse: "
                + (worse.isEmpty() ? "none" : names(worse));
    }

    private static String names(List<String> names) {
        return names.size() <= 6 ? String.join(", ", names) : names.size() + " methods";
    }

    private static void trouble(ReportData data, List<String> sentences) {
        long failed = data.runs().stream().filter(r -> r.run().hasFailed()).count();
        long cut = data.runs().stream()
                .filter(r -> r.run().ended() == StoredRun.Ended.CUT)
                .count();
        long infeasible = data.runs().stream()
                .filter(r -> !r.run().hasFailed() && !r.run().isFeasible())
                .count();
        sentences.add(failed + " of " + data.runs().size() + " runs failed, " + cut
                + " were stopped at their limit of seconds, " + infeasible
                + " ended without a feasible solution; all of them count.");
        if (!data.guessedTargets().isEmpty()) {
            sentences.add("No best known value was given for " + String.join(", ", data.guessedTargets())
                    + "; their gaps are to the best found in these runs.");
        }
    }
}
