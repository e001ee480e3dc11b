package org.shrinq.bench.suite;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** YAML as a tree whose nodes know their line, so that what is wrong can be pointed at. Scalars keep their text. */
sealed interface Yaml {
    /** Counted from 1. */
    int line();

    /** A word, a number, true or nothing. */
    record Scalar(int line, String text) implements Yaml {}

    /** A sequence. */
    record Sequence(int line, List<Yaml> items) implements Yaml {}

    /** A mapping in the file's order. */
    record Mapping(int line, Map<String, Yaml> entries) implements Yaml {}

    /** Reads one document; what cannot be read becomes a problem, and the answer an empty mapping. */
    static Yaml parse(String text, Problems problems) {
        try (JsonParser parser = YAMLFactory.builder()
                .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .createParser(text)) {
            if (parser.nextToken() == null) {
                problems.add(1, "the suite is empty", "A suite has at least instances and methods.");
                return new Mapping(1, Map.of());
            }
            return node(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String reason = e.getOriginalMessage().lines().findFirst().orElse("this is no YAML");
            problems.add(line, reason, "Maybe a quotation mark, a bracket or the indentation is wrong.");
            return new Mapping(1, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Yaml node(JsonParser parser) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Yaml> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                entries.put(key, node(parser));
            }
            return new Mapping(line, entries);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Yaml> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser));
            }
            return new Sequence(line, items);
        }
        return new Scalar(line, parser.currentToken() == JsonToken.VALUE_NULL ? "" : parser.getText());
    }
}
