package org.shrinq.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the API hands out says what it is: no {@code Class@1a2b3c}, and no record that prints all that it holds. */
class ReadableTextTest {
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    /** Not values but work in progress, whose state is a matter of the thread that has it. */
    private static final Set<String> WORKERS = Set.of(
            "org.shrinq.instances.text.NumberList",
            "org.shrinq.instances.text.Shape",
            "org.shrinq.instances.text.TextErrors",
            "org.shrinq.instances.text.TextSink",
            "org.shrinq.instances.text.Tokens",
            "org.shrinq.quantum.circuit.Circuit$Builder",
            "org.shrinq.qubo.Ising$Builder",
            "org.shrinq.qubo.Propagator",
            "org.shrinq.qubo.Qubo$Builder",
            "org.shrinq.qubo.problem.FamilyTable",
            "org.shrinq.relax.BoundList",
            "org.shrinq.relax.branch.ResumableBranching",
            "org.shrinq.relax.lp.BoxedSimplex",
            "org.shrinq.relax.sdp.SdpSolver",
            "org.shrinq.repair.verify.SampleStatistics$Collector",
            "org.shrinq.search.Earnings",
            "org.shrinq.search.SearchControl",
            "org.shrinq.shrink.contract.Contraction",
            "org.shrinq.shrink.contract.IntDoubleMap",
            "org.shrinq.shrink.contract.LiteralClasses",
            "org.shrinq.shrink.guard.Guard",
            "org.shrinq.solver.MemberRun",
            "org.shrinq.solver.portfolio.Portfolio");

    @Test
    void everyPublicValueHasAText() throws Exception {
        List<Class<?>> values = values();
        assertThat(values).hasSizeGreaterThan(150);
        List<String> bare = new ArrayList<>();
        List<String> endless = new ArrayList<>();
        Set<String> workers = new TreeSet<>(WORKERS);
        for (Class<?> type : values) {
            boolean worker = workers.remove(type.getName());
            if (type.getMethod("toString").getDeclaringClass() == Object.class && !worker) {
                bare.add(type.getName());
            }
            if (isRecordsOwn(type) && Arrays.stream(type.getRecordComponents()).anyMatch(c -> holdsMany(c))) {
                endless.add(type.getName());
            }
        }
        assertThat(bare).as("without toString").isEmpty();
        assertThat(endless)
                .as("records with arrays or collections and without a toString of their own, such as Brief.of(this)")
                .isEmpty();
        assertThat(workers).as("not there any more").isEmpty();
    }

    /** The compiler's own methods of records are final, those that are written are not. */
    private static boolean isRecordsOwn(Class<?> type) throws NoSuchMethodException {
        return type.isRecord() && Modifier.isFinal(type.getMethod("toString").getModifiers());
    }

    private static boolean holdsMany(RecordComponent component) {
        Class<?> type = component.getType();
        return type.isArray() || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    /** Public classes with a state, in the packages that the modules export to everyone. */
    private static List<Class<?>> values() throws IOException, ClassNotFoundException {
        List<Class<?>> values = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."), Files::isDirectory)) {
            for (Path module : modules) {
                Path sources = module.resolve("src/main/java");
                Path info = sources.resolve("module-info.java");
                Matcher exports = EXPORT.matcher(Files.exists(info) ? Files.readString(info) : "");
                while (exports.find()) {
                    Path folder = sources.resolve(exports.group(1).replace('.', '/'));
                    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[A-Z]*.java")) {
                        for (Path file : files) {
                            String name = file.getFileName().toString().replace(".java", "");
                            collect(Class.forName(exports.group(1) + "." + name), values);
                        }
                    }
                }
            }
        }
        return values;
    }

    /** Not what a class makes for its own use alone. */
    private static boolean isHandedOut(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()).anyMatch(c -> !Modifier.isPrivate(c.getModifiers()))
                || Arrays.stream(type.getMethods()).anyMatch(m -> m.getReturnType() == type);
    }

    private static void collect(Class<?> type, List<Class<?>> values) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return;
        }
        boolean hasState = false;
        for (Field field : type.getDeclaredFields()) {
            hasState |= !Modifier.isStatic(field.getModifiers());
        }
        boolean says = type.isInterface() || type.isEnum() || Throwable.class.isAssignableFrom(type);
        if (hasState && !says && !Modifier.isAbstract(type.getModifiers()) && isHandedOut(type)) {
            values.add(type);
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            collect(inner, values);
        }
    }
}
