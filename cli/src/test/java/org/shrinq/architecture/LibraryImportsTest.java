package org.shrinq.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Arrays;
import java.util.List;

/** Every library outside the JDK has a row with the modules that may know it; one without a row is known to nobody. */
@AnalyzeClasses(packages = "org.shrinq", importOptions = DoNotIncludeTests.class)
class LibraryImportsTest {
    private static final List<Library> LIBRARIES = List.of(
            library("org.hipparchus", "quantum"),
            library("de.xypron.jcobyla", "quantum"),
            library("org.redfx.strange", "quantum"),
            library("org.ojalgo", "relax"),
            library("org.optaplanner", "repair"),
            library("com.google.ortools", "cpsat"),
            library("org.jgrapht", "report"),
            library("com.fasterxml.jackson.dataformat", "bench", "cli"),
            library("com.fasterxml.jackson.core", "instances", "solver", "bench", "cli"),
            library("com.fasterxml.jackson.databind", "solver", "bench", "cli"),
            library("com.fasterxml.jackson.annotation", "solver"),
            library("org.apache.commons.compress", "instances"),
            library("org.tukaani.xz", "instances"),
            library("org.sqlite", "bench"),
            library("org.slf4j", "quantum", "solver", "cli"),
            library("ch.qos.logback", "cli"),
            library("picocli", "cli"));

    @ArchTest
    static final ArchRule onlyTheirModulesKnowThem = CompositeArchRule.of(
                    LIBRARIES.stream().map(LibraryImportsTest::onlyThere).toList())
            .as("a library is known only to the modules that its row names");

    @ArchTest
    static final ArchRule everyLibraryHasARow = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(known()))
            .as("classes know the JDK, JSpecify, Shrinq and the libraries that have a row");

    private static ArchRule onlyThere(Library library) {
        String[] modules =
                library.modules().stream().map(m -> "org.shrinq." + m + "..").toArray(String[]::new);
        return noClasses()
                .that(not(resideInAnyPackage(modules)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library.name() + "..")
                .allowEmptyShould(true);
    }

    private static String[] known() {
        List<String> jdk = List.of("", "java..", "javax..", "jdk.incubator.vector..", "sun..");
        List<String> ours = List.of("org.shrinq..", "org.jspecify..");
        return Arrays.asList(
                        jdk, ours, LIBRARIES.stream().map(l -> l.name() + "..").toList())
                .stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static Library library(String name, String... modules) {
        return new Library(name, List.of(modules));
    }

    private record Library(String name, List<String> modules) {}
}
