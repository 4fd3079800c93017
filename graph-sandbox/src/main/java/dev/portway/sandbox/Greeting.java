package dev.portway.sandbox;

import java.util.Map;

/** What a person sees when a sandbox has started: where it is, the token, and what to try first. */
final class Greeting {

    private Greeting() {}

    static String of(Sandbox sandbox, SandboxOptions options) {
        Map<String, String> env = sandbox.environment();
        String open = options.host().equals("127.0.0.1") || options.host().equals("::1") || options.host().equals("localhost")
                ? ""
                : "  Open:    others can reach this address, and may do anything to this world\n";
        return """

                Graph sandbox, world '%s'. Nothing here reaches Meta.

                  Graph:   %s
                  People:  %s/sandbox
                  Token:   %s
                %s%s
                Try first:
                  curl -s '%s/%s/%s&access_token=%s'

                """.formatted(options.world(), sandbox.uri(), sandbox.uri(),
                env.getOrDefault("graphToken", "none at the landmark destination-token"), number(env), open,
                sandbox.uri(), env.get("apiVersion"), firstNode(env), env.getOrDefault("graphToken", ""));
    }

    private static String number(Map<String, String> env) {
        return env.containsKey("migratableNumber")
                ? "  Number:  %s, to move from WABA %s to %s\n".formatted(env.get("migratableNumber"), env.get("sourceWabaId"),
                        env.get("wabaId"))
                : "";
    }

    private static String firstNode(Map<String, String> env) {
        String number = env.get("phoneNumberId");
        return number == null ? "me?fields=id,name" : number + "?fields=display_phone_number,status,is_pin_enabled";
    }
}
