/** Plots as SVG, without a library: they take their colours from the page and work without scripts. */
@NullMarked
package org.shrinq.report.plot;

import org.jspecify.annotations.NullMarked;
