package org.shrinq.bench.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.shrinq.bench.suite.InstanceSpec.Files.From;
import org.shrinq.instances.Format;
import org.shrinq.instances.ReadOptions;
import org.shrinq.instances.codec.GraphReading;
import org.shrinq.instances.codec.Loops;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.text.Spelling;
import org.shrinq.solver.config.Values;

/**
 * Reads a suite from YAML and checks all of it; see {@code docs/benchmarking.md} for the layout. Instance files are
 * looked at later, by {@link Plan}.
 */
public final class SuiteReader {
    private static final Set<String> KEYS = Set.of(
            "suite",
            "title",
            "folder",
            "missing",
            "instances",
            "settings",
            "methods",
            "seeds",
            "repeats",
            "controls",
            "limits");
    /** Key of an instance: seconds for the runs on it. */
    private static final String TIME_LIMIT = "time-limit";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+ -]{0,99}");
    private static final int MOST_SEEDS = 100_000;

    private final Problems problems;
    private final Map<String, Yaml> root;

    private SuiteReader(Problems problems, Map<String, Yaml> root) {
        this.problems = problems;
        this.root = root;
    }

    /**
     * Reads a suite file.
     *
     * @throws SuiteException with every problem found
     */
    public static Suite read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new SuiteException(List.of(
                    file + ": no such file. The bundled suites are " + String.join(", ", BundledSuites.names()) + "."
                            + Spelling.nearest(file.toString(), BundledSuites.names())
                                    .map(name -> " Maybe " + name + "?")
                                    .orElse("")));
        } catch (IOException e) {
            throw new SuiteException(List.of(file
                    + (Files.isDirectory(file) ? ": is a folder. Name a file in it." : ": cannot be read as text.")));
        }
    }

    /** Reads a suite from text; {@code source} is what messages call it. */
    public static Suite parse(String text, String source) {
        Problems problems = new Problems(source);
        Yaml document = Yaml.parse(text, problems);
        problems.throwIfAny();
        if (!(document instanceof Yaml.Mapping mapping)) {
            problems.add(document.line(), "expected a mapping with instances and methods", "");
            problems.throwIfAny();
            throw new AssertionError();
        }
        return new SuiteReader(problems, mapping.entries()).read(text, source);
    }

    private Suite read(String text, String source) {
        root.forEach((key, value) -> {
            if (!KEYS.contains(key)) {
                problems.add(value.line(), "a suite has no '" + key + "'", "Known are " + sorted(KEYS) + ".");
            }
        });
        String name = name(source);
        List<InstanceSpec> instances = instances();
        List<MethodSpec> methods =
                new MethodReader(problems, switchOf("controls", true)).read(root.get("settings"), root.get("methods"));
        List<Long> seeds = root.containsKey("seeds") ? seeds(root.get("seeds")) : List.of(1L);
        int repeats = positive("repeats", root.get("repeats"), 1);
        Suite suite = new Suite(
                name,
                scalar("title", name),
                source,
                text,
                folder(),
                missing(),
                instances,
                methods,
                seeds,
                repeats,
                limits());
        problems.throwIfAny();
        return suite;
    }

    /** A name, which stores and files are called after: no path. */
    private String name(String source) {
        String name = scalar("suite", Path.of(source).getFileName().toString().replaceAll("\\.ya?ml$", ""));
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    line("suite"),
                    "'" + name + "' is no name for a suite",
                    "Expected letters, digits, '.', '_', '-', '+' and spaces, a letter or digit first, at most 100 "
                            + "in all.");
        }
        return name;
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    private String scalar(String key, String standard) {
        Yaml node = root.get(key);
        if (node == null) {
            return standard;
        }
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        problems.add(node.line(), "'" + key + "' is one value, not a list or mapping", "");
        return standard;
    }

    private boolean switchOf(String key, boolean standard) {
        String text = scalar(key, Boolean.toString(standard));
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(line(key), "'" + key + "' is '" + text + "', expected true or false", "");
        }
        return text.equals("true");
    }

    private int line(String key) {
        Yaml node = root.get(key);
        return node == null ? 1 : node.line();
    }

    private Suite.Folder folder() {
        String text = scalar("folder", "");
        return switch (text) {
            case "bundled" -> new Suite.Folder(Suite.Folder.Place.BUNDLED, "");
            case "given" -> new Suite.Folder(Suite.Folder.Place.GIVEN, "");
            default -> new Suite.Folder(Suite.Folder.Place.SUITE, text);
        };
    }

    private Suite.Missing missing() {
        String text = scalar("missing", "error");
        if (!text.equals("error") && !text.equals("skip")) {
            problems.add(line("missing"), "'missing' is '" + text + "', expected error or skip", "");
        }
        return text.equals("skip") ? Suite.Missing.SKIP : Suite.Missing.ERROR;
    }

    private int positive(String what, @org.jspecify.annotations.Nullable Yaml node, int least) {
        if (node == null) {
            return least;
        }
        try {
            int value = node instanceof Yaml.Scalar s ? Integer.parseInt(s.text()) : least - 1;
            if (value >= least) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        problems.add(node.line(), "'" + what + "' is a whole number of at least " + least, "");
        return least;
    }

    private Suite.Limits limits() {
        double seconds = 60;
        int threads = 1;
        int workers = 0;
        Yaml node = root.get("limits");
        if (node == null) {
            return new Suite.Limits(seconds, threads, workers);
        }
        if (!(node instanceof Yaml.Mapping mapping)) {
            problems.add(node.line(), "'limits' is a mapping", "Such as limits: {seconds: 20, threads: 1}.");
            return new Suite.Limits(seconds, threads, workers);
        }
        for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
            Yaml value = entry.getValue();
            switch (entry.getKey()) {
                case "seconds" -> seconds = seconds("seconds", value);
                case "threads" -> threads = positive("threads", value, 1);
                case "workers" -> workers = positive("workers", value, 1);
                default ->
                    problems.add(
                            value.line(),
                            "no limit is called '" + entry.getKey() + "'",
                            "Known are seconds, threads, workers.");
            }
        }
        return new Suite.Limits(seconds, threads, workers);
    }

    private double seconds(String what, Yaml node) {
        try {
            double value = node instanceof Yaml.Scalar s ? Values.seconds(s.text()) : -1;
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        problems.add(node.line(), "'" + what + "' is a positive number of seconds, or a time such as 10s or 2m", "");
        return 1;
    }

    private List<Long> seeds(Yaml node) {
        Set<Long> seeds = new LinkedHashSet<>();
        List<Yaml> items = node instanceof Yaml.Sequence sequence ? sequence.items() : List.of(node);
        for (Yaml item : items) {
            Optional<List<Long>> some = item instanceof Yaml.Scalar s ? range(s.text()) : Optional.empty();
            if (some.isEmpty()) {
                problems.add(item.line(), "expected seeds", "Such as 7, [1, 2, 3] or 1..10.");
            }
            for (long seed : some.orElse(List.of())) {
                if (!seeds.add(seed)) {
                    problems.add(
                            item.line(),
                            "seed " + seed + " is listed twice",
                            "For several runs of a seed set repeats.");
                }
            }
        }
        return List.copyOf(seeds);
    }

    /** "7" or "1..10"; empty for anything else. */
    public static Optional<List<Long>> range(String text) {
        try {
            int dots = text.indexOf("..");
            long first = Long.parseLong((dots < 0 ? text : text.substring(0, dots)).strip());
            long last =
                    dots < 0 ? first : Long.parseLong(text.substring(dots + 2).strip());
            if (first > last || last - first >= MOST_SEEDS) {
                return Optional.empty();
            }
            List<Long> seeds = new ArrayList<>();
            for (long s = first; s <= last; s++) {
                seeds.add(s);
            }
            return Optional.of(seeds);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private List<InstanceSpec> instances() {
        Yaml node = root.get("instances");
        List<InstanceSpec> specs = new ArrayList<>();
        if (!(node instanceof Yaml.Sequence sequence) || sequence.items().isEmpty()) {
            problems.add(
                    node == null ? 1 : node.line(),
                    "a suite has a list of instances",
                    "Such as instances: [mis/1dc.64.txt, {generate: mdkp, n: 50}].");
            return specs;
        }
        for (Yaml item : sequence.items()) {
            if (item instanceof Yaml.Scalar s) {
                specs.add(new InstanceSpec.Files(
                        s.line(), From.SUITE, s.text(), ReadOptions.defaults(), OptionalDouble.empty()));
            } else if (item instanceof Yaml.Mapping m && m.entries().containsKey("generate")) {
                generated(m, specs::add);
            } else if (item instanceof Yaml.Mapping m && m.entries().get("files") instanceof Yaml.Scalar pattern) {
                specs.add(files(m, From.SUITE, pattern));
            } else if (item instanceof Yaml.Mapping m && m.entries().get("bundled") instanceof Yaml.Scalar pattern) {
                specs.add(files(m, From.BUNDLED, pattern));
            } else {
                problems.add(item.line(), "an instance is a path, {files: …}, {bundled: …} or {generate: …}", "");
            }
        }
        return specs;
    }

    private InstanceSpec files(Yaml.Mapping mapping, From from, Yaml.Scalar pattern) {
        return new InstanceSpec.Files(mapping.line(), from, pattern.text(), readOptions(mapping), timeLimit(mapping));
    }

    private ReadOptions readOptions(Yaml.Mapping mapping) {
        ReadOptions read = ReadOptions.defaults();
        for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
            Yaml value = entry.getValue();
            String text = value instanceof Yaml.Scalar s ? s.text() : "";
            Optional<ReadOptions> next = switch (entry.getKey()) {
                case "files", "bundled", TIME_LIMIT -> Optional.of(read);
                case "problem" -> ProblemKind.ofId(text).map(read::withKind);
                case "format" -> Format.ofId(text).map(read::withFormat);
                case "index" ->
                    text.matches("[1-9]\\d{0,5}")
                            ? Optional.of(read.withIndex(Integer.parseInt(text)))
                            : Optional.empty();
                case "complement" ->
                    text.equals("true")
                            ? Optional.of(read.withGraph(GraphReading.COMPLEMENT))
                            : text.equals("false") ? Optional.of(read) : Optional.empty();
                case "drop-loops" ->
                    text.equals("true")
                            ? Optional.of(read.withLoops(Loops.DROPPED))
                            : text.equals("false") ? Optional.of(read) : Optional.empty();
                default -> Optional.empty();
            };
            if (next.isEmpty()) {
                problems.add(
                        value.line(),
                        "'" + entry.getKey() + ": " + text + "' says nothing about how to read a file",
                        "Known are problem, format, index, complement, drop-loops and time-limit.");
            }
            read = next.orElse(read);
        }
        return read;
    }

    private OptionalDouble timeLimit(Yaml.Mapping mapping) {
        Yaml node = mapping.entries().get(TIME_LIMIT);
        return node == null ? OptionalDouble.empty() : OptionalDouble.of(seconds(TIME_LIMIT, node));
    }

    /** Every combination of the listed parameters. */
    private void generated(Yaml.Mapping mapping, Consumer<InstanceSpec> into) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> entry : mapping.entries().entrySet()) {
            if (entry.getKey().equals(TIME_LIMIT)) {
                continue;
            }
            List<String> values = new ArrayList<>();
            for (String text : ParameterGrid.values(entry.getValue(), entry.getKey(), problems)) {
                Optional<List<Long>> range = entry.getKey().equals("seed") ? range(text) : Optional.empty();
                if (range.isPresent()) {
                    range.get().forEach(seed -> values.add(Long.toString(seed)));
                } else {
                    values.add(text);
                }
            }
            lists.put(entry.getKey(), values);
        }
        for (Map<String, String> choice : ParameterGrid.combinations(lists)) {
            Map<String, String> parameters = new LinkedHashMap<>(choice);
            String kind = String.valueOf(parameters.remove("generate"));
            into.accept(new InstanceSpec.Generated(mapping.line(), kind, parameters, timeLimit(mapping)));
        }
    }

    static String read(java.io.InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
