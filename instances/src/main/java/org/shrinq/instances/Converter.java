package org.shrinq.instances;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shrinq.instances.codec.WriteOptions;
import org.shrinq.instances.family.FileFamilies;
import org.shrinq.instances.text.InstanceException;
import org.shrinq.instances.text.Text;
import org.shrinq.instances.text.WholeFile;
import org.shrinq.qubo.BinaryModel;
import org.shrinq.qubo.MaxCutView;
import org.shrinq.qubo.QuadraticForm;
import org.shrinq.qubo.Qubo;
import org.shrinq.qubo.Sense;
import org.shrinq.qubo.encode.Encoding;
import org.shrinq.qubo.problem.BinaryQuadraticProgram;
import org.shrinq.qubo.problem.MaxCut;
import org.shrinq.qubo.problem.Problem;
import org.shrinq.qubo.problem.ProblemKind;
import org.shrinq.qubo.problem.VariableTable;
import org.shrinq.qubo.text.Brief;

/**
 * Turns what one format holds into what another can hold, never with a different meaning. Constraints do not become
 * penalties here: that is an encoding, written by {@link #writeEncoded}.
 */
public final class Converter {
    /**
     * A problem as the target format will hold it.
     *
     * @param problem has no obstacle in that format
     * @param map how its variables and values relate to the original, empty when they are the same
     * @param warnings what the target does not say
     */
    public record Conversion(Problem problem, Optional<VariableMap> map, List<String> warnings) {
        public Conversion {
            warnings = List.copyOf(warnings);
        }

        @Override
        public String toString() {
            return Brief.of(this);
        }
    }

    private Converter() {}

    /**
     * The problem in the form that the format can hold: as it is; else as another kind with the same variables; else,
     * for cuts, a QUBO with one more vertex.
     *
     * @throws InstanceException with reason NOT_EXPRESSIBLE when there is no such form
     */
    public static Conversion convert(Instance instance, Format target) {
        Problem problem = instance.problem();
        List<String> names = instance.variableNames();
        Optional<String> obstacle = Instances.obstacle(problem, target);
        if (obstacle.isEmpty()) {
            return new Conversion(problem, mapOf(instance, target), warnings(problem, target));
        }
        for (ProblemKind kind : target.kinds()) {
            Optional<Problem> recast = FileFamilies.as(problem, kind).problem();
            if (recast.isPresent() && Instances.obstacle(recast.get(), target).isEmpty()) {
                return new Conversion(recast.get(), mapOf(instance, target), warnings(problem, target));
            }
        }
        BinaryModel model = problem.model();
        if (target.codec().holdsCuts()
                && model.constraints().isEmpty()
                && model.squares().isEmpty()) {
            Conversion plain = asCut(problem, names);
            Conversion cut = new Conversion(
                    plain.problem(), plain.map().map(map -> map.described(instance.table())), plain.warnings());
            if (Instances.obstacle(cut.problem(), target).isEmpty()) {
                return cut;
            }
        }
        throw InstanceException.of(
                InstanceException.Reason.NOT_EXPRESSIBLE,
                instance.name(),
                "this " + problem.kind().title() + " cannot be written as " + target.id() + ": " + obstacle.get(),
                "It can be written as " + Codecs.names(able(problem)) + ".");
    }

    private static List<Format> able(Problem problem) {
        List<Format> able = new ArrayList<>();
        for (Format format : Format.values()) {
            if (Instances.obstacle(problem, format).isEmpty()) {
                able.add(format);
            }
        }
        return able;
    }

    private static Optional<VariableMap> mapOf(Instance instance, Format target) {
        Problem problem = instance.problem();
        return target.codec()
                .writtenSense()
                .map(written -> VariableMap.of(problem, instance.variableNames(), problem.sense() == written ? 1 : -1)
                        .described(instance.table()));
    }

    private static List<String> warnings(Problem problem, Format target) {
        boolean own = target.kinds().get(0).equals(problem.kind());
        String warning = own ? "" : FileFamilies.asModel(problem);
        return warning.isEmpty() ? List.of() : List.of(warning);
    }

