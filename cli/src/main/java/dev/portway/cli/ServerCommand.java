package dev.portway.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that talks to a server has. */
abstract class ServerCommand implements Callable<Integer> {
    @Option(names = "--server", paramLabel = "URL", description = "The server (PORTWAY_URL, or the one that runs on this machine).")
    @Nullable
    String server;

    @Option(names = "--json", description = "Print JSON for scripts.")
    boolean json;

    @Option(names = "--lang", paramLabel = "TAG", description = "The language to speak, and of the ownership code: pt-BR, en, es (LANG).")
    @Nullable
    String language;

    Texts texts() {
        return Texts.of(language, System.getenv());
    }

    Api api() {
        return new Api(Address.of(server, System.getenv(), texts()), texts());
    }

    static Screen screen() {
        return Screen.of(System.out, System.getenv());
    }

    Sentences sentences(Screen screen) {
        return new Sentences(screen, texts());
    }
}
