package dev.portway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;

/** What is set up here. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class Doctor extends ServerCommand {
    @Override
    public Integer call() {
        Screen screen = screen();
        Texts texts = texts();
        Api api = api();
        Path data = Address.folder(System.getenv());
        screen.good(texts.say("doctor-version", "version",
                Objects.requireNonNullElse(Doctor.class.getPackage().getImplementationVersion(), texts.say("doctor-sources"))));
        boolean java = say(screen, Runtime.version().feature() >= 25, texts.say("doctor-java", "version", Runtime.version()));
        boolean folder = say(screen, !Files.exists(data) || Files.isWritable(data), texts.say("doctor-folder", "folder", data));
        boolean server = api.answers("/health/ready");
        say(screen, server, texts.say(server ? "doctor-server" : "doctor-no-server", "server", api.address().server()));
        boolean key = server && api.answers("/v1/migrations?limit=1");
        if (server) {
            say(screen, key, texts.say(key ? "doctor-key" : "doctor-no-key"));
        }
        return java && folder && key ? Ended.COMPLETED : server ? Ended.FAILED : Ended.UNREACHABLE;
    }

    private static boolean say(Screen screen, boolean well, String what) {
        if (well) {
            screen.good(what);
        } else {
            screen.bad(what);
        }
        return well;
    }
}
