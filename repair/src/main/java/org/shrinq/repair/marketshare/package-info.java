/**
 * The improvement of market shares, of which every one is feasible.
 */
@NullMarked
package org.shrinq.repair.marketshare;

import org.jspecify.annotations.NullMarked;
