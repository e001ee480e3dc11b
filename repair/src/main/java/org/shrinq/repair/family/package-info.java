/**
 * What one family of problems brings to the repair.
 */
@NullMarked
package org.shrinq.repair.family;

import org.jspecify.annotations.NullMarked;
