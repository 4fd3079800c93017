package dev.portway.admin;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command here has: it opens the installation, does one thing, and closes it. */
abstract class OnInstallation implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder (PORTWAY_DATA, or ~/.portway).")
    @Nullable
    Path data;

    @Option(names = "--provider", paramLabel = "ID", description = "Whose; needed when there is more than one provider.")
    @Nullable
    String provider;

    @Override
    public final Integer call() throws Exception {
        try (Installation here = Installation.open(commands().settings(data))) {
            run(here, commands().terminal());
        }
        return 0;
    }

    abstract void run(Installation here, Terminal terminal) throws Exception;

    private Commands commands() {
        return (Commands) spec.root().userObject();
    }

    /** What goes into lists and logs: a line that people can read. */
    static String plain(String what, String text) {
        if (text.isBlank() || text.length() > 100 || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(what + " has 1 to 100 characters, on one line");
        }
        return text.strip();
    }
}
