/** The semidefinite relaxation of a quadratic form by low-rank coordinate descent, with certified bounds. */
@NullMarked
package org.shrinq.relax.sdp;

import org.jspecify.annotations.NullMarked;
