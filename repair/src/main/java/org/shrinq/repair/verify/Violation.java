package org.shrinq.repair.verify;

/**
 * One violated constraint.
 *
 * @param constraint the constraint's name, such as "c2", "facility 3" or "edge(4,9)"
 * @param amount by how much, in the constraint's own unit; &gt; 0
 * @param text what is wrong in words; everything is counted from 1, as in files
 */
public record Violation(String constraint, double amount, String text) {}
