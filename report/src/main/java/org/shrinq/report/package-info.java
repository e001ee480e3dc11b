/** Pages about runs: tables, plots and sentences, laid out as one HTML page that needs nothing else. */
@NullMarked
package org.shrinq.report;

import org.jspecify.annotations.NullMarked;
