/** What executes a circuit: backends behind one interface, shots, and their lookup by name. */
@NullMarked
package org.shrinq.quantum.backend;

import org.jspecify.annotations.NullMarked;
