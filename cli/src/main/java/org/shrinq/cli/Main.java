package org.shrinq.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point: parses the command line and ends the process with the exit code of the verb. */
@Command(
        name = "shrinq",
        description = "Solves constrained binary optimisation problems with few qubits.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Main implements Runnable {

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"shrinq " + (version == null ? "(development)" : version)};
        }
    }
}
