/** Formats of graphs: independent sets and cuts. */
@NullMarked
package org.shrinq.instances.graph;

import org.jspecify.annotations.NullMarked;
