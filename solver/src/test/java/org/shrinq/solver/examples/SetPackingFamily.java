package org.shrinq.solver.examples;

// begin family
import java.util.SplittableRandom;
import org.shrinq.instances.family.FileFamily;
import org.shrinq.qubo.run.Deadline;
import org.shrinq.repair.family.RepairFamily;
import org.shrinq.repair.family.RepairKernel;
import org.shrinq.search.FlipLog;
import org.shrinq.search.Hints;
import org.shrinq.search.SearchControl;
import org.shrinq.search.SearchFamily;
import org.shrinq.search.SearchKernel;

/** What knows set packings: their repair, a search that drops sets at random and repairs, and words for solutions. */
public final class SetPackingFamily
        implements RepairFamily<SetPacking>, SearchFamily<SetPacking>, FileFamily<SetPacking> {
    @Override
    public Class<SetPacking> type() {
        return SetPacking.class;
    }

    @Override
    public RepairKernel repair(SetPacking problem, Hints hints) {
        return new SetPackingRepair(problem);
    }

    @Override
    public SearchKernel search(SetPacking problem, Hints hints) {
        return (x, random, control) -> search(problem, x, random, control);
    }

    @Override
    public String meaning(SetPacking problem, String name, int i) {
        return "set " + (i + 1) + " is chosen";
    }

    @Override
    public boolean listsSelected() {
        return true;
    }

    private static void search(SetPacking problem, byte[] x, SplittableRandom random, SearchControl control) {
        SetPackingRepair repair = new SetPackingRepair(problem);
        double best = problem.objective(x);
        while (control.next()) {
            byte[] y = x.clone();
            for (int s = 0; s < y.length; s++) {
                y[s] ^= (byte) (random.nextInt(3) == 0 ? 1 : 0);
            }
            repair.makeFeasible(y, random, Deadline.never(), FlipLog.NONE);
            repair.improve(y, random, Deadline.never(), FlipLog.NONE);
            double value = problem.objective(y);
            if (value > best) {
                best = value;
                System.arraycopy(y, 0, x, 0, x.length);
                control.bestObjective(best);
            }
        }
    }
}
// end family
