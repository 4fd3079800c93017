package dev.portway.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line. What its options are for is said in the bundles {@code i18n/help}. */
@Command(name = "portway", mixinStandardHelpOptions = true, versionProvider = Portway.Version.class, subcommands = {Migrate.class,
    PartnerChange.class, PortOut.class, Check.class, Route.class, Listing.class, Tasks.class, Answer.class, Show.class, SupportBundle.class,
    Export.class,
    Link.class, Doctor.class, Demo.class})
public final class Portway {
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return spoken(Texts.of(language(args), System.getenv())).setExecutionExceptionHandler((failure, line, _) -> {
            if (failure instanceof Told told) {
                line.getErr().println(Screen.shown(told.text()));
                line.getErr().flush();
                return told.exitCode();
            }
            throw failure;
        }).execute(args);
    }

    /** The commands, their help and what is wrong with how they are used, in this language. */
    static CommandLine spoken(Texts texts) {
        return new CommandLine(new Portway()).setResourceBundle(texts.help()).setParameterExceptionHandler(new WrongUsage(texts));
    }

    /** Wanted before the arguments are understood: what is wrong with them is said in it. */
    static @Nullable String language(String... args) {
        String tag = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                tag = args[i].substring("--lang=".length());
            } else if (args[i].equals("--lang") && i + 1 < args.length) {
                tag = args[i + 1];
            }
        }
        return tag;
    }

    /** As the jar says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[]{
                "Portway " + Objects.requireNonNullElse(Portway.class.getPackage().getImplementationVersion(), "from sources")};
        }
    }
}
