package org.shrinq.bench.audit;

import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param rows the device first, then the controls, then reweighted counts
 * @param comparisons the device against each control by each measure
 * @param verdict in words
 * @param reference the objective that P(optimum) asks for
 * @param knownReference whether it is the best known one, not only the best that was seen here
 * @param judged shots of each kind that were verified and repaired
 * @param ideal the circuit without noise, where it could be simulated
 * @param fidelity the level of noise that the mean energy tells of
 * @param bounds what the noisy energies say of the noiseless mean
 * @param notes what a reader has to know
 */
public record AuditResult(
        List<AuditRow> rows,
        List<AuditComparison> comparisons,
        AuditVerdict verdict,
        double reference,
        boolean knownReference,
        int judged,
        Optional<IdealCircuit> ideal,
        Optional<Fidelity> fidelity,
        Optional<CvarBounds> bounds,
        List<String> notes) {
    public AuditResult {
        rows = List.copyOf(rows);
        comparisons = List.copyOf(comparisons);
        notes = List.copyOf(notes);
    }
}
