package org.shrinq.cli;

/**
 * Starts {@link Main} with the Vector API at hand but without the warning that {@code --add-modules
 * jdk.incubator.vector} prints on stderr at every start.
 *
 * <p>The launcher script exports {@code jdk.internal.module} to this class and turns on the compiler support that the
 * option would have turned on. Where the module cannot be loaded, kernels that need it are not found and their scalar
 * twins run instead.
 */
final class VectorLaunch {

    private VectorLaunch() {}

    public static void main(String[] args) {
        loadVectors();
        Main.main(args);
    }

    /** Loads the module where it is there. */
    static void loadVectors() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, "jdk.incubator.vector");
        } catch (ReflectiveOperationException | LinkageError unavailable) {
            // the scalar kernels do without
        }
    }
}
