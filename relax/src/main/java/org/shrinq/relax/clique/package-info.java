/** Clique covers of graphs: upper bounds for independent sets. */
@NullMarked
package org.shrinq.relax.clique;

import org.jspecify.annotations.NullMarked;
