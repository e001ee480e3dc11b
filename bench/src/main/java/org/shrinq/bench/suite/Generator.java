package org.shrinq.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shrinq.instances.Format;
import org.shrinq.instances.Instances;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.generate.Generated;
import org.shrinq.instances.generate.GeneratedKind;
import org.shrinq.instances.generate.GeneratorArguments;
import org.shrinq.instances.generate.GeneratorParameter;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.run.RandomStreams;

/** Makes instances from the parameters that the verb {@code generate} takes too; every name tells all parameters. */
final class Generator implements GeneratorArguments {
    private final Map<String, String> parameters;

    private Generator(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /**
     * The problem, with its optimum where the family tells it.
     *
     * @throws IllegalArgumentException for what is not known or out of range
     */
    static Generated<? extends Problem> generate(String kind, Map<String, String> parameters) {
        GeneratedKind known = GeneratedKind.ofId(kind)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no kind of generated instance is called '" + kind + "', expected one of "
                                + sorted(Arrays.stream(GeneratedKind.values()).map(GeneratedKind::id))));
        for (String name : parameters.keySet()) {
            if (!name.equals("seed") && known.parameters().stream().noneMatch(p -> p.id().equals(name))) {
                throw new IllegalArgumentException("generated " + kind + " instances have no parameter '" + name
                        + "', expected " + sorted(known.parameters().stream().map(GeneratorParameter::id)) + ", seed");
            }
        }
        return known.generate(new Generator(parameters));
    }

    private static String sorted(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(", "));
    }

    /** Writes the instance, unless the same file is there, and says where. */
    static Path write(Generated<? extends Problem> generated, Path folder) {
        Problem problem = generated.problem();
        Path path = folder.resolve(problem.name() + FileFamilies.extension(problem));
        OptionalDouble optimum = generated.optimum();
        WriteOptions options = optimum.isPresent()
                ? WriteOptions.defaults().withBestKnown(optimum.getAsDouble())
                : WriteOptions.defaults();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder + ": " + e.getMessage(), e);
        }
        Format format =
                Format.forFile(path.getFileName().toString(), problem.kind()).orElseThrow();
        Instances.write(path, format, problem, options);
        return path;
    }

    @Override
    public String family(String standard, List<String> families) {
        String family = parameters.getOrDefault("family", standard).toLowerCase(Locale.ROOT);
        if (!families.contains(family)) {
            throw new IllegalArgumentException(
                    "family is '" + family + "', expected one of " + String.join(", ", families));
        }
        return family;
    }

    @Override
    public int whole(GeneratorParameter parameter, int standard) {
        return whole(parameter.id(), standard);
    }

    private int whole(String key, int standard) {
        String text = parameters.get(key);
        try {
            return text == null ? standard : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is '" + text + "', expected a whole number", e);
        }
    }

    @Override
    public double number(GeneratorParameter parameter, double standard) {
        String text = parameters.get(parameter.id());
        try {
            return text == null ? standard : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(parameter.id() + " is '" + text + "', expected a number", e);
        }
    }

    @Override
    public RandomStreams streams() {
        return new RandomStreams(seed());
    }

    @Override
    public String name(String prefix, String size, String share) {
        return prefix + "." + size + (share.isEmpty() ? "" : "-" + share) + "-s" + seed();
    }

    private long seed() {
        return whole("seed", 1);
    }
}
