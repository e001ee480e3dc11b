/** What every stage is handed from outside: time limits, cancellation and random streams. */
@NullMarked
package org.shrinq.qubo.run;

import org.jspecify.annotations.NullMarked;
