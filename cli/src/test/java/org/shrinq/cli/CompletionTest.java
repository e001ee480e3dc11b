package org.shrinq.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    private Path folder;

    /** Asks a real bash what it would offer. */
    @Test
    void bashCompletesVerbsFlagsAndTheLauncher() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs /bin/bash");
        Path script = folder.resolve("shrinq");
        Files.writeString(script, new Commands(folder).run("shrinq completion"));
        assertThat(offered(script, "shrinq", "so")).contains("solve");
        assertThat(offered(script, "./shrinq", "dec")).contains("decode");
        assertThat(offered(script, "shrinq", "solve", "--qub")).contains("--qubits");
        assertThat(offered(script, "shrinq", "bench", "re")).contains("report");
    }

    private String offered(Path script, String... words) throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder("source '" + script + "'; COMP_WORDS=(");
        for (String word : words) {
            line.append('\'').append(word).append("' ");
        }
        line.append("); COMP_CWORD=").append(words.length - 1).append("; COMP_LINE=\"${COMP_WORDS[*]}\";");
        line.append(
                "f=$(complete -p shrinq | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f; printf '%s\\n' \"${COMPREPLY[@]}\"");
        Process bash = new ProcessBuilder("/bin/bash", "--norc", "-c", line.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void itIsInstalledWhereBashLooks() {
        assertThat(CompletionCommand.target(Map.of("HOME", "/home/me")))
                .isEqualTo(Path.of("/home/me/.local/share/bash-completion/completions/shrinq"));
        assertThat(CompletionCommand.target(Map.of("HOME", "/home/me", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/bash-completion/completions/shrinq"));
        assertThatThrownBy(() -> CompletionCommand.target(Map.of())).hasMessageContaining("HOME is not set");
    }
}
