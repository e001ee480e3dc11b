package org.shrinq.instances.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.shrinq.qubo.text.Brief;
import org.shrinq.qubo.text.Spelling;

/**
 * The unpacked bytes of a file. The array holds a line end at {@code length}, so that scanners need not look for the
 * end within a token.
 *
 * @param file name of the file for messages, without its folder
 * @param bytes owned by this record; not to be modified
 * @param start 0, or 3 after a byte order mark
 * @param length number of bytes of text
 * @param sha256 digest of the file as it lies on disk
 */
public record Text(String file, byte[] bytes, int start, int length, String sha256) {
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    /** The path that stands for standard input. */
    private static final String STANDARD_INPUT = "-";

    /** Reads a file, a pipe or ("-") standard input, unpacking it by its first bytes whatever it is called. */
    public static Text load(Path path, Limits limits) {
        boolean standardInput = path.toString().equals(STANDARD_INPUT);
        String file = standardInput ? "stdin" : fileName(path);
        byte[] raw;
        try {
            if (Files.isDirectory(path)) {
                throw unreadable(file, "is a folder", "Name a file in it.");
            }
            if (standardInput) {
                raw = drain(file, System.in, limits);
            } else if (Files.exists(path) && !Files.isRegularFile(path)) {
                try (InputStream in = Files.newInputStream(path)) {
                    raw = drain(file, in, limits);
                }
            } else {
                raw = readAll(path, file, limits);
            }
        } catch (NoSuchFileException e) {
            throw unreadable(file, "no such file", "Looked for " + path.toAbsolutePath() + "." + meant(path));
        } catch (IOException e) {
            throw unreadable(file, "cannot be read (" + e.getMessage() + ")", "");
        }
        return of(file, raw, limits);
    }

    /** The file beside it whose name is nearly the same, as a question. */
    private static String meant(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
        } catch (IOException | DirectoryIteratorException e) {
            return ""; // a folder that cannot be listed
        }
        Collections.sort(names);
        return Spelling.nearest(String.valueOf(path.getFileName()), names)
                .map(name -> " Maybe '" + name + "'?")
                .orElse("");
    }

    /** The bytes of a pipe, whose size nobody knows before its end. */
    private static byte[] drain(String file, InputStream in, Limits limits) throws IOException {
        ByteSink sink = new ByteSink(file, "text of more than", 1 << 16, limits);
        sink.readAll(in);
        return sink.bytes();
    }

    /** The text in a file's raw bytes, which this record takes over. The last byte is not part of the text. */
    private static Text of(String file, byte[] padded, Limits limits) {
        int length = padded.length - 1;
        String sha256 = sha256(padded, length);
        byte[] bytes = padded;
        Optional<Packing> packing = Packing.of(bytes, length);
        if (packing.isPresent()) {
            bytes = packing.get().unpack(file, padded, length, limits);
            length = bytes.length - 1;
        }
        int start = 0;
        if (length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            start = 3;
        }
        requireText(file, bytes, length);
        return new Text(file, bytes, start, length, sha256);
    }

    /** The text of raw bytes in memory (copied); for tests and for callers that have no file. */
    public static Text ofBytes(String file, byte[] raw, Limits limits) {
        byte[] padded = Arrays.copyOf(raw, raw.length + 1);
        padded[raw.length] = '\n';
        return of(file, padded, limits);
    }

    private static byte[] readAll(Path path, String file, Limits limits) throws IOException {
        long size = Files.size(path);
        limits.require(file, 0, "a file of " + size + " bytes", size);
        if (size > LARGEST) {
            throw InstanceException.of(
                    InstanceException.Reason.TOO_LARGE,
                    file,
                    "the file has " + size + " bytes, the most that can be read is " + LARGEST,
                    "");
        }
        byte[] bytes = new byte[(int) size + 1];
        int length;
        try (InputStream in = Files.newInputStream(path)) {
            length = in.readNBytes(bytes, 0, (int) size);
        }
        if (length < size) {
            bytes = Arrays.copyOf(bytes, length + 1);
        }
        bytes[length] = '\n';
        return bytes;
    }

    private static void requireText(String file, byte[] bytes, int length) {
        if (length >= 2 && ((bytes[0] & 0xff) >= 0xfe && (bytes[1] & 0xff) >= 0xfe)) {
            throw InstanceException.of(
                    InstanceException.Reason.INVALID, file, "the text is UTF-16", "Save it as UTF-8.");
        }
        int p = 0;
        while (p + Long.BYTES <= length && !EightBytes.holdControl(EightBytes.at(bytes, p))) {
            p += Long.BYTES;
        }
        for (; p < length; p++) {
            if (bytes[p] >= 0 && bytes[p] < 9) {
                throw InstanceException.of(
                        InstanceException.Reason.INVALID,
                        file,
                        "expected text, found byte " + bytes[p] + " at offset " + p,
                        "Maybe it is a binary file, or an archive to be unpacked first.");
            }
        }
    }

    private static InstanceException unreadable(String file, String detail, String hint) {
        return InstanceException.of(InstanceException.Reason.UNREADABLE, file, detail, hint);
    }

    public static String sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** The file name without the extension of a packing and without its last extension: "1dc.64.txt.gz" is "1dc.64". */
    public static String stem(String file) {
        String name = Packing.plainName(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    public String stem() {
        return stem(file);
    }

    @Override
    public String toString() {
        return Brief.of(this);
    }
}
