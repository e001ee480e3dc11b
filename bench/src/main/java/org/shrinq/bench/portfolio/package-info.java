/**
 * The members of a portfolio on other machines: what travels there and back, and the runs that are kept there between
 * legs.
 */
@NullMarked
package org.shrinq.bench.portfolio;

import org.jspecify.annotations.NullMarked;
