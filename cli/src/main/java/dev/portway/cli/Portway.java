package dev.portway.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. */
@Command(name = "portway", mixinStandardHelpOptions = true, versionProvider = Portway.Version.class, description = "Moves WhatsApp Business numbers from one provider to another.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
    "0:completed", "1:failed or refused", "2:wrong usage", "3:waits for a person", "4:the server cannot be reached",
    "130:interrupted; a migration goes on by itself"}, subcommands = {Migrate.class, Check.class, Listing.class, Show.class, Doctor.class,
        Demo.class})
public final class Portway {
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Portway()).setExecutionExceptionHandler((failure, line, _) -> {
            if (failure instanceof Told told) {
                line.getErr().println(Screen.shown(told.text()));
                line.getErr().flush();
                return told.exitCode();
            }
            throw failure;
        }).execute(args);
    }

    /** As the jar says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{
                "Portway " + Objects.requireNonNullElse(Portway.class.getPackage().getImplementationVersion(), "from sources")};
        }
    }
}
