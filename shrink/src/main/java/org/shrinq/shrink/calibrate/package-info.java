/**
 * How often steps of shrinking were right, measured beforehand, by source, structure of the model and strength of the
 * evidence.
 */
@NullMarked
package org.shrinq.shrink.calibrate;

import org.jspecify.annotations.NullMarked;
