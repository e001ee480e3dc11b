package org.shrinq.solver.result;

import org.shrinq.solver.Solution;
import org.shrinq.solver.SolutionJson;

/** {@link ResultJson} as the service that {@link Solution#toJson} finds. */
public final class ResultText implements SolutionJson {
    @Override
    public String text(Solution solution) {
        return ResultJson.text(ResultJson.of(solution));
    }
}
