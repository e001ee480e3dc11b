package org.shrinq.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Text;
import org.shrinq.qubo.problem.Problem;

/** Packed files: written by their extension, recognised by their first bytes, guarded against what they unpack to. */
class PackingTest {
    @TempDir
    Path folder;

    private Path packed(String extension) {
        Problem problem = TestFiles.read("p.txt", "p edge 3 2\ne 1 2\ne 2 3\n").problem();
        Path path = folder.resolve("path.txt." + extension);
        Instances.write(path, Format.DIMACS, problem, WriteOptions.defaults());
        return path;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "bz2", "zip"})
    void whatIsPackedReadsBack(String extension) throws IOException {
        Path path = packed(extension);
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
                .doesNotContain("p edge");
        Instance read = Instances.read(path);
        assertThat(read.name()).isEqualTo("path");
        assertThat(read.problem().size()).isEqualTo(3);
        Path renamed = Files.move(path, folder.resolve("other.txt"));
        assertThat(Instances.read(renamed).problem().size()).isEqualTo(3);
        assertThat(Format.forFile("x.qubo." + extension, read.problem().kind())).hasValue(Format.QBSOLV);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "bz2"})
    void damageIsTold(String extension) throws IOException {
        byte[] bytes = Files.readAllBytes(packed(extension));
        assertThatThrownBy(() -> TestFiles.text("f", Arrays.copyOf(bytes, bytes.length - 9)))
                .isInstanceOf(InstanceException.class)
                .hasMessageContaining("data is damaged after");
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 300; trial++) {
            byte[] mutant = bytes.clone();
            mutant[12 + random.nextInt(bytes.length - 12)] ^= (byte) (1 << random.nextInt(8));
            try {
                TestFiles.text("f", mutant);
            } catch (InstanceException expected) {
                assertThat(expected.getMessage()).as("seed 7, trial " + trial).startsWith("f");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz", "bz2", "zip"})
    void whatUnpacksToTooMuchIsRefused(String extension) throws IOException {
        Path path = folder.resolve("bomb." + extension);
        byte[] zeros = new byte[30 << 20];
        Arrays.fill(zeros, (byte) '\n');
        Files.write(folder.resolve("zeros"), zeros);
        org.shrinq.instances.text.FileOutput.write(path, out -> {
            for (int k = 0; k < 30; k++) {
                out.add("\n".repeat(1 << 20));
            }
        });
        assertThat(Files.size(path)).isLessThan(1 << 20);
        assertThatThrownBy(() -> Text.load(path, new Limits(40L << 20)))
                .isInstanceOfSatisfying(
                        InstanceException.class,
                        e -> assertThat(e.reason()).isEqualTo(InstanceException.Reason.TOO_LARGE));
    }

    /** Windows writes names in the code page of DOS; a name that claims to be UTF-8 and is none is damage. */
    @Test
    void namesInArchivesMayBeOfAnyCodePage() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            zip.putNextEntry(new ZipEntry("gr\u00fcn.txt"));
            zip.write("p edge 1 0\n".getBytes(StandardCharsets.UTF_8));
        }
        byte[] archive = bytes.toByteArray();
        Path file = Files.write(folder.resolve("f.zip"), archive);
        assertThat(Instances.read(file).problem().size()).isEqualTo(1);
        archive[7] |= 8;
        assertThatThrownBy(() -> TestFiles.text("f.zip", archive))
                .hasMessage("f.zip: the zip data is damaged after 0 unpacked bytes. Maybe the file is truncated.");
    }

    @Test
    void anArchiveOfSeveralFilesIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            for (String name : new String[] {"a.txt", "b.txt"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("p edge 1 0\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> TestFiles.text("f.zip", bytes.toByteArray()))
                .hasMessage(
                        "f.zip: the archive holds several files, 'a.txt' and 'b.txt' among them. Unpack it and name "
                                + "one of them.");
    }
}
