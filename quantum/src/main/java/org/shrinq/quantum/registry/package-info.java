/** The circuit methods and the simulators by name; above all that they list, so that no package needs itself. */
@NullMarked
package org.shrinq.quantum.registry;

import org.jspecify.annotations.NullMarked;
