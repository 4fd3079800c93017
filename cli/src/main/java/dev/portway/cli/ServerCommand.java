package dev.portway.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that talks to a server has. */
abstract class ServerCommand implements Callable<Integer> {
    @Option(names = "--server", paramLabel = "URL")
    @Nullable
    String server;

    @Option(names = "--json")
    boolean json;

    @Option(names = "--lang", paramLabel = "TAG")
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
