/** What a store says: tables and plots as one HTML page, or as Markdown. */
@NullMarked
package org.shrinq.bench.report;

import org.jspecify.annotations.NullMarked;
