/**
 * The repair of assignments to permutations.
 */
@NullMarked
package org.shrinq.repair.assignment;

import org.jspecify.annotations.NullMarked;
