package org.shrinq.bench.portfolio;

import java.util.Optional;
import org.shrinq.solver.portfolio.PortfolioCrew;
import org.shrinq.solver.result.ResultFile;

/** A crew on other machines. */
public interface RemoteCrew extends PortfolioCrew {
    /**
     * The result file of a member as things stood when it last led; also once the crew is closed. Empty where it
     * reported none.
     */
    Optional<ResultFile> result(int member);
}
