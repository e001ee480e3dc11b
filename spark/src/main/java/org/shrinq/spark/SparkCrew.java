package org.shrinq.spark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.shrinq.bench.portfolio.PackedLeg;
import org.shrinq.bench.portfolio.PackedReport;
import org.shrinq.bench.portfolio.RemoteCrew;
import org.shrinq.bench.portfolio.RemotePortfolio;
import org.shrinq.solver.portfolio.Leg;
import org.shrinq.solver.portfolio.MemberReport;
import org.shrinq.solver.result.ResultFile;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * Members of a portfolio on a Spark cluster: each leg is a job of one task. News goes there with the job and reports
 * come back as its result, all through the driver. A member's run stays in its executor between legs, and its next leg
 * is asked to go there; where that executor is lost, Spark tries the leg on another one, where the member catches up.
 */
final class SparkCrew implements RemoteCrew {
    /** What a task takes from the driver to its machine; a time limit there has to end so much earlier. */
    private static final double LATENCY_SECONDS = 0.1;
    /** A context that stops is as a rule stopped by Ctrl-C, which the run hears of by itself a moment later. */
    private static final Duration BEFORE_FAILURE = Duration.ofSeconds(3);

    private final String id = UUID.randomUUID().toString();
    private final SparkContext context;
    private final JavaSparkContext java;
    private final RemotePortfolio portfolio;
    private final Broadcast<byte[]> content;
    private final Map<Integer, SimpleFutureAction<BoxedUnit>> running = new ConcurrentHashMap<>();
    private final Map<Integer, String> locations = new ConcurrentHashMap<>();
    private final Map<Integer, ResultFile> results = new ConcurrentHashMap<>();

    SparkCrew(SparkContext context, RemotePortfolio portfolio, byte[] content) {
        this.context = context;
        this.java = JavaSparkContext.fromSparkContext(context);
        this.portfolio = portfolio;
        this.content = java.broadcast(content);
    }

    @Override
    public void begin(Leg leg, Consumer<MemberReport> ended) {
        PackedLeg packed =
                PackedLeg.of(new Leg(leg.member(), leg.number(), leg.heard(), leg.elapsedSeconds() + LATENCY_SECONDS));
        SimpleFutureAction<BoxedUnit> action = context.submitJob(
                place(packed),
                new RemoteLeg(id, portfolio, content),
                CollectionConverters.asScala(List.<Object>of(0)).toSeq(),
                (partition, report) -> {
                    take(report, ended);
                    return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
        running.put(leg.member(), action);
        action.onComplete(
                new AbstractFunction1<Try<BoxedUnit>, Object>() {
                    @Override
                    public Object apply(Try<BoxedUnit> outcome) {
                        if (outcome.isFailure() && running.remove(leg.member(), action)) {
                            failed(leg, outcome.failed().get(), ended);
                        }
                        return BoxedUnit.UNIT;
                    }
                },
                ExecutionContext.global());
    }

    /** A data set of the leg alone, which had best be where the member's run is. */
    private RDD<PackedLeg> place(PackedLeg leg) {
        String location = locations.get(leg.member());
        Seq<String> preferred = CollectionConverters.asScala(location == null ? List.<String>of() : List.of(location))
                .toSeq();
        ClassTag<PackedLeg> tag = ClassTag$.MODULE$.apply(PackedLeg.class);
        return context.makeRDD(
                CollectionConverters.asScala(List.of(new Tuple2<>(leg, preferred)))
                        .toSeq(),
                tag);
    }

    private void take(PackedReport packed, Consumer<MemberReport> ended) {
        running.remove(packed.member());
        locations.put(packed.member(), packed.location());
        packed.resultFile().ifPresent(result -> results.put(packed.member(), result));
        ended.accept(packed.unpack());
    }

    private void failed(Leg leg, Throwable why, Consumer<MemberReport> ended) {
        MemberReport report = MemberReport.failed(leg, "", "Spark gave up: " + why.getMessage());
        if (context.isStopped()) {
            CompletableFuture.delayedExecutor(BEFORE_FAILURE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> ended.accept(report));
        } else {
            ended.accept(report);
        }
    }

    @Override
    public void cancel(int member) {
        SimpleFutureAction<BoxedUnit> action = running.remove(member);
        if (action != null) {
            action.cancel();
        }
    }

    @Override
    public boolean reportsWhenCancelled() {
        return false;
    }

    @Override
    public Optional<ResultFile> result(int member) {
        return Optional.ofNullable(results.get(member));
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::cancel);
        RemoteLeg.forget(id);
        context.stop();
    }
}
