package org.shrinq.instances.model;

import org.shrinq.instances.codec.Codec;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.family.FromModel;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.problem.Problem;

/** What was read, as another kind of problem. */
public final class Recast {
    private Recast() {}

    /** What was read, as the kind that was asked for. */
    public static Codec.Parsed asWanted(Text text, Wanted wanted, Codec.Parsed parsed) {
        if (wanted.kind().isEmpty()) {
            return parsed;
        }
        FromModel outcome = FileFamilies.as(parsed.problem(), wanted.kind().get());
        Problem problem = outcome.problem()
                .orElseThrow(() -> InstanceException.of(
                        InstanceException.Reason.INVALID,
                        text.file(),
                        "the model is no " + wanted.kind().get().title() + " problem: " + outcome.why(),
                        "Leave out --problem to solve it as a general model."));
        return new Codec.Parsed(problem, parsed.best(), parsed.variableNames(), parsed.warnings(), parsed.table());
    }
}
