package dev.portway.admin;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.partner.Partners;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Resellers of a provider, and whose client each number is. */
@Command(name = "partner", mixinStandardHelpOptions = true, description = "Your partners, and whose client each number is.", subcommands = {
    PartnerCommands.Add.class, PartnerCommands.Listing.class, PartnerCommands.Remove.class, PartnerCommands.Assign.class})
final class PartnerCommands {

    private static final String A_PARTNER = "Small letters, digits and hyphens, 40 at most.";

    @Command(name = "add", mixinStandardHelpOptions = true, description = {"Adds a partner, or gives it another name or another mind.",
        "It is asked about each client that a partner-change brings it, unless --approves-all says that it takes them all."})
    static final class Add extends OnInstallation {

        @Parameters(paramLabel = "ID", description = "How orders name it. " + A_PARTNER)
        String id = "";

        @Option(names = "--name", paramLabel = "NAME", description = "What people call it; without one as it was, or its id.")
        @Nullable
        String name;

        @Option(names = "--approves-all", negatable = true, description = "It takes every client; --no-approves-all: it wants to be asked.")
        @Nullable
        Boolean approvesAll;

        @Override
        void run(Installation here, Terminal terminal) {
            if (!id.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("A partner's id: " + A_PARTNER);
            }
            ProviderId owner = here.provider(provider);
            Partners.Partner before = here.partners().find(owner, id).orElse(new Partners.Partner(id, id, false));
            here.partners()
                    .set(owner, new Partners.Partner(id, name == null ? before.name() : plain("A name", name),
                            approvesAll == null ? before.approvesAll() : approvesAll));
            terminal.err().println("Set.");
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The partners there are; with an id, the numbers of its clients.")
    static final class Listing extends OnInstallation {

        @Parameters(paramLabel = "ID", arity = "0..1", description = "Of one partner.")
        @Nullable
        String id;

        @Override
        void run(Installation here, Terminal terminal) {
            ProviderId owner = here.provider(provider);
            Table table = id == null ? all(here.partners(), owner) : clients(here.partners(), owner, id);
            table.print(terminal.out());
        }

        private static Table all(Partners partners, ProviderId owner) {
            var table = new Table("ID", "NAME", "CLIENTS", "NUMBERS");
            partners.of(owner)
                    .forEach(one -> table.row(one.id(), one.name(), one.approvesAll() ? "takes all" : "wants to be asked",
                            String.valueOf(partners.clientsOf(owner, one.id()).size())));
            return table;
        }

        private static Table clients(Partners partners, ProviderId owner, String id) {
            known(partners, owner, id);
            var table = new Table("NUMBER", "SINCE");
            partners.clientsOf(owner, id).forEach(client -> table.row(client.number().e164(), Table.time(client.since())));
            return table;
        }
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes a partner that has no clients any more.")
    static final class Remove extends OnInstallation {

        @Parameters(paramLabel = "ID", description = "As `partner list` shows it.")
        String id = "";

        @Override
        void run(Installation here, Terminal terminal) {
            ProviderId owner = here.provider(provider);
            known(here.partners(), owner, id);
            if (!here.partners().remove(owner, id)) {
                throw new Refused("It still has clients: `partner list " + id + "` names their numbers. Assign them elsewhere first.");
            }
            terminal.err().println("Removed.");
        }
    }

    @Command(name = "assign", mixinStandardHelpOptions = true, description = {"Writes down whose client each of these numbers is, at once.",
        "For what was so before Portway came. A client that changes its partner is a migration: ./portway partner-change."})
    static final class Assign extends OnInstallation {

        @Option(names = "--partner", paramLabel = "ID", description = "Whose client; without one they are your own.")
        @Nullable
        String partner;

        @Parameters(paramLabel = "NUMBER", arity = "1..*", description = "With + and country code.")
        List<String> numbers = List.of();

        @Override
        void run(Installation here, Terminal terminal) {
            ProviderId owner = here.provider(provider);
            List<PhoneNumber> all = numbers.stream().map(PhoneNumber::new).toList();
            if (partner == null) {
                here.partners().takeBack(owner, all);
            } else {
                known(here.partners(), owner, partner);
                here.partners().hand(owner, all, partner);
            }
            terminal.err().println("Written down.");
        }
    }

    private static void known(Partners partners, ProviderId owner, String id) {
        if (partners.find(owner, id).isEmpty()) {
            throw new Refused("There is no partner \"" + id + "\". `partner list` shows them.");
        }
    }
}
