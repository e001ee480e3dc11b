package org.shrinq.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything a report says, before it is laid out: as one HTML page or as Markdown.
 *
 * @param title heading
 * @param headline what a page about one run begins with
 * @param facts what was run, how, where: pairs of name and text
 * @param summary sentences
 * @param views the sections, once for each choice of the filter; the first is shown at once
 * @param methods names that the filter offers beside the views; marks and rows of the others are dimmed
 * @param end what only a machine needs, at the end
 */
public record Report(
        String title,
        Optional<Headline> headline,
        List<Fact> facts,
        List<String> summary,
        List<View> views,
        List<String> methods,
        List<Fact> end) {
    /**
     * A line of the head.
     *
     * @param name such as "seeds"
     */
    public record Fact(String name, String text) {}

    /**
     * A choice of the filter.
     *
     * @param name such as "all problems"; empty where there is no choice
     */
    public record View(String name, List<Section> sections) {
        public View {
            sections = List.copyOf(sections);
        }
    }

    public Report {
        facts = List.copyOf(facts);
        summary = List.copyOf(summary);
        views = List.copyOf(views);
        methods = List.copyOf(methods);
        end = List.copyOf(end);
    }

    /** A report without headline and filter: figures, then tables; empty ones are left out. */
    public Report(String title, List<Fact> facts, List<String> summary, List<Figure> figures, List<Table> tables) {
        this(
                title,
                Optional.empty(),
                facts,
                summary,
                List.of(new View(
                        "",
                        Stream.<Section>concat(figures.stream(), tables.stream())
                                .toList())),
                List.of(),
                List.of());
    }

    /** The figures of the first view. */
    public List<Figure> figures() {
        return sections(Figure.class);
    }

    /** The tables of the first view. */
    public List<Table> tables() {
        return sections(Table.class);
    }

    private <S extends Section> List<S> sections(Class<S> kind) {
        return views.get(0).sections().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
