package org.shrinq.bench.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shrinq.solver.result.ToolVersion;

class BuildTest {
    @Test
    void aCommitWithoutChangesIsTheBuild() {
        assertThat(Build.text("0.1.0", "fd3df9c123")).isEqualTo("0.1.0+fd3df9c123");
    }

    @Test
    void changedCodeHasADigestOfItsClasses() {
        String changed = Build.text("0.1.0", "fd3df9c123.changed");
        assertThat(changed).matches("0\\.1\\.0\\+fd3df9c123\\.changed\\.[0-9a-f]{8}");
        assertThat(Build.text("0.1.0", "")).matches("0\\.1\\.0\\+code\\.[0-9a-f]{8}");
        assertThat(changed).isEqualTo(Build.text("0.1.0", "fd3df9c123.changed"));
    }

    @Test
    void theBuildThatRunsBeginsWithTheVersion() {
        assertThat(Build.current()).startsWith(ToolVersion.text() + "+").isEqualTo(Build.current());
    }
}
