/** Does the runs of a suite on Apache Spark. Built with {@code -Pspark} only; in no other jar. */
@NullMarked
package org.shrinq.spark;

import org.jspecify.annotations.NullMarked;
