/**
 * Verification of candidate solutions from a problem's own data. Depends on nothing but the problem classes: no
 * encoder, no shrinking, no repair and no search takes part in a verdict.
 */
@NullMarked
package org.shrinq.repair.verify;

import org.jspecify.annotations.NullMarked;
