/** Solutions as pictures and tables, by family of problems. */
@NullMarked
package org.shrinq.report.answer;

import org.jspecify.annotations.NullMarked;
