/** Was the device needed: measured strings against controls with as many strings and the same repair. */
@NullMarked
package org.shrinq.bench.audit;

import org.jspecify.annotations.NullMarked;
