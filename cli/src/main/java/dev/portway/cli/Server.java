package dev.portway.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that talks to a server has. */
abstract class Server implements Callable<Integer> {
    @Option(names = "--server", paramLabel = "URL", description = "The server (PORTWAY_URL, or what the last demo wrote down).")
    @Nullable
    String server;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    Api api() {
        return new Api(Address.of(server, System.getenv()));
    }

    static Screen screen() {
        return Screen.of(System.out, System.getenv());
    }
}
