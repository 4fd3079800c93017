package dev.portway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine.Command;

/** What is set up here. */
@Command(name = "doctor", description = "What is set up here, and what is missing.", mixinStandardHelpOptions = true)
final class Doctor extends Server {
    @Override
    public Integer call() {
        Screen screen = screen();
        Api api = api();
        Path data = Address.folder(System.getenv());
        screen.good("Portway " + Objects.requireNonNullElse(Doctor.class.getPackage().getImplementationVersion(), "from sources"));
        boolean java = say(screen, Runtime.version().feature() >= 25, "Java " + Runtime.version());
        boolean folder = say(screen, !Files.exists(data) || Files.isWritable(data), "data folder " + data);
        boolean server = say(screen, api.answers("/health/ready"), "server " + api.address().server());
        boolean key = server && say(screen, api.answers("/v1/migrations?limit=1"), "API key");
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
