package org.shrinq.instances;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Packing;
import org.shrinq.instances.text.Shape;
import org.shrinq.qubo.Sense;

/** The choice among the formats by content. */
final class Codecs {
    private static final int MOST_PARAMETERS = 3;

    private Codecs() {}

    /** The formats that fit the text best, among those that can be read as the wanted kind; empty when none does. */
    static List<Format> candidates(Shape shape, ReadOptions options) {
        List<Format> found = matching(shape, options);
        // a sample that leaves a choice is no answer yet
        boolean open = found.size() != 1 && named(found, shape.text().file()).isEmpty();
        return open && shape.isSampled() ? matching(shape.whole(), options) : found;
    }

    private static List<Format> matching(Shape shape, ReadOptions options) {
        Set<Format> eligible = eligible(options);
        List<Format> certain = new ArrayList<>();
        for (Format format : eligible) {
            if (format.codec().isNamed(shape)) {
                certain.add(format);
            }
        }
        if (!certain.isEmpty()) {
            return certain;
        }
        Map<Codec.Match, List<Format>> matches = new EnumMap<>(Codec.Match.class);
        for (Format format : eligible) {
            matches.computeIfAbsent(format.codec().match(shape), m -> new ArrayList<>())
                    .add(format);
        }
        for (Codec.Match match :
                List.of(Codec.Match.CERTAIN, Codec.Match.FITS, Codec.Match.POSSIBLE, Codec.Match.BROKEN)) {
            if (matches.containsKey(match)) {
                return matches.get(match);
            }
        }
        return List.of();
    }

    private static Set<Format> eligible(ReadOptions options) {
        return options.kind().isEmpty()
                ? EnumSet.allOf(Format.class)
                : EnumSet.copyOf(Format.of(options.kind().get()));
    }

    /** The one format of the text. */
    static Format choose(Shape shape, ReadOptions options) {
        String file = shape.text().file();
        if (shape.isEmpty()) {
            throw InstanceException.of(
                    InstanceException.Reason.INVALID, file, "the file is empty", "Maybe the download failed.");
        }
        List<Format> candidates = candidates(shape, options);
        if (isParameters(shape, candidates)) {
            throw InstanceException.at(
                    InstanceException.Reason.INVALID,
                    file,
                    1,
                    "expected an instance, found the numbers " + shape.firstLine() + " and nothing else",
                    "Maybe they are the parameters of a problem whose model is another file, or this one is "
                            + "truncated.");
        }
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        Optional<Format> named = named(candidates, file);
        if (named.isPresent()) {
            return named.get();
        }
        if (candidates.isEmpty()) {
            String kind = options.kind().map(k -> " for --problem " + k.id()).orElse("");
            throw InstanceException.of(
                    InstanceException.Reason.UNKNOWN_FORMAT,
                    file,
                    "fits none of the formats" + kind + " (" + names(List.copyOf(eligible(options))) + ")",
                    "Maybe the file is damaged; name its format with --format to see where.");
        }
        throw InstanceException.of(
                InstanceException.Reason.AMBIGUOUS,
                file,
                "can be read as " + namesWithSenses(candidates),
                "Choose one with --format.");
    }

    /**
     * A few numbers in one line, such as the "nodes degree" of a topology, which are the beginning of some format and
     * no more.
     */
    private static boolean isParameters(Shape shape, List<Format> candidates) {
        return shape.isNumeric()
                && shape.lines() == 1
                && shape.tokens() <= MOST_PARAMETERS
                && candidates.stream().allMatch(f -> f.codec().match(shape) == Codec.Match.BROKEN);
    }

    /**
     * Between equals an extension that is a format's own name decides, such as .mqlib; .dat, .txt or .sparse are none.
     */
    private static Optional<Format> named(List<Format> candidates, String file) {
        String plain = Packing.plainName(file);
        return candidates.stream().filter(f -> plain.endsWith("." + f.id())).findFirst();
    }

    /** With "(maximised)" or "(minimised)" where the formats differ in that. */
    private static String namesWithSenses(List<Format> formats) {
        List<Optional<Sense>> senses =
                formats.stream().map(f -> f.codec().quboSense()).toList();
        boolean differ = senses.contains(Optional.of(Sense.MAXIMIZE)) && senses.contains(Optional.of(Sense.MINIMIZE));
        List<String> texts = new ArrayList<>();
        for (Format format : formats) {
            String sense = format.codec()
                    .quboSense()
                    .map(s -> s == Sense.MINIMIZE ? " (minimised)" : " (maximised)")
                    .orElse("");
            texts.add(format.id() + (differ ? sense : ""));
        }
        return String.join(", ", texts);
    }

    static String names(List<Format> formats) {
        List<String> ids = new ArrayList<>();
        for (Format format : formats) {
            ids.add(format.id());
        }
        return String.join(", ", ids);
    }
}
