package org.shrinq.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;

/** A module knows only the modules that feed it. */
@AnalyzeClasses(packages = "org.shrinq", importOptions = DoNotIncludeTests.class)
class ModuleArrowsTest {

    private static final List<Module> MODULES = List.of(
            module("qubo"),
            module("instances", "qubo"),
            module("relax", "qubo"),
            module("search", "qubo", "relax"),
            module("quantum", "qubo"),
            module("shrink", "qubo", "relax", "search", "quantum"),
            module("repair", "qubo", "relax", "search"),
            module("solver", "qubo", "instances", "relax", "search", "quantum", "shrink", "repair"),
            module("report", "qubo", "instances", "solver"),
            module("bench", "qubo", "instances", "relax", "search", "quantum", "shrink", "repair", "solver", "report"),
            module(
                    "cli",
                    "qubo",
                    "instances",
                    "relax",
                    "search",
                    "quantum",
                    "shrink",
                    "repair",
                    "solver",
                    "report",
                    "bench"),
            module("jmh", "qubo", "instances", "relax", "search", "quantum", "shrink", "repair"));

    @ArchTest
    static final ArchRule arrows = arrows();

    private static ArchRule arrows() {
        LayeredArchitecture rule = Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true);
        for (Module module : MODULES) {
            rule = rule.layer(module.name()).definedBy("org.shrinq." + module.name() + "..");
        }
        for (Module module : MODULES) {
            rule = module.knows().isEmpty()
                    ? rule.whereLayer(module.name()).mayNotAccessAnyLayer()
                    : rule.whereLayer(module.name())
                            .mayOnlyAccessLayers(module.knows().toArray(String[]::new));
        }
        return rule.allowEmptyShould(true);
    }

    private static Module module(String name, String... knows) {
        return new Module(name, List.of(knows));
    }

    private record Module(String name, List<String> knows) {}
}
