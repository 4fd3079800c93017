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
                  Number:  %s, to move from WABA %s to %s
                %s
                Try first:
                  curl -s '%s/%s/%s?fields=display_phone_number,status,is_pin_enabled&access_token=%s'

                """.formatted(options.world(), sandbox.uri(), sandbox.uri(), env.get("graphToken"), env.get("migratableNumber"),
                env.get("sourceWabaId"), env.get("wabaId"), open, sandbox.uri(), env.get("apiVersion"), env.get("phoneNumberId"),
                env.get("graphToken"));
    }
}
