/** Google OR-Tools CP-SAT as an exact baseline. */
@NullMarked
package org.shrinq.cpsat;

import org.jspecify.annotations.NullMarked;
