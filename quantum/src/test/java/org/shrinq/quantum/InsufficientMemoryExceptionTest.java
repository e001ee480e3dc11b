package org.shrinq.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

final class InsufficientMemoryExceptionTest {
    @Test
    void refusesWithFigures() {
        long available = Runtime.getRuntime().maxMemory();
        InsufficientMemoryException refusal = catchThrowableOfType(
                InsufficientMemoryException.class, () -> InsufficientMemoryException.check(27, available));
        assertThat(refusal.qubits()).isEqualTo(27);
        assertThat(refusal.neededBytes()).isEqualTo(available);
        assertThat(refusal.availableBytes()).isBetween(1L << 20, available - 1);
        assertThat(refusal)
                .hasMessageContaining(String.format(java.util.Locale.ROOT, "%.2f GiB", available / 0x1p30))
                .hasMessageContaining("-Xmx");
    }

    @Test
    void theMessageNamesAWayOut() {
        assertThatThrownBy(() -> InsufficientMemoryException.check(100, Long.MAX_VALUE, "a bond smaller than 4096"))
                .hasMessageStartingWith("100 qubits need more than 2^33 GiB of heap")
                .hasMessageEndingWith("Maybe use a bond smaller than 4096, or a larger -Xmx.");
        assertThatThrownBy(() -> InsufficientMemoryException.check(100, Long.MAX_VALUE))
                .hasMessageContaining("backend mps");
    }

    /** What is not referenced any more is no reason to refuse. */
    @Test
    void garbageIsNoReason() {
        long most = Runtime.getRuntime().maxMemory();
        for (int k = 0; k < 6; k++) {
            byte[] garbage = new byte[(int) Math.min(1 << 28, most / 8)];
            assertThat(garbage).isNotEmpty();
            assertThatCode(() -> InsufficientMemoryException.check(20, most / 4))
                    .doesNotThrowAnyException();
        }
    }
}
