package dev.portway.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The service itself, with the two settings that differ from one start to the next; all others are the environment's. */
@Command(name = "portway serve", mixinStandardHelpOptions = true, description = {
    "Runs the service: console, REST API, and its database unless PORTWAY_DATABASE_URL names one.",
    "Its settings are environment variables, see docs/operations.md."})
public final class Serve implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", description = "Where console and API listen (PORTWAY_PORT, or 8420); 0 takes a free one.")
    @Nullable
    Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (PORTWAY_DATA, or ~/.portway).")
    @Nullable
    Path data;

    private final Consumer<List<String>> service;

    private Serve(Consumer<List<String>> service) {
        this.service = service;
    }

    /**
     * @param service starts with these settings, each as {@code --name=value}; not at all when the arguments are wrong or ask for help
     * @return 0 when it was started or help was given, 2 for wrong usage
     */
    public static int run(Consumer<List<String>> service, String... arguments) {
        return new CommandLine(new Serve(service)).execute(arguments);
    }

    @Override
    public Integer call() {
        var settings = new ArrayList<String>();
        if (port != null) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new ParameterException(spec.commandLine(), "--port takes a number from 0 to 65535, not " + port);
            }
            settings.add("--portway.port=" + port);
        }
        if (data != null) {
            settings.add("--portway.data=" + data);
        }
        service.accept(List.copyOf(settings));
        return 0;
    }
}
