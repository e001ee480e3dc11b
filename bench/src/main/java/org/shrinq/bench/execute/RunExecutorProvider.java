package org.shrinq.bench.execute;

import java.util.Optional;
import java.util.ServiceLoader;

/** An engine that does runs, from a separate jar. Found by {@link ServiceLoader}. */
public interface RunExecutorProvider {
    /** As {@code --executor} names it. */
    String name();

    /**
     * Connects.
     *
     * @throws EngineException when the engine cannot be reached; the message says why
     */
    RunExecutor open(Request request);

    /**
     * What is asked of an engine.
     *
     * @param master where it is, in its own words; empty for what its configuration says
     * @param threads of every run
     * @param title as the engine's own pages show it
     */
    record Request(Optional<String> master, int threads, String title) {}

    /** The provider of that name, when its jar is there. */
    static Optional<RunExecutorProvider> find(String name) {
        for (RunExecutorProvider provider :
                ServiceLoader.load(RunExecutorProvider.class, RunExecutorProvider.class.getClassLoader())) {
            if (provider.name().equals(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
