package org.shrinq.bench.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a plan, which are disjoint and together all of it. Every part follows from the plan alone, so
 * machines that know nothing of each other agree.
 *
 * @param index counted from 1
 * @param count of all parts
 */
public record Shard(int index, int count) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    /**
     * An instance's runs stay together up to this share of an even part; larger ones are cut into chunks of at most
     * that.
     */
    private static final double CHUNK = 0.25;

    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("shard " + index + "/" + count + ", expected 1/" + Math.max(1, count)
                    + " to " + Math.max(1, count) + "/" + Math.max(1, count));
        }
    }

    /** Reads "3/16"; empty for anything else, 0/4 and 5/4 included. */
    public static Optional<Shard> parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(m.group(1));
        int count = Integer.parseInt(m.group(2));
        return index >= 1 && index <= count ? Optional.of(new Shard(index, count)) : Optional.empty();
    }

    /**
     * The tasks of this part, in the order of the list. Runs of an instance are kept together, since each machine then
     * opens few files; the chunks go, largest forecast first, to the part with the least so far (longest processing
     * time, Graham 1969), so no part is forecast to take longer than an even part and its largest chunk.
     *
     * <p>Forecasts are those of {@link Cost}, never of earlier runs, which another machine would not know.
     */
    public List<RunTask> of(List<RunTask> tasks) {
        int[] part = parts(tasks);
        return IntStream.range(0, tasks.size())
                .filter(k -> part[k] == index - 1)
                .mapToObj(tasks::get)
                .toList();
    }

    /** The part of each task, from 0. */
    private int[] parts(List<RunTask> tasks) {
        double[] cost = tasks.stream().mapToDouble(RunTask::forecastSeconds).toArray();
        double even = IntStream.range(0, cost.length).mapToDouble(k -> cost[k]).sum() / count;
        Map<String, List<Integer>> byInstance = new LinkedHashMap<>();
        for (int k = 0; k < tasks.size(); k++) {
            byInstance
                    .computeIfAbsent(tasks.get(k).instance().id(), id -> new ArrayList<>())
                    .add(k);
        }
        List<Chunk> chunks = new ArrayList<>();
        byInstance.values().forEach(runs -> cut(runs, cost, CHUNK * even, chunks));
        // the sort is stable: chunks of one cost stay in the order of the plan
        chunks.sort(Comparator.comparingDouble(Chunk::seconds).reversed());
        double[] load = new double[count];
        int[] part = new int[tasks.size()];
        for (Chunk chunk : chunks) {
            int least = 0;
            for (int s = 1; s < count; s++) {
                least = load[s] < load[least] ? s : least;
            }
            load[least] += chunk.seconds();
            for (int k : chunk.tasks()) {
                part[k] = least;
            }
        }
        return part;
    }

    private record Chunk(List<Integer> tasks, double seconds) {}

    private static void cut(List<Integer> runs, double[] cost, double most, List<Chunk> chunks) {
        List<Integer> open = new ArrayList<>();
        double seconds = 0;
        for (int k : runs) {
            if (!open.isEmpty() && seconds + cost[k] > most) {
                chunks.add(new Chunk(open, seconds));
                open = new ArrayList<>();
                seconds = 0;
            }
            open.add(k);
            seconds += cost[k];
        }
        chunks.add(new Chunk(open, seconds));
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return index + "/" + count;
    }
}
