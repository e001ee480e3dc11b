package org.shrinq.solver.result;

/** The version of this build. A separate class, so that asking for it loads nothing else. */
public final class ToolVersion {
    private ToolVersion() {}

    /** As results name it. */
    public static String text() {
        String version = ToolVersion.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
