/** Models stated by names: {@link org.shrinq.qubo.model.Model}. */
@NullMarked
package org.shrinq.qubo.model;

import org.jspecify.annotations.NullMarked;
