package dev.portway.admin;

import dev.portway.account.Scope;
import java.util.Comparator;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys with which programs use the API. */
@Command(name = "key", mixinStandardHelpOptions = true, description = "API keys: make one, list them, end one.", subcommands = {
    KeyCommands.Create.class, KeyCommands.Listing.class, KeyCommands.Revoke.class})
final class KeyCommands {

    /** The key goes to standard output alone, so that a script can take it; what is said about it goes beside. */
    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a key and prints it, once.")
    static final class Create extends OnInstallation {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What or who will use it; shown in lists and histories.")
        String name = "";

        @Option(names = "--scope", required = true, paramLabel = "SCOPE", description = "read, write (includes read) or admin (includes both).")
        String scope = "";

        @Override
        void run(Installation here, Terminal terminal) {
            var issued = here.apiKeys().issue(here.provider(provider), plain("A name", name), Scope.of(scope));
            terminal.out().println(issued.key().reveal());
            terminal.out().flush();
            terminal.err()
                    .println(
                            "This is the only time the key is shown. Portway keeps a hash of it, and knows it as " + issued.prefix() + ".");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The keys there are and were; never the keys themselves.")
    static final class Listing extends OnInstallation {

        @Override
        void run(Installation here, Terminal terminal) {
            var table = new Table("ID", "NAME", "SCOPE", "CREATED", "LAST USED", "REVOKED");
            for (var key : here.apiKeys().list(here.provider(provider))) {
                var scope = key.scopes().stream().max(Comparator.naturalOrder()).map(Scope::word).stream().collect(Collectors.joining());
                table.row(key.prefix(), key.name(), scope, Table.time(key.createdAt()), Table.time(key.lastUsedAt()),
                        Table.time(key.revokedAt()));
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a key, on every node at once.")
    static final class Revoke extends OnInstallation {

        @Parameters(paramLabel = "ID", description = "As `key list` shows it: the 12 letters after pk_.")
        String id = "";

        @Override
        void run(Installation here, Terminal terminal) {
            if (!here.apiKeys().revoke(here.provider(provider), id)) {
                throw new Refused("No key in force has that id. `key list` shows them.");
            }
            terminal.err().println("Revoked.");
        }
    }
}
