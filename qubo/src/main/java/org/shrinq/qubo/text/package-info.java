/** Texts for people: values on one line, and what a misspelt word was meant to be. */
@org.jspecify.annotations.NullMarked
package org.shrinq.qubo.text;
