package dev.portway.sandbox;

import java.util.Map;

/** What was asked for on the command line, over what the environment says. */
record Arguments(SandboxOptions options, boolean environmentOnly, boolean help) {

    static Arguments parse(String[] args, Map<String, String> environment) {
        SandboxOptions options = SandboxOptions.standard();
        String port = environment.get("PORTWAY_SANDBOX_PORT");
        String webhook = environment.get("PORTWAY_SANDBOX_WEBHOOK");
        options = port == null ? options : options.withPort(port(port));
        options = webhook == null ? options : options.withWebhook(webhook);
        boolean environmentOnly = false;
        boolean help = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "env" -> environmentOnly = true;
                case "--help", "-h" -> help = true;
                case "--port" -> options = options.withPort(port(value(args, ++i)));
                case "--host" -> options = options.withHost(value(args, ++i));
                case "--world" -> options = options.withWorld(value(args, ++i));
                case "--scenario" -> options = options.withScenario(value(args, ++i));
                case "--webhook" -> options = options.withWebhook(value(args, ++i));
                default -> throw new IllegalArgumentException("Unknown argument '" + args[i] + "'.");
            }
        }
        return new Arguments(options, environmentOnly, help);
    }

    private static String value(String[] args, int at) {
        if (at >= args.length) {
            throw new IllegalArgumentException(args[at - 1] + " wants a value.");
        }
        return args[at];
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("A port is a number between 0 and 65535, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }
}
