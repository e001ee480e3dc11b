package org.shrinq.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** No package needs, through others, itself: each can be read and tested after those that it uses. */
@AnalyzeClasses(packages = "org.shrinq", importOptions = DoNotIncludeTests.class)
class PackageCyclesTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().assignedFrom(new ByPackage())
            .should()
            .beFreeOfCycles()
            // the registries and the cost of a circuit stand in the packages that what they list builds upon
            .ignoreDependency(name("org.shrinq.quantum.QuantumMethods"), alwaysTrue())
            .ignoreDependency(name("org.shrinq.quantum.backend.Backends"), alwaysTrue())
            .ignoreDependency(alwaysTrue(), name("org.shrinq.quantum.CircuitCost"));

    /** One slice a package. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
