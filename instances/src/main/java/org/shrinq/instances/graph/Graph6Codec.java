package org.shrinq.instances.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.instances.codec.Wanted;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.GraphContent;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Limits;
import org.shrinq.instances.text.Shape;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.TextErrors;
import org.shrinq.instances.text.TextSink;
import org.shrinq.instances.text.Tokens;
import org.shrinq.qubo.Graph;

/**
 * graph6 (McKay's nauty): a graph a line, perhaps ">>graph6<<" before the first; n in one, four or eight characters,
 * then the upper triangle of the adjacency matrix column by column, six bits a character, each 63 more than its bits.
 */
public final class Graph6Codec extends GraphCodec {
    private static final String HEADER = ">>graph6<<";

    @Override
    public Match match(Shape shape) {
        if (shape.firstLine().startsWith(HEADER) || shape.firstLine().startsWith(">>sparse6<<")) {
            return Match.CERTAIN;
        }
        Tokens in = new Tokens(shape.text());
        int lines = 0;
        while (in.hasNext()) {
            byte[] line = bytes(in.word("a graph"));
            if (!in.atLineEnd() || !isPlain(line, 0) || length(line, 0) != line.length || line.length < 2) {
                return Match.NO;
            }
            lines++;
        }
        return lines > 0 ? Match.POSSIBLE : Match.NO;
    }

    private static byte[] bytes(String word) {
        return word.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static boolean isPlain(byte[] line, int from) {
        for (int k = from; k < line.length; k++) {
            if (line[k] < 63 || line[k] > 126) {
                return false;
            }
        }
        return line.length > from;
    }

    /** Characters of the number of vertices. */
    private static int head(byte[] line, int from) {
        boolean big = line[from] == 126;
        return !big ? 1 : line.length > from + 1 && line[from + 1] == 126 ? 8 : 4;
    }

    /** The number of vertices; −1 when the line is too short for it. */
    private static long vertices(byte[] line, int from) {
        int head = head(line, from);
        if (line.length < from + head) {
            return -1;
        }
        long n = 0;
        for (int k = head == 1 ? 0 : head / 4; k < head; k++) {
            n = n << 6 | line[from + k] - 63;
        }
        return n;
    }

    /** Characters that a line of that many vertices has. */
    private static double length(byte[] line, int from) {
        double n = vertices(line, from);
        return n < 0 ? -1 : from + head(line, from) + Math.ceil(n * (n - 1) / 2 / 6);
    }

    @Override
    public List<Parsed> read(Text text, Wanted wanted, Limits limits) {
        Tokens in = new Tokens(text);
        List<byte[]> graphs = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        while (in.hasNext()) {
            String word = in.word("a graph");
            places.add(in.tokenStart());
            String graph = graphs.isEmpty() && word.startsWith(HEADER) ? word.substring(HEADER.length()) : word;
            if (graph.startsWith(":") || graph.startsWith("&") || graph.startsWith(">>")) {
                throw in.invalid(
                        "expected a graph in graph6, found sparse6 or digraph6", "Convert it with nauty's 'copyg -g'.");
            }
            if (graph.isEmpty()) {
                places.remove(places.size() - 1);
                continue;
            }
            in.requireLineEnd("the graph");
            graphs.add(bytes(graph));
        }
        if (graphs.isEmpty()) {
            throw in.ended("a graph");
        }
        List<Parsed> all = new ArrayList<>();
        for (int k = 0; k < graphs.size(); k++) {
            String name = graphs.size() == 1 ? text.file() : text.stem() + "-" + (k + 1) + ".g6";
            Text named = new Text(name, text.bytes(), text.start(), text.length(), text.sha256());
            all.add(read(graphs.get(k), named, places.get(k), in, wanted, limits));
        }
        return all;
    }

    private static Parsed read(byte[] line, Text text, int place, Tokens in, Wanted wanted, Limits limits) {
        if (!isPlain(line, 0)) {
            throw in.invalidAt(place, "expected characters between '?' and '~', found others", "");
        }
        long n = vertices(line, 0);
        double wantedLength = length(line, 0);
        if (wantedLength != line.length) {
            throw InstanceException.at(
                    InstanceException.Reason.INVALID,
                    in.file(),
                    in.lineAt(place),
                    n < 0
                            ? "expected the number of vertices, found "
                                    + TextErrors.quote(new String(line, java.nio.charset.StandardCharsets.ISO_8859_1))
                            : "expected " + (long) wantedLength + " characters for " + n + " vertices, found "
                                    + line.length,
                    "Maybe the line is cut off.");
        }
        if (n < 1) {
            throw in.invalidAt(place, "expected at least one vertex, found none", "");
        }
        EdgeCollector edges = new EdgeCollector(text, wanted, limits);
        edges.expect(in.lineAt(place), (int) n, 0);
        int at = head(line, 0);
        int bit = 5;
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                if ((line[at] - 63 >>> bit & 1) == 1) {
                    edges.add(u, v);
                }
                bit--;
                if (bit < 0) {
                    bit = 5;
                    at++;
                }
            }
        }
        return edges.unweighted(edges.graph());
    }

    @Override
    Optional<String> obstacle(GraphContent graph) {
        return graph.graph().vertices() > 20_000
                ? Optional.of("it takes n² / 12 characters on one line")
                : super.obstacle(graph);
    }

    @Override
    void write(GraphContent content, WriteOptions options, TextSink out) {
        Graph graph = content.graph();
        int n = graph.vertices();
        StringBuilder line = new StringBuilder(HEADER);
        if (n <= 62) {
            line.append((char) (n + 63));
        } else {
            line.append('~');
            for (int shift = 12; shift >= 0; shift -= 6) {
                line.append((char) ((n >> shift & 63) + 63));
            }
        }
        int six = 0;
        int bits = 0;
        for (int v = 1; v < n; v++) {
            for (int u = 0; u < v; u++) {
                six = six << 1 | (graph.hasEdge(u, v) ? 1 : 0);
                if (++bits == 6) {
                    line.append((char) (six + 63));
                    six = 0;
                    bits = 0;
                }
            }
        }
        if (bits > 0) {
            line.append((char) ((six << 6 - bits) + 63));
        }
        out.line(line.toString());
    }
}
