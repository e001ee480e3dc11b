package org.shrinq.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A verdict comes from the problem's own data: nothing that makes solutions takes part in it, directly or through
 * others.
 */
@AnalyzeClasses(packages = "org.shrinq", importOptions = DoNotIncludeTests.class)
class VerdictIndependenceTest {
    private static final String VERIFY = "org.shrinq.repair.verify";

    private static final String[] MAKERS = {
        "org.shrinq.qubo.encode..",
        "org.shrinq.relax..",
        "org.shrinq.quantum..",
        "org.shrinq.shrink..",
        "org.shrinq.search..",
        "org.shrinq.repair",
        "org.shrinq.repair.family..",
        "org.shrinq.repair.knapsack..",
        "org.shrinq.repair.independentset..",
        "org.shrinq.repair.assignment..",
        "org.shrinq.repair.maxcut..",
        "org.shrinq.repair.model..",
        "org.shrinq.repair.optaplanner..",
        "org.shrinq.solver.."
    };

    @ArchTest
    static final ArchRule verifyKnowsOnlyProblems = classes()
            .that()
            .resideInAPackage(VERIFY)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(VERIFY, "org.shrinq.qubo", "org.shrinq.qubo.problem", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule verifyReachesNoMaker = noClasses()
            .that()
            .resideInAPackage(VERIFY)
            .should()
            .transitivelyDependOnClassesThat(resideInAnyPackage(MAKERS));

    @ArchTest
    static final ArchRule solutionFilesReachNoMaker = noClasses()
            .that()
            .haveNameMatching("org\\.shrinq\\.instances\\.(Solutions|SolutionFile|.*Solution)")
            .should()
            .transitivelyDependOnClassesThat(resideInAnyPackage(MAKERS));

    @ArchTest
    static final ArchRule checkKnowsNoMaker = noClasses()
            .that()
            .haveNameMatching("org\\.shrinq\\.cli\\.(CheckCommand|ClaimCheck)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(MAKERS);
}
