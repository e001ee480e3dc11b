package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device drives the shrinking; a noisy simulation stands in for it. */
class SessionTest {
    @TempDir
    private Path folder;

    @Test
    void circuitAfterCircuitUntilNothingIsLeft() throws IOException {
        Commands commands = new Commands(folder);
        commands.run("shrinq session new instances/data/mdkp/cb.20x5-25.dat --qubits 5 -p 1 -o s.json");
        assertThatThrownBy(() -> commands.run("shrinq session take s.json s.json"))
                .hasMessageContaining("no circuit");
        String printed = "";
        int circuits = 0;
        while (!printed.contains("nothing is left")) {
            // every other program in Braket's words, routed along a line
            String style = circuits % 2 == 0 ? "" : " --qasm braket --coupling linear";
            String shape = circuits % 2 == 0 ? "" : " --shape braket";
            assertThat(commands.run("shrinq session next s.json -o c.qasm" + style))
                    .contains("circuit " + (circuits + 1));
            commands.run("shrinq simulate c.qasm --noise superconducting --shots 800 -o counts.json" + shape);
            printed = commands.run("shrinq session take s.json counts.json --readout 0.02");
            assertThat(printed).contains("circuit " + (circuits + 1), "800 shots");
            circuits++;
            assertThat(circuits).isLessThan(6);
        }
        assertThat(printed).contains("FEASIBLE  objective");
        String shown = commands.run("shrinq session show s.json -o solution.json");
        assertThat(shown).contains("measured", "simulated").doesNotContain("differs");
        commands.run("shrinq check instances/data/mdkp/cb.20x5-25.dat solution.json");
        String file = Files.readString(folder.resolve("s.json"));
        Files.writeString(folder.resolve("s.json"), file.replaceFirst("\"sign\" : 1,", "\"sign\" : -1,"));
        assertThatThrownBy(() -> commands.run("shrinq session show s.json")).isInstanceOf(AssertionError.class);
    }
}
