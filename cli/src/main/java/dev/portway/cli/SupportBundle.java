package dev.portway.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A migration as a file for support. The server makes it, which knows what must be left out. */
@Command(name = "support-bundle", mixinStandardHelpOptions = true)
final class SupportBundle extends ServerCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        return written(api().file("/v1/migrations/" + id + "/support-bundle"), Path.of("portway-support-" + id + ".zip"), out);
    }
}
