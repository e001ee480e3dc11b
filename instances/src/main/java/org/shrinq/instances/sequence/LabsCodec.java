package org.shrinq.instances.sequence;

import java.util.List;
import org.shrinq.instances.codec.FamilyCodec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Json;
import org.shrinq.instances.text.JsonKeys;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextSink;
import org.shrinq.qubo.problem.LowAutocorrelation;

/**
 * A low-autocorrelation sequence as JSON: {@code {"labs": n}}, n the length; {@code name} and unknown fields are
 * passed over. Best known is what is published.
 */
public final class LabsCodec extends FamilyCodec<LowAutocorrelation> {
    private static final String FIELD = "labs";

    public LabsCodec() {
        super(LowAutocorrelation.class, "low-autocorrelation sequences");
    }

    @Override
    public Match match(Shape shape) {
        return shape.isJson() && JsonKeys.of(shape.text()).contains(FIELD) ? Match.CERTAIN : Match.NO;
    }

    @Override
    public boolean namesItself() {
        return true;
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        int[] length = {0};
        Json.object(text, json -> name -> {
            if (name.equals(FIELD)) {
                length[0] = json.integer("the length of a sequence", 1, LowAutocorrelation.LONGEST);
            } else {
                json.skip();
            }
        });
        if (length[0] == 0) {
            throw InstanceException.of(
                    InstanceException.Reason.INVALID,
                    text.file(),
                    "expected the field \"labs\", found none",
                    "It holds the length of the sequence.");
        }
        // the correlations as quadratic forms
        limits.require(text.file(), 1, "a sequence of length " + length[0], 40.0 * length[0] * length[0]);
        LowAutocorrelation problem = LowAutocorrelation.of(text.stem(), length[0]);
        return List.of(new Parsed(problem, PublishedEnergies.of(length[0]), List.of(), List.of()));
    }

    @Override
    protected void writeOf(LowAutocorrelation problem, WriteOptions options, TextSink out) {
        out.add("{\"name\": ").add(Json.quoted(problem.name()));
        out.add(", \"labs\": ").add(problem.length()).line("}");
    }
}
