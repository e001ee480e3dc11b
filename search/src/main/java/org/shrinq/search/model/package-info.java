/**
 * Search on any model: one flip at a time, with adaptive penalties for its rows.
 */
@NullMarked
package org.shrinq.search.model;

import org.jspecify.annotations.NullMarked;
