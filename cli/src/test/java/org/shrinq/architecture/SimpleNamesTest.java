package org.shrinq.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** No two top-level types share a simple name, so that a name in a message, a trace or a search means one thing. */
@AnalyzeClasses(packages = "org.shrinq", importOptions = DoNotIncludeTests.class)
class SimpleNamesTest {
    @ArchTest
    static void areUnique(JavaClasses all) {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .doNotHaveSimpleName("module-info")
                .should(haveTheirNameAlone())
                .check(all);
    }

    private static ArchCondition<JavaClass> haveTheirNameAlone() {
        return new ArchCondition<>("have a simple name that no other top-level type has") {
            private final Map<String, String> owner = new HashMap<>();

            @Override
            public void init(Collection<JavaClass> types) {
                owner.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String first = owner.putIfAbsent(type.getSimpleName(), type.getName());
                if (first != null) {
                    events.add(SimpleConditionEvent.violated(
                            type,
                            type.getName() + " has the simple name of " + first + "; rename the narrower of the two"));
                }
            }
        };
    }
}
