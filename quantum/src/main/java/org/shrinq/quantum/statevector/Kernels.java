package org.shrinq.quantum.statevector;

import org.shrinq.quantum.KernelChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the implementation of the loops, once per precision, and says why in the log. */
final class Kernels {
    /** System property that overrides {@link KernelChoice#AUTO}: {@code auto}, {@code vector} or {@code plain}. */
    static final String PROPERTY = "shrinq.kernel";

    /** Below this many qubits a row does not fill the vector loops. */
    private static final int SMALLEST_VECTOR_QUBITS = 8;

    private static final Kernel<double[]> PLAIN_DOUBLE = new DoublePlainKernel();
    private static final Kernel<float[]> PLAIN_FLOAT = new FloatPlainKernel();

    private Kernels() {}

    static Kernel<double[]> ofDouble(KernelChoice choice, int qubits) {
        Kernel<double[]> vector = useVector(choice, qubits) ? VectorHolder.DOUBLE.kernel : null;
        return vector == null ? PLAIN_DOUBLE : vector;
    }

    static Kernel<float[]> ofFloat(KernelChoice choice, int qubits) {
        Kernel<float[]> vector = useVector(choice, qubits) ? VectorHolder.FLOAT.kernel : null;
        return vector == null ? PLAIN_FLOAT : vector;
    }

    /** Looked up when there is something to log: a start that logs nothing is a tenth of a second shorter. */
    private static Logger log() {
        return LoggerFactory.getLogger(Kernels.class);
    }

    private static boolean useVector(KernelChoice choice, int qubits) {
        KernelChoice resolved = choice == KernelChoice.AUTO ? Override.CHOICE : choice;
        if (resolved == KernelChoice.VECTOR && VectorHolder.DOUBLE.kernel == null) {
            throw new IllegalArgumentException("the vector kernel was asked for but cannot run: "
                    + VectorHolder.DOUBLE.reason + " Maybe add --add-modules jdk.incubator.vector.");
        }
        return resolved != KernelChoice.PLAIN && qubits >= SMALLEST_VECTOR_QUBITS;
    }

    private static final class Override {
        static final KernelChoice CHOICE = read();

        private static KernelChoice read() {
            String value = System.getProperty(PROPERTY, "auto");
            for (KernelChoice choice : KernelChoice.values()) {
                if (choice.name().equalsIgnoreCase(value)) {
                    return choice;
                }
            }
            log().warn("{}={} is none of auto, vector, plain: using auto", PROPERTY, value);
            return KernelChoice.AUTO;
        }
    }

    /** A kernel or the reason why there is none. */
    private static final class Found<A> {
        final @org.jspecify.annotations.Nullable Kernel<A> kernel;
        final String reason;

        Found(@org.jspecify.annotations.Nullable Kernel<A> kernel, String reason) {
            this.kernel = kernel;
            this.reason = reason;
        }
    }

    private static final class VectorHolder {
        static final Found<double[]> DOUBLE = find(new Maker<double[]>() {
            @java.lang.Override
            public Kernel<double[]> make() {
                return new DoubleVectorKernel();
            }
        });
        static final Found<float[]> FLOAT = find(new Maker<float[]>() {
            @java.lang.Override
            public Kernel<float[]> make() {
                return new FloatVectorKernel();
            }
        });

        private interface Maker<A> {
            Kernel<A> make();
        }

        private static <A> Found<A> find(Maker<A> maker) {
            Found<A> found;
            try {
                Kernel<A> kernel = maker.make();
                found = kernel.lanes() >= 4
                        ? new Found<>(kernel, "jdk.incubator.vector is present.")
                        : new Found<>(null, "vectors have only " + kernel.lanes() + " lanes.");
            } catch (LinkageError e) {
                found = new Found<>(null, "jdk.incubator.vector is not loaded.");
            }
            Kernel<A> kernel = found.kernel;
            log().info("state-vector kernel: {}, because {}", kernel == null ? "plain" : kernel.name(), found.reason);
            return found;
        }
    }
}
