package org.shrinq.bench.portfolio;

import java.util.Optional;
import java.util.ServiceLoader;

/** An engine whose machines run the members of a portfolio, from a separate jar. Found by {@link ServiceLoader}. */
public interface CrewProvider {
    /** As {@code --executor} names it. */
    String name();

    /**
     * Connects, for one portfolio.
     *
     * @param master where the engine is, in its own words; empty for what its configuration says
     * @param content bytes of the instance's file
     * @throws org.shrinq.bench.execute.EngineException when the engine cannot be reached; the message says why
     */
    RemoteCrew open(Optional<String> master, RemotePortfolio portfolio, byte[] content);

    /** The provider of that name, when its jar is there. */
    static Optional<CrewProvider> find(String name) {
        for (CrewProvider provider : ServiceLoader.load(CrewProvider.class, CrewProvider.class.getClassLoader())) {
            if (provider.name().equals(name)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
