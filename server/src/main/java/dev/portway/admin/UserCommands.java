package dev.portway.admin;

import dev.portway.account.Scope;
import dev.portway.migration.fact.Secret;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** People who sign in to the console. */
@Command(name = "user", mixinStandardHelpOptions = true, description = "People of the console: add, list, what they may do, a new password, in or out.", subcommands = {
    UserCommands.Add.class, UserCommands.Listing.class, UserCommands.Allow.class, UserCommands.ResetPassword.class,
    UserCommands.Disable.class, UserCommands.Enable.class})
final class UserCommands {
    private static final String SCOPES = "read (look at everything), write (start and carry on migrations; includes read) or "
            + "admin (what you are at Meta; includes both).";

    /** What each command about one person has. */
    abstract static class OnUser extends OnInstallation {

        @Parameters(paramLabel = "NAME", description = "The name they sign in with.")
        String name = "";

        static void show(Optional<Secret> password, Terminal terminal, String otherwise) {
            terminal.out().println(password.orElseThrow(() -> new Refused(otherwise)).reveal());
            terminal.out().flush();
            terminal.err().println("The password is shown this once, and has to be changed at the first sign-in.");
        }

        static void require(boolean done) {
            if (!done) {
                throw new Refused("Nobody has that name, or that is how it is already. `user list` shows them.");
            }
        }
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a person, and prints a first password.")
    static final class Add extends OnUser {

        @Option(names = "--scope", required = true, paramLabel = "SCOPE", description = SCOPES)
        String scope = "";

        @Override
        void run(Installation here, Terminal terminal) {
            show(here.users().add(here.provider(provider), plain("A name", name), Scope.of(scope)), terminal, "That name is taken.");
        }
    }

    @Command(name = "allow", mixinStandardHelpOptions = true, description = "Changes what somebody may do, from their next click on.")
    static final class Allow extends OnUser {

        @Option(names = "--scope", required = true, paramLabel = "SCOPE", description = SCOPES)
        String scope = "";

        @Override
        void run(Installation here, Terminal terminal) {
            if (!here.users().allow(here.provider(provider), name, Scope.of(scope))) {
                throw new Refused("Nobody has that name. `user list` shows them.");
            }
            terminal.err().println("Changed.");
        }
    }

    @Command(name = "reset-password", mixinStandardHelpOptions = true, description = "For someone who forgot theirs: prints a password for one sign-in, and ends their sessions.")
    static final class ResetPassword extends OnUser {

        @Override
        void run(Installation here, Terminal terminal) {
            show(here.users().reset(here.provider(provider), name), terminal, "Nobody has that name. `user list` shows them.");
        }
    }

    @Command(name = "disable", mixinStandardHelpOptions = true, description = "Ends their sessions and lets them in no more; what they did stays theirs.")
    static final class Disable extends OnUser {

        @Override
        void run(Installation here, Terminal terminal) {
            require(here.users().disable(here.provider(provider), name));
            terminal.err().println("Signed out everywhere, and disabled.");
        }
    }

    @Command(name = "enable", mixinStandardHelpOptions = true, description = "Lets somebody in again who was disabled.")
    static final class Enable extends OnUser {

        @Override
        void run(Installation here, Terminal terminal) {
            require(here.users().enable(here.provider(provider), name));
            terminal.err().println("Enabled.");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The people there are.")
    static final class Listing extends OnInstallation {

        @Override
        void run(Installation here, Terminal terminal) {
            var table = new Table("NAME", "SCOPE", "CREATED", "PASSWORD", "DISABLED");
            for (var person : here.users().list(here.provider(provider))) {
                table.row(person.user().signIn(), person.user().scope().word(), Table.time(person.createdAt()),
                        person.user().mustChangePassword() ? "to be changed" : "their own", Table.time(person.disabledAt()));
            }
            table.print(terminal.out());
        }
    }
}
