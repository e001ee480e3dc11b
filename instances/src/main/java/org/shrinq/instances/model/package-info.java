/** Formats of models with rows, and what their rows and variables become. */
@NullMarked
package org.shrinq.instances.model;

import org.jspecify.annotations.NullMarked;