    /** f = constant − cut of a graph with one more vertex. */
    private static Conversion asCut(Problem problem, List<String> names) {
        QuadraticForm form = problem.model().objective();
        Qubo.Builder minimised = Qubo.builder(form.size());
        minimised.addForm(form, problem.sense().factor());
        MaxCutView view = MaxCutView.of(minimised.build().toIsing());
        int n = view.weights().size();
        int edges = (int) view.weights().count();
        int[] us = new int[edges];
        int[] vs = new int[edges];
        double[] weights = new double[edges];
        int count = 0;
        for (int u = 0; u < n; u++) {
            for (int e = view.weights().rowStart(u); e < view.weights().rowEnd(u); e++) {
                if (view.weights().column(e) > u) {
                    us[count] = u;
                    vs[count] = view.weights().column(e);
                    weights[count++] = view.weights().value(e);
                }
            }
        }
        MaxCut cut = MaxCut.of(problem.name(), n, us, vs, weights);
        int factor = -problem.sense().factor();
        VariableMap map = VariableMap.ofCut(problem, names, factor, -factor * view.constant());
        return new Conversion(cut, Optional.of(map), List.of("vertex 1 was added and stands for the side 0"));
    }

    /**
     * Converts and writes, with the variable map beside the file where there is one; standard output has none.
     *
     * @return what was written
     * @throws InstanceException as {@link #convert}, or when a file cannot be written
     */
    public static Conversion write(Path path, Instance instance, Format target) {
        Conversion conversion = convert(instance, target);
        WriteOptions options = new WriteOptions(instance.bestKnown(), namesFor(instance, conversion), List.of());
        Instances.write(path, target, conversion.problem(), options);
        if (!WholeFile.isStandardOutput(path)) {
            conversion.map().ifPresent(map -> map.write(VariableMap.beside(path), Text.fileName(path)));
        }
        return conversion;
    }

    private static List<String> namesFor(Instance instance, Conversion conversion) {
        return conversion.problem().size() == instance.problem().size() ? instance.variableNames() : List.of();
    }

    /**
     * {@link #writeEncoded(Path, Format, Problem, List, Encoding)} of an instance; the map says what the bits of
     * integers add.
     */
    public static VariableMap writeEncoded(Path path, Format target, Instance instance, Encoding encoding) {
        return writeEncoded(path, target, instance.problem(), instance.variableNames(), encoding, instance.table());
    }

    /**
     * Writes an encoded problem as a QUBO, with the variable map beside it; standard output has none.
     *
     * @param names one name per variable of the problem, or empty
     * @param target qbsolv, COO, BQPJSON, MQLib, QPLIB or CPLEX LP
     */
    public static VariableMap writeEncoded(
            Path path, Format target, Problem problem, List<String> names, Encoding encoding) {
        return writeEncoded(path, target, problem, names, encoding, VariableTable.none());
    }

    private static VariableMap writeEncoded(
            Path path, Format target, Problem problem, List<String> names, Encoding encoding, VariableTable table) {
        BinaryModel model = new BinaryModel(Sense.MINIMIZE, encoding.form(), List.of());
        VariableMap map = VariableMap.of(problem, names, encoding).described(table);
        List<String> all = map.entries().stream().map(VariableMap.Entry::name).toList();
        Instances.write(
                path,
                target,
                new BinaryQuadraticProgram(problem.name(), model),
                WriteOptions.defaults().withVariableNames(all));
        boolean maximised = target.codec().quboSense().equals(Optional.of(Sense.MAXIMIZE));
        double factor = maximised ? -map.factor() : map.factor();
        VariableMap written = new VariableMap(
                map.instance(), map.kind(), map.sense(), factor, map.constant(), map.standIn(), map.entries());
        if (!WholeFile.isStandardOutput(path)) {
            written.write(VariableMap.beside(path), Text.fileName(path));
        }
        return written;
    }
}
