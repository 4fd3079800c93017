package dev.portway.admin;

import dev.portway.account.SetUps.SetUp;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.vault.GraphApp;
import dev.portway.vault.SourceAccesses.SourceAccess;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** With what Graph is reached: the provider's app, and access that clients gave to their source WABAs. */
@Command(name = "credentials", mixinStandardHelpOptions = true, description = "How Graph is reached: your app, and access to source WABAs.", subcommands = {
    CredentialCommands.SetApp.class, CredentialCommands.AtMeta.class, CredentialCommands.Source.class, CredentialCommands.Show.class})
final class CredentialCommands {

    private static final String APP_SECRET = "app-secret";
    private static final String SYSTEM_TOKEN = "system-token";
    private static final String VERIFY_TOKEN = "webhook-verify-token";

    /** What is not given stays as it is, so that a token can be replaced without the rest at hand. */
    @Command(name = "set", mixinStandardHelpOptions = true, description = {
        "Sets or changes your app at Meta. What is not given stays as it is.",
        "Asks for app secret, system token and webhook verify token; without a terminal they are lines of standard input:",
        "app-secret=…, system-token=…, webhook-verify-token=…"})
    static final class SetApp extends OnInstallation {

        @Option(names = "--app-id", paramLabel = "ID", description = "Of your app at Meta.")
        @Nullable
        String appId;

        @Option(names = "--graph-version", paramLabel = "vNN.N", description = "Of the Graph API (at first: v26.0).")
        @Nullable
        String version;

        @Option(names = "--base-url", paramLabel = "URL", description = "Where Graph is (at first: https://graph.facebook.com); the sandbox's address to rehearse.")
        @Nullable
        String baseUrl;

        @Option(names = "--business-id", paramLabel = "ID", description = "Of your business portfolio.")
        @Nullable
        String businessId;

        @Override
        void run(Installation here, Terminal terminal) {
            var owner = here.provider(provider);
            var apps = here.graphApps();
            var before = apps.of(owner);
            if (before.isEmpty() && appId == null) {
                throw new Refused("There are no credentials yet: --app-id is needed.");
            }
            var app = changed(owner, before, SecretsGiven.read(terminal, List.of(APP_SECRET, SYSTEM_TOKEN, VERIFY_TOKEN)));
            try {
                apps.set(app);
            } catch (DuplicateKeyException e) {
                throw new Refused(
                        "Another provider here has that app. One app belongs to one provider: its webhooks say nothing but its id.");
            }
            terminal.err().println("Set. Webhooks of this app go to /webhooks/" + app.appId() + ".");
        }

        private GraphApp changed(ProviderId owner, Optional<GraphApp> before, SecretsGiven given) {
            return new GraphApp(owner, chosen(appId, before.map(GraphApp::appId), ""),
                    chosen(version, before.map(GraphApp::apiVersion), "v26.0"),
                    address(chosen(baseUrl, before.map(app -> app.baseUrl().toString()), "https://graph.facebook.com")),
                    businessId == null ? before.map(GraphApp::businessId).orElse(null) : businessId,
                    secret(given, APP_SECRET, before.map(GraphApp::appSecret)),
                    secret(given, SYSTEM_TOKEN, before.map(GraphApp::systemToken)),
                    secret(given, VERIFY_TOKEN, before.map(GraphApp::webhookVerifyToken)));
        }

        private static String chosen(@Nullable String given, Optional<String> before, String first) {
            return given == null ? before.orElse(first) : given;
        }

        private static URI address(String text) {
            try {
                return URI.create(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Graph's address is an http(s) URL", e);
            }
        }

        private static Secret secret(SecretsGiven given, String name, Optional<Secret> before) {
            return given.find(name).or(() -> before).orElseThrow(() -> new Refused("The " + name.replace('-', ' ') + " is missing."));
        }
    }

    /** No secrets: what is said here is shown to whoever may see the provider's migrations. */
    @Command(name = "set-up", mixinStandardHelpOptions = true, description = {
        "What you are at Meta: the sign-up window of your app, and what the route finder need not ask.",
        "What is not given stays as it is; `server` gives back to the server's setting, which holds for all providers."})
    static final class AtMeta extends OnInstallation {
        private static final String AS_THE_SERVER = "server";

        @Option(names = "--signup-config", paramLabel = "ID", description = "Of the Embedded Signup configuration of your app.")
        @Nullable
        String signUpConfig;

