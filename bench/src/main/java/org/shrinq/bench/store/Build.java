package org.shrinq.bench.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.shrinq.instances.Instances;
import org.shrinq.quantum.QuantumMethod;
import org.shrinq.qubo.Qubo;
import org.shrinq.relax.Bound;
import org.shrinq.repair.Repairs;
import org.shrinq.search.SearchStop;
import org.shrinq.shrink.Shrunk;
import org.shrinq.solver.Shrinq;
import org.shrinq.solver.result.ToolVersion;

/**
 * Which code made a run: the version with the commit it was built from, as "0.1.0+fd3df9c". Where files had been
 * changed since that commit, or no commit is known, a digest of the classes says which code it was:
 * "0.1.0+fd3df9c.changed.1a2b3c4d". Runs of one text were made by one code, so results of changed code are never taken
 * for those of another.
 */
public final class Build {
    private static final String CHANGED = ".changed";
    /** One class of every module whose code results depend on; in the product's jar they are all in one place. */
    private static final List<Class<?>> MODULES = List.of(
            Qubo.class,
            Instances.class,
            Bound.class,
            SearchStop.class,
            QuantumMethod.class,
            Shrunk.class,
            Repairs.class,
            Shrinq.class,
            Build.class);

    private static volatile String current = "";

    private Build() {}

    /** The build that runs. */
    public static String current() {
        String known = current;
        if (known.isEmpty()) {
            known = text(ToolVersion.text(), commit());
            current = known;
        }
        return known;
    }

    /**
     * The text for what the build wrote down.
     *
     * @param commit such as "fd3df9c123", with ".changed" after it where files differ from it; empty where none is
     *     known
     */
    static String text(String version, String commit) {
        boolean exact = !commit.isEmpty() && !commit.endsWith(CHANGED);
        return version + "+" + (exact ? commit : (commit.isEmpty() ? "code" : commit) + "." + digest());
    }

    private static String commit() {
        try (InputStream in = Build.class.getResourceAsStream("commit.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Eight hexadecimal digits of a SHA-256 over name, size and checksum of every class of ours, in order. */
    private static String digest() {
        TreeSet<String> classes = new TreeSet<>();
        try {
            for (Path place : places()) {
                if (Files.isDirectory(place)) {
                    addFolder(place, classes);
                } else {
                    addJar(place, classes);
                }
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.join("\n", classes).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the classes of this build: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : MODULES) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            if (source != null) {
                try {
                    places.add(Path.of(source.getLocation().toURI()));
                } catch (URISyntaxException e) {
                    throw new IllegalStateException(source.getLocation() + " is no place of classes", e);
                }
            }
        }
        return places;
    }

    private static void addFolder(Path folder, Set<String> classes) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (isOurs(name)) {
                    byte[] bytes = Files.readAllBytes(file);
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    classes.add(line(name, bytes.length, crc.getValue()));
                }
            }
        }
    }

    /** The directory of the jar has it all; nothing is unpacked. */
    private static void addJar(Path jar, Set<String> classes) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(e -> isOurs(e.getName()))
                    .forEach(e -> classes.add(line(e.getName(), e.getSize(), e.getCrc())));
        }
    }

    private static boolean isOurs(String name) {
        return name.startsWith("org/shrinq/") && name.endsWith(".class");
    }

    private static String line(String name, long size, long crc) {
        return String.format(Locale.ROOT, "%s %d %08x", name, size, crc);
    }
}
