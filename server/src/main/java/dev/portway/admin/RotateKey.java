package dev.portway.admin;

import dev.portway.vault.KeyRotation.Rotated;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Another key for what is sealed. */
@Command(name = "rotate-key", mixinStandardHelpOptions = true, description = {
    "Makes a new key and seals every secret in the database with it.",
    "The server may go on meanwhile. Killed in the middle, nothing is lost: run it again, and it carries on.",
    "Afterwards restart every node and run it with --forget-older."})
final class RotateKey extends OnInstallation {

    @Option(names = "--forget-older", description = "Keep only the newest key. Restart every node first.")
    boolean forgetOlder;

    @Override
    void run(Installation here, Terminal terminal) throws IOException {
        if (forgetOlder) {
            var late = here.rotation().forgetOlderKeys();
            terminal.err()
                    .println("Sealed anew: " + late + ". Only the newest key is left; copies of the older one open nothing any more.");
            return;
        }
        switch (here.rotation().rotate()) {
            case Rotated.Anew(var values) -> terminal.err()
                    .println("A new key; sealed anew: " + values
                            + ". Back the key file up, restart every node, then run it with --forget-older.");
            case Rotated.Continued(var values) -> terminal.err()
                    .println("Went on with the newest key, which had not sealed everything yet; sealed anew: " + values + ".");
        }
    }
}
