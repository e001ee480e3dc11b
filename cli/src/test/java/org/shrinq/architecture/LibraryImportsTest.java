package org.shrinq.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A library that could be exchanged is known to few modules, and a library that came along with another to none. */
@AnalyzeClasses(packages = "org.shrinq", importOptions = DoNotIncludeTests.class)
class LibraryImportsTest {

    @ArchTest
    static final ArchRule onlyRepairKnowsOptaPlanner = onlyIn("org.optaplanner..", "org.shrinq.repair..");

    @ArchTest
    static final ArchRule onlyQuantumKnowsStrange = onlyIn("org.redfx.strange..", "org.shrinq.quantum..");

    @ArchTest
    static final ArchRule fewKnowJGraphT = onlyIn(
            "org.jgrapht..",
            "org.shrinq.instances..",
            "org.shrinq.relax..",
            "org.shrinq.shrink..",
            "org.shrinq.repair..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsLogback = onlyIn("ch.qos.logback..", "org.shrinq.cli..");

    @ArchTest
    static final ArchRule nobodyKnowsCommonsMath = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.commons.math3..")
            .because("it is here only because OptaPlanner needs it")
            .allowEmptyShould(true);

    private static ArchRule onlyIn(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}
