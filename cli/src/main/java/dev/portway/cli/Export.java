package dev.portway.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is known of a migration's numbers, as a file for whoever takes them along. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class Export extends ServerCommand {
    @Parameters(paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Option(names = "--out", paramLabel = "FILE")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        return written(api().file("/v1/migrations/" + id + "/export"), Path.of("portway-export-" + id + ".zip"), out);
    }
}
