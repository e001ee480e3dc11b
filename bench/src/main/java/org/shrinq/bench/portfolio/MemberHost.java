package org.shrinq.bench.portfolio;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.shrinq.bench.store.Place;
import org.shrinq.instances.Instance;
import org.shrinq.solver.MemberRun;
import org.shrinq.solver.portfolio.Leg;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.result.ResultJson;

/**
 * The members of portfolios that live in this process, each kept between its legs. A leg of a member that is not here,
 * because its machine was lost or the engine chose another one, begins it anew and catches up. Safe for use by several
 * threads.
 */
public final class MemberHost {
    private final Map<String, Hosted> runs = new ConcurrentHashMap<>();

    /** A run with its instance. */
    private record Hosted(Instance instance, MemberRun run) {}

    /**
     * Does a leg here. Throws nothing: what goes wrong is the report.
     *
     * @param id of the portfolio, different from all others of this process
     * @param file the instance's bytes, under a name that ends with that of the portfolio
     * @param location in the engine's words
     * @param cancelled ends the leg early; the run is then not kept
     */
    public PackedReport perform(
            String id,
            RemotePortfolio portfolio,
            PackedLeg packed,
            Path file,
            String location,
            BooleanSupplier cancelled) {
        Leg leg = packed.unpack();
        String key = id + "#" + leg.member();
        // whoever has the run owns it: a second attempt at the same leg begins another one
        Hosted hosted = runs.remove(key);
        if (hosted != null && hosted.run.legs() > leg.number()) {
            hosted.run.close();
            hosted = null;
        }
        try {
            if (hosted == null) {
                Instance instance = portfolio.read(file);
                hosted = new Hosted(
                        instance,
                        portfolio.begin(
                                instance,
                                leg.member(),
                                leg.elapsedSeconds(),
                                Place.here().host()));
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return PackedReport.of(MemberReport.failed(leg, Place.here().host(), String.valueOf(e)), "", location);
        }
        MemberReport report = hosted.run.advance(leg, cancelled);
        boolean told = leg.number() == 0 || hosted.run.leads();
        String result = told && report.state() != MemberReport.State.FAILED
                ? ResultJson.line(ResultJson.of(hosted.instance, portfolio.readOptions(), hosted.run.solution(), 0))
                : "";
        if (cancelled.getAsBoolean() || report.state() != MemberReport.State.GOING) {
            hosted.run.close();
        } else {
            runs.put(key, hosted);
        }
        return PackedReport.of(report, result, location);
    }

    /** Lets go of the members of a portfolio. */
    public void forget(String id) {
        runs.forEach((key, hosted) -> {
            if (key.startsWith(id + "#") && runs.remove(key, hosted)) {
                hosted.run.close();
            }
        });
    }
}
