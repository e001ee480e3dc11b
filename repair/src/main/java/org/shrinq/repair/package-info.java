/**
 * Verification of candidate solutions, their repair to feasibility, and polishing by local search.
 */
@NullMarked
package org.shrinq.repair;

import org.jspecify.annotations.NullMarked;
