/**
 * The command line: one verb per class, plain-text accounts on stdout, progress and logs on stderr.
 */
@NullMarked
package org.shrinq.cli;

import org.jspecify.annotations.NullMarked;
