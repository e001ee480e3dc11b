package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shrinq.instances.text.WholeFile;

final class WholeFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old and longer");
        WholeFile.write(file, out -> out.write('n'));
        assertThat(file).hasContent("n");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void leavesTheOldFileWhenTheContentFails() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write('n');
                    throw new IOException("no more");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no more");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.txt");
    }

    @Test
    void makesNoFolder() {
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("none/a.txt"), out -> out.write('n')))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void writesToDevicesDirectly() throws IOException {
        Path device = Path.of("/dev/null");
        Assumptions.assumeTrue(Files.exists(device), "a device to write to");
        WholeFile.write(device, out -> out.write('n'));
        assertThat(Files.isRegularFile(device)).isFalse();
    }
}
