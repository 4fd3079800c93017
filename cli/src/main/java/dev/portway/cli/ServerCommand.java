package dev.portway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    /**
     * Writes what the server made.
     *
     * @param usual a new file here
     * @param named the file that is wanted instead, whatever is in it
     */
    Integer written(byte[] archive, Path usual, @Nullable Path named) {
        Path file = named == null ? usual : named;
        try {
            Files.write(file, archive, named == null ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException unwritable) {
            throw new Told(Ended.FAILED, texts().say("bundle.unwritable", "file", file.toAbsolutePath()));
        }
        if (json) {
            System.out.println(Api.JSON.createObjectNode().put("file", file.toAbsolutePath().toString()).put("bytes", archive.length));
        } else {
            System.out.println(texts().say("bundle.written", "file", file.toAbsolutePath()));
        }
        return Ended.COMPLETED;
    }
}
