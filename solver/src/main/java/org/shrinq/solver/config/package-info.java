/** The choices of a run by name, as flags, configuration files, suites and result files spell them. */
@NullMarked
package org.shrinq.solver.config;

import org.jspecify.annotations.NullMarked;
