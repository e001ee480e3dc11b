/** The p = 1 QAOA without a state vector: expectations in closed form, for thousands of variables. */
@NullMarked
package org.shrinq.quantum.closedform;

import org.jspecify.annotations.NullMarked;
