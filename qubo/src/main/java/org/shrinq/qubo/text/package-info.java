/** Texts of values for logs and debuggers. */
@org.jspecify.annotations.NullMarked
package org.shrinq.qubo.text;
