package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {
    private static final String REST = " S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 ";

    @Test
    void ticksAreTakenFromTheAgeOfTheMachine() {
        assertThat(ProcessAge.parse("12 (java)" + REST + "3400 77 0", "35.27 60.00\n"))
                .hasValue(1_270_000_000L);
    }

    @Test
    void aNameMayHaveSpacesAndParentheses() {
        assertThat(ProcessAge.parse("12 (a) (b c)" + REST + "3527 77 0", "35.27 60.00\n"))
                .hasValue(0);
    }

    @Test
    void aMachineYoungerThanTheProcessTellsNothing() {
        assertThat(ProcessAge.parse("12 (java)" + REST + "9000000 77 0", "35.27 60.00\n"))
                .isEmpty();
    }

    @Test
    void aBuildBeforeTheStartIsNoTimeOfTheCommand() {
        assertThat(ProcessAge.ofCommand(400_000_000, () -> 300_000_000)).isEqualTo(400_000_000);
        assertThat(ProcessAge.ofCommand(90_000_000_000L, () -> 300_000_000)).isEqualTo(300_000_000);
    }

    @Test
    void isTheAgeOfTheVirtualMachineAndItsLoading() {
        long machine = ManagementFactory.getRuntimeMXBean().getUptime();
        assertThat(ProcessAge.nanos() / 1_000_000).isBetween(machine - 50, machine + 2_000);
    }
}
