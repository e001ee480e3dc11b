package org.shrinq.instances.text;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * The ways in which files are packed: read by their first bytes, whatever the file is called, and written by its
 * extension.
 */
public enum Packing {
    GZIP("gz", new int[] {0x1f, 0x8b}) {
        @Override
        InputStream open(String file, InputStream packed, Limits limits) throws IOException {
            return new GZIPInputStream(packed, 1 << 16);
        }

        @Override
        OutputStream create(String file, OutputStream raw) throws IOException {
            return new GZIPOutputStream(raw, 1 << 16);
        }
    },
    XZ("xz", new int[] {0xfd, '7', 'z', 'X', 'Z', 0}) {
        @Override
        InputStream open(String file, InputStream packed, Limits limits) throws IOException {
            int kibibytes = (int) Math.min(Integer.MAX_VALUE, limits.heapBytes() / 2 >> 10);
            return new XZInputStream(packed, kibibytes);
        }

        @Override
        OutputStream create(String file, OutputStream raw) throws IOException {
            return new XZOutputStream(new BufferedOutputStream(raw), new LZMA2Options());
        }
    },
    BZIP2("bz2", new int[] {'B', 'Z', 'h', -1, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59}) {
        @Override
        InputStream open(String file, InputStream packed, Limits limits) throws IOException {
            return new BZip2CompressorInputStream(packed, true);
        }

        @Override
        OutputStream create(String file, OutputStream raw) throws IOException {
            return new BZip2CompressorOutputStream(new BufferedOutputStream(raw));
        }
    },
    /** With one file in it. */
    ZIP("zip", new int[] {'P', 'K', 3, 4}) {
        @Override
        InputStream open(String file, InputStream packed, Limits limits) throws IOException {
            ZipInputStream zip = new ZipInputStream(packed, NAMES);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    return zip;
                }
            }
            throw InstanceException.of(InstanceException.Reason.INVALID, file, "the archive holds no file", "");
        }

        @Override
        OutputStream create(String file, OutputStream raw) throws IOException {
            ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(raw));
            ZipEntry entry = new ZipEntry(plainName(file));
            entry.setTime(0);
            zip.putNextEntry(entry);
            return zip;
        }

        @Override
        void requireOne(String file, byte[] packed, int length) throws IOException {
            List<String> names = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed, 0, length), NAMES)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (!entry.isDirectory()) {
                        names.add(entry.getName());
                    }
                    if (names.size() > 1) {
                        throw InstanceException.of(
                                InstanceException.Reason.INVALID,
                                file,
                                "the archive holds several files, " + TextErrors.quote(names.get(0)) + " and "
                                        + TextErrors.quote(names.get(1)) + " among them",
                                "Unpack it and name one of them.");
                    }
                }
            }
        }
    };

    /** Of the names in archives that do not say that they are UTF-8: every byte is a letter in it. */
    private static final Charset NAMES = StandardCharsets.ISO_8859_1;

    private final String extension;
    private final int[] magic;

    Packing(String extension, int[] magic) {
        this.extension = extension;
        this.magic = magic;
    }

    /** "gz", "xz", "bz2", "zip". */
    String extension() {
        return extension;
    }

    /** The unpacked bytes. */
    abstract InputStream open(String file, InputStream packed, Limits limits) throws IOException;

    /**
     * A stream that packs what is written to it into {@code raw}; closing it ends the packing and closes {@code raw}.
     */
    abstract OutputStream create(String file, OutputStream raw) throws IOException;

    /** Refuses an archive of several files. */
    void requireOne(String file, byte[] packed, int length) throws IOException {}

    /** How those bytes are packed; empty when they are not. */
    static Optional<Packing> of(byte[] bytes, int length) {
        for (Packing packing : values()) {
            boolean fits = length >= packing.magic.length;
            for (int k = 0; k < packing.magic.length && fits; k++) {
                fits = packing.magic[k] < 0 || packing.magic[k] == (bytes[k] & 0xff);
            }
            if (fits) {
                return Optional.of(packing);
            }
        }
        return Optional.empty();
    }

    /** How a file of that name is to be packed. */
    static Optional<Packing> named(String file) {
        for (Packing packing : values()) {
            if (file.endsWith("." + packing.extension)) {
                return Optional.of(packing);
            }
        }
        return Optional.empty();
    }

    /** False for a name with the extension of a packing that cannot be read. */
    public static boolean isKnown(String file) {
        return !file.matches(".*\\.(xz|bz2|zst|7z|rar|tar|tgz)") || named(file).isPresent();
    }

    /** The name without the extension of a packing. */
    public static String plainName(String file) {
        return named(file)
                .map(p -> file.substring(0, file.length() - p.extension.length() - 1))
                .orElse(file);
    }

    /**
     * Unpacks bytes in memory. The result holds one byte more than the text.
     *
     * @param packed its first {@code length} bytes
     * @throws InstanceException when they are damaged or unpack to more than fits
     */
    byte[] unpack(String file, byte[] packed, int length, Limits limits) {
        ByteSink sink = new ByteSink(
                file,
                "text that unpacks to more than",
                (int) Math.max(1 << 12, Math.min(4L * length, 1 << 24)),
                limits);
        try {
            requireOne(file, packed, length);
            try (InputStream in = open(file, new ByteArrayInputStream(packed, 0, length), limits)) {
                sink.readAll(in);
            }
        } catch (MemoryLimitException e) {
            throw InstanceException.of(
                    InstanceException.Reason.TOO_LARGE,
                    file,
                    "unpacking needs " + (e.getMemoryNeeded() >> 10) + " MiB, half of this Java's memory is "
                            + (e.getMemoryLimit() >> 10) + " MiB",
                    "Start Java with a larger -Xmx.");
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // the bzip2 reader leaves its tables on some damaged input, the zip reader refuses names that are no UTF-8
            throw InstanceException.of(
                    InstanceException.Reason.INVALID,
                    file,
                    "the " + name().toLowerCase(java.util.Locale.ROOT) + " data is damaged after " + sink.size()
                            + " unpacked bytes",
                    "Maybe the file is truncated.");
        }
        return sink.bytes();
    }
}