        @Option(names = "--credit-line", paramLabel = "yes|no", description = "Whether you share a credit line with clients.")
        @Nullable
        String creditLine;

        @Option(names = "--solution", paramLabel = "yes|no", description = "Whether you are part of a Multi-Partner Solution.")
        @Nullable
        String solution;

        @Option(names = "--sharing", paramLabel = "offered|not-offered", description = "Whether Meta's sign-up lets your clients share existing numbers.")
        @Nullable
        String sharing;

        @Override
        void run(Installation here, Terminal terminal) {
            var owner = here.provider(provider);
            var setUps = here.setUps();
            int seen = setUps.version(owner);
            SetUp before = setUps.of(owner);
            var wanted = new SetUp(chosen(signUpConfig, before.signUpConfig()), chosen(creditLine, before.creditLine()),
                    chosen(solution, before.solution()), chosen(sharing, before.sharing()));
            if (setUps.set(owner, seen, wanted, "").isEmpty()) {
                throw new Refused("Somebody changed it meanwhile. Say it again.");
            }
            terminal.err().println("Set.");
        }

        private static String chosen(@Nullable String given, String before) {
            return given == null ? before : given.equals(AS_THE_SERVER) ? "" : given;
        }
    }

    @Command(name = "source", mixinStandardHelpOptions = true, description = {"What a client gave you to read its source WABA with.",
        "Asks for the token, and for the secret of its app if that is known; without a terminal they are lines of standard input:",
        "token=…, app-secret=…"})
    static final class Source extends OnInstallation {

        @Option(names = "--waba", required = true, paramLabel = "ID", description = "The source WABA it reads.")
        String waba = "";

        @Option(names = "--app-id", paramLabel = "ID", description = "The app that the token belongs to.")
        @Nullable
        String appId;

        @Option(names = "--forget", description = "Remove the access instead.")
        boolean forget;

        @Override
        void run(Installation here, Terminal terminal) {
            var owner = here.provider(provider);
            requireId(waba, "A WABA id");
            if (forget) {
                here.sourceAccesses().forget(owner, waba);
                terminal.err().println("Forgotten.");
                return;
            }
            if (appId != null) {
                requireId(appId, "An app id");
            }
            var given = SecretsGiven.read(terminal, List.of("token", APP_SECRET));
            var before = here.sourceAccesses().find(owner, waba);
            var token = given.find("token")
                    .or(() -> before.map(SourceAccess::token))
                    .orElseThrow(() -> new Refused("The token is missing."));
            here.sourceAccesses()
                    .set(new SourceAccess(owner, waba, token, appId == null ? before.map(SourceAccess::appId).orElse(null) : appId,
                            given.find(APP_SECRET).or(() -> before.map(SourceAccess::appSecret)).orElse(null)));
            terminal.err().println("Set.");
        }

        private static void requireId(String text, String what) {
            if (!text.matches("[0-9]{1,32}")) {
                throw new IllegalArgumentException(what + " is a number");
            }
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "What is set; of secrets the last four letters and a fingerprint.")
    static final class Show extends OnInstallation {

        @Override
        void run(Installation here, Terminal terminal) {
            var owner = here.provider(provider);
            var app = here.graphApps()
                    .of(owner)
                    .orElseThrow(() -> new Refused("There are no credentials yet. `credentials set` takes them."));
            var table = new Table("provider", owner.value());
            table.row("app id", app.appId());
            table.row("business id", app.businessId() == null ? "-" : app.businessId());
            table.row("graph version", app.apiVersion());
            table.row("base url", app.baseUrl().toString());
            table.row("app secret", Fingerprint.of(app.appSecret()));
            table.row("system token", Fingerprint.of(app.systemToken()));
            table.row("webhook verify token", Fingerprint.of(app.webhookVerifyToken()));
            SetUp setUp = here.setUps().of(owner);
            table.row("sign-up configuration", said(setUp.signUpConfig()));
            table.row("credit line", said(setUp.creditLine()));
            table.row("solution", said(setUp.solution()));
            table.row("sharing", said(setUp.sharing()));
            for (var source : here.sourceAccesses().list(owner)) {
                table.row("source WABA " + source.wabaId(), "token " + Fingerprint.of(source.token())
                        + (source.appId() == null ? "" : "; app " + source.appId())
                        + (source.appSecret() == null ? "" : "; its secret " + Fingerprint.of(source.appSecret())));
            }
            table.print(terminal.out());
        }

        private static String said(String own) {
            return own.isEmpty() ? "as the server's setting" : own;
        }
    }
}
