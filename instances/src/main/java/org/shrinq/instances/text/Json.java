package org.shrinq.instances.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A strict cursor over a JSON text: names are unique, numbers finite, nothing follows the value; errors know their
 * line.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final String file;
    private final JsonParser parser;

    /** Receives the name of a field; reads its value from the cursor. */
    @FunctionalInterface
    public interface Field {
        void read(String name);
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    private Json(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads a text that holds one object, field by field. */
    public static void object(Text text, java.util.function.Function<Json, Field> fields) {
        value(text, json -> json.object(fields.apply(json)));
    }

    /** Reads a text that holds one value, which {@code reader} takes from the cursor. */
    public static void value(Text text, java.util.function.Consumer<Json> reader) {
        try (JsonParser parser = FACTORY.createParser(text.bytes(), text.start(), text.length() - text.start())) {
            Json json = new Json(text.file(), parser);
            reader.accept(json);
            if (json.step(parser::nextToken) != null) {
                throw json.unexpected("the end of the file after the JSON value");
            }
        } catch (IOException e) {
            throw InstanceException.of(
                    InstanceException.Reason.UNREADABLE, text.file(), "cannot be read (" + e.getMessage() + ")", "");
        }
    }

    private <T> T step(Step<T> step) {
        try {
            return step.take();
        } catch (JsonEOFException e) {
            throw at(
                    e.getLocation().getLineNr(),
                    "expected more JSON, found the end of the file",
                    "Maybe the file is truncated.");
        } catch (InputCoercionException e) {
            throw at(line(), "expected a number that fits, found '" + text() + "'", "");
        } catch (JsonProcessingException e) {
            String message = e.getOriginalMessage();
            String first = message.lines().findFirst().orElse(message).strip();
            String shown = first.substring(0, Math.min(first.length(), 120)).replaceAll("\\p{Cntrl}", "?");
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw at(line, "expected JSON (" + shown + ")", "Maybe the file is damaged.");
        } catch (IOException e) {
            throw at(0, "cannot be read (" + e.getMessage() + ")", "");
        }
    }

    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private String text() {
        String found = step(() -> {
            String t = parser.getText();
            return t == null ? "the end of the file" : t;
        });
        return TextErrors.quote(found).replaceAll("^'|'$", "");
    }

    public InstanceException at(int line, String detail, String hint) {
        return InstanceException.at(InstanceException.Reason.INVALID, file, line, detail, hint);
    }

    /** An error at the present token. */
    public InstanceException invalid(String detail, String hint) {
        return at(line(), detail, hint);
    }

    public InstanceException unexpected(String expected) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return invalid("expected " + expected + ", found the end of the file", "Maybe the file is truncated.");
        }
        String found = token.isScalarValue() || token == JsonToken.FIELD_NAME
                ? "'" + text() + "'"
                : token.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return invalid("expected " + expected + ", found " + found, "");
    }

    /** Reads the next value as an object. */
    public void object(Field field) {
        require(JsonToken.START_OBJECT, "an object");
        while (step(parser::nextToken) != JsonToken.END_OBJECT) {
            field.read(step(parser::currentName));
        }
    }

    /** Reads the next value as an array whose elements {@code element} reads, given their number from 0. */
    public void array(String expected, java.util.function.IntConsumer element) {
        require(JsonToken.START_ARRAY, expected);
        for (int k = 0; step(parser::nextToken) != JsonToken.END_ARRAY; k++) {
            peeked = true;
            element.accept(k);
        }
    }

    private boolean peeked;

    private JsonToken next() {
        if (peeked) {
            peeked = false;
            return parser.currentToken();
        }
        return step(parser::nextToken);
    }

    private void require(JsonToken wanted, String expected) {
        if (next() != wanted) {
            throw unexpected(expected);
        }
    }

    public double number(String expected) {
        JsonToken token = next();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw unexpected(expected);
        }
        double value = step(parser::getDoubleValue);
        if (!Double.isFinite(value)) {
            throw unexpected(expected + " within ±1.8e308");
        }
        return value;
    }

    /** A whole number within [least, most]; 3.0 counts as one. */
    public int integer(String expected, int least, int most) {
        double value = number(expected);
        if (value != Math.rint(value) || value < least || value > most) {
            throw unexpected(expected);
        }
        return (int) value;
    }

    public double[] numbers(String expected) {
        double[][] list = {new double[16]};
        int[] count = {0};
        array(expected, k -> {
            if (k == list[0].length) {
                list[0] = Arrays.copyOf(list[0], k + (k >> 1));
            }
            list[0][k] = number("a number");
            count[0] = k + 1;
        });
        return Arrays.copyOf(list[0], count[0]);
    }

    public String string(String expected) {
        require(JsonToken.VALUE_STRING, expected);
        return step(parser::getText);
    }

    /** True when the next value is null, which is then passed. */
    private boolean isNull() {
        if (next() == JsonToken.VALUE_NULL) {
            return true;
        }
        peeked = true;
        return false;
    }

    public void objectOrNull(Field field) {
        if (!isNull()) {
            object(field);
        }
    }

    public double @Nullable [] numbersOrNull(String expected) {
        return isNull() ? null : numbers(expected);
    }

    /** One number, or none for null. */
    public double[] numberOrNull(String expected) {
        return isNull() ? new double[0] : new double[] {number(expected)};
    }

    public boolean truth(String expected) {
        JsonToken token = next();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw unexpected(expected);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** Passes over the next value, whatever it is. */
    public void skip() {
        next();
        step(parser::skipChildren);
    }

    /** A text as a JSON string. */
    public static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
