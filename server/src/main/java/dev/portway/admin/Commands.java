package dev.portway.admin;

import dev.portway.database.CannotStart;
import dev.portway.database.Settings;
import dev.portway.explain.Explain;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code server.jar} beside serving, as {@code ./portway} offers them. */
@Command(name = "portway", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:done", "1:refused, or impossible here",
    "2:wrong usage"}, subcommands = {KeyCommands.class, CredentialCommands.class, RotateKey.class, UserCommands.class,
        PartnerCommands.class, Explain.class})
public final class Commands {

    private static final Set<String> WORDS = Set.of("key", "credentials", "rotate-key", "user", "partner", "explain");

    private final Function<@Nullable Path, Settings> settings;
    private final Terminal terminal;

    Commands(Function<@Nullable Path, Settings> settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Whether these arguments are a command, not the server's options. */
    public static boolean areIn(String... arguments) {
        return arguments.length > 0 && WORDS.contains(arguments[0]);
    }

    /** @return the exit code */
    public static int run(String... arguments) {
        return new Commands(Settings::fromProcess, Terminal.ofProcess()).execute(arguments);
    }

    int execute(String... arguments) {
        return new CommandLine(this).setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler(Commands::told)
                .execute(arguments);
    }

    Settings settings(@Nullable Path data) {
        return settings.apply(data);
    }

    Terminal terminal() {
        return terminal;
    }

    /** What is no one's fault here is told in a sentence; a bug keeps its trace. Messages of values that refuse themselves name what is wrong. */
    private static int told(Exception failure, CommandLine line, CommandLine.ParseResult given) throws Exception {
        if (!(failure instanceof Refused || failure instanceof CannotStart || failure instanceof IllegalArgumentException)) {
            throw failure;
        }
        line.getErr().println(failure.getMessage());
        line.getErr().flush();
        return failure instanceof IllegalArgumentException ? 2 : 1;
    }
}
