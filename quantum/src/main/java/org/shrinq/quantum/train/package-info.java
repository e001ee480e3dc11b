/** Minimisers for circuit parameters behind one interface, with budgets, deadlines and training curves. */
@NullMarked
package org.shrinq.quantum.train;

import org.jspecify.annotations.NullMarked;
