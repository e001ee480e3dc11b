/**
 * Expectations of deep QAOA circuits on sparse models of thousands of variables: ⟨Z_i⟩ and ⟨Z_iZ_j⟩ depend on the
 * vertices within distance p alone.
 */
@NullMarked
package org.shrinq.quantum.lightcone;

import org.jspecify.annotations.NullMarked;
