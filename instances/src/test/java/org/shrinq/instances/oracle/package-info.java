/** Exact solvers for small problems, written for the tests alone: slow, obvious, independent of the product's code. */
package org.shrinq.instances.oracle;
