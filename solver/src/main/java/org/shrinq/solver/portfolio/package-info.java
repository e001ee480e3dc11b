/**
 * One instance on many machines: independent runs, the members, that hear of each other's solutions and bounds where
 * their rounds end. Knows nothing of how a member solves, nor of where it does.
 */
@NullMarked
package org.shrinq.solver.portfolio;

import org.jspecify.annotations.NullMarked;
