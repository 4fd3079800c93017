package dev.portway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        byte[] archive = api().file("/v1/migrations/" + id + "/support-bundle");
        Path file = out == null ? Path.of("portway-support-" + id + ".zip") : out;
        try {
            Files.write(file, archive, out == null ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);
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
