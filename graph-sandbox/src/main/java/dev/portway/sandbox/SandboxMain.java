package dev.portway.sandbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Starts a sandbox from the command line. */
public final class SandboxMain {

    private static final String USAGE = """
            A stateful Graph to rehearse WhatsApp number migrations against.

              graph-sandbox [--port N] [--host ADDRESS] [--world NAME] [--scenario NAME] [--webhook URL]
              graph-sandbox env [--port N] [--host ADDRESS] [--world NAME]

              --port N        port to listen on; 0 takes a free one (8421, or PORTWAY_SANDBOX_PORT)
              --host ADDRESS  address to listen on (127.0.0.1); any other lets others in
              --world NAME    the world to start from: default, empty, troubles, brazil, routes, agency, large, or a file that ends in .json
              --scenario NAME a list of faults and events to begin at once: bad-night, pin-comes-back, old-provider-resists, or a file that ends in .json
              --webhook URL   where the destination app's webhooks go (PORTWAY_SANDBOX_WEBHOOK)

            'env' prints what a client needs as shell assignments, without starting anything.
            """;

    private SandboxMain() {}

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Returns the exit code, and does not return while a sandbox runs. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            Arguments arguments = Arguments.parse(args, System.getenv());
            if (arguments.help()) {
                out.print(USAGE);
                return 0;
            }
            if (arguments.environmentOnly()) {
                out.print(Sandbox.shellEnvironment(arguments.options()));
                return 0;
            }
            return serve(arguments.options(), out, err);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println("Try --help.");
            return 2;
        }
    }

    /** Whoever started us for themselves may be killed and cannot stop us then: we end when the process with this id has. */
    private static void endWith(@Nullable String starter) {
        if (starter != null && starter.matches("[0-9]{1,10}")) {
            Thread.ofVirtual().name("starter").start(() -> {
                ProcessHandle.of(Long.parseLong(starter)).ifPresent(process -> process.onExit().join());
                System.exit(0);
            });
        }
    }

    private static int serve(SandboxOptions options, PrintStream out, PrintStream err) {
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(options);
        } catch (UncheckedIOException taken) {
            err.println("Something listens on " + options.host() + ":" + options.port() + " already"
                    + ": another sandbox of yours, or a demo's? Stop it with Ctrl-C where it runs, or take a free port with --port 0.");
            return 3;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        endWith(System.getenv("PORTWAY_STARTED_BY"));
        out.print(Greeting.of(sandbox, options));
        out.flush();
        return waitForEver();
    }

    private static int waitForEver() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
