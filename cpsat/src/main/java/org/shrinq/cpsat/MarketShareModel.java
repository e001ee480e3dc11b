package org.shrinq.cpsat;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import org.shrinq.qubo.problem.MarketShare;

/**
 * Market shares: minimises Σ_k d_k with d_k ≥ ±(Σ_j a_kj x_j − t_k), since the model of the problem has squares in
 * place of the absolute values.
 */
final class MarketShareModel implements CpSatFamily<MarketShare> {
    @Override
    public Class<MarketShare> type() {
        return MarketShare.class;
    }

    @Override
    public CpSatModel model(MarketShare problem) {
        IntegerScale scale = new IntegerScale();
        for (int k = 0; k < problem.products(); k++) {
            scale.with(problem.target(k));
            for (int j = 0; j < problem.retailers(); j++) {
                scale.with(problem.demand(k, j));
            }
        }
        double f = CpSatModel.factor(scale, "the problem");
        CpSatModel result = new CpSatModel(problem.size(), f, 0);
        LinearExprBuilder total = LinearExpr.newBuilder();
        for (int k = 0; k < problem.products(); k++) {
            long target = IntegerScale.units(problem.target(k), f);
            long most = Math.abs(target);
            LinearExprBuilder excess = LinearExpr.newBuilder().add(-target);
            LinearExprBuilder shortage = LinearExpr.newBuilder().add(target);
            for (int j = 0; j < problem.retailers(); j++) {
                long units = IntegerScale.units(problem.demand(k, j), f);
                excess.addTerm(result.x[j], units);
                shortage.addTerm(result.x[j], -units);
                most += Math.abs(units);
            }
            IntVar deviation = result.model.newIntVar(0, most, "d" + k);
            result.model.addLessOrEqual(excess, deviation);
            result.model.addLessOrEqual(shortage, deviation);
            total.add(deviation);
        }
        result.model.minimize(total);
        return result;
    }
}
