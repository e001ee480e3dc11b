/** The page about one run. */
@NullMarked
package org.shrinq.report.run;

import org.jspecify.annotations.NullMarked;
