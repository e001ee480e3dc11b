/** The result file: writing, reading back, and the schema it keeps. */
@NullMarked
package org.shrinq.solver.result;

import org.jspecify.annotations.NullMarked;
