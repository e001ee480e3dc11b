/** What files say about each family of problems: one row a family. */
@NullMarked
package org.shrinq.instances.family;

import org.jspecify.annotations.NullMarked;
