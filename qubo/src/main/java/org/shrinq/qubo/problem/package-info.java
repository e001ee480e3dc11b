/** Named problems: each knows its binary model, its objective sense and its natural solution form. */
@NullMarked
package org.shrinq.qubo.problem;

import org.jspecify.annotations.NullMarked;
