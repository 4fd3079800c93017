package dev.portway.sandbox.wire;

import dev.portway.sandbox.world.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.POJONode;

/**
 * A request or an answer as people may look at it: without tokens, secrets, PINs and codes, and not longer than anybody reads. The sandbox's
 * secrets open nothing, but those who rehearse sometimes send real ones.
 */
public final class Redacted {

    /** More of a body than this is not shown; the history must stay small whatever is sent. */
    private static final int MOST = 4_000;
    private static final String HIDDEN = "…";
    private static final Set<String> SECRETS = Set.of("access_token", "input_token", "fb_exchange_token", "client_secret", "app_secret",
            "appsecret_proof", "code", "pin", "verify_token", "backup", "password");
    private static final Pattern IN_JSON = Pattern.compile("(\"(?:access_token|pin|verify_token|code_sent)\"\\s*:\\s*\")[^\"]*");
    private static final List<String> ENDS_IN_JSON = List.of("token\"", "pin\"", "code_sent\"");
    private static final Pattern IN_ADDRESSES = Pattern
            .compile(
                    "((?:access_token|client_secret|appsecret_proof|input_token|fb_exchange_token|verify_token|code|pin|password)=)[^&\"\\\\\\s]+");

    private static final List<String> ENDS_IN_ADDRESSES = List.of("token=", "secret=", "proof=", "code=", "pin=", "password=");

    private Redacted() {}

    /** The words of a request, found when somebody looks: few calls are looked at, and a short request is cheaply kept until then. */
    public static Supplier<String> sent(GraphRequest request) {
        if (request.params().isWithin(MOST)) {
            return () -> words(request);
        }
        String words = words(request);
        return () -> words;
    }

    private static String words(GraphRequest request) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> parameter : new TreeMap<>(request.params().all()).entrySet()) {
            if (text.length() > MOST) {
                break;
            }
            String name = parameter.getKey();
            text.append(text.isEmpty() ? "" : "\n").append(name).append(" = ");
            text.append(SECRETS.contains(name) ? HIDDEN : shortened(shown(parameter.getValue())));
        }
        return shortened(text.toString());
    }

    private static String shown(JsonNode value) {
        if (value instanceof BinaryNode file) {
            return "(" + file.binaryValue().length + " bytes)";
        }
        if (value instanceof POJONode file && file.getPojo() instanceof Content content) {
            return "(" + content.length() + " bytes)";
        }
        return secretless(value.isValueNode() ? value.asString() : value.toString());
    }

    /** The same of an answer. */
    public static Supplier<String> answered(GraphReply reply) {
        String shown = switch (reply) {
            case GraphReply.Answer answer -> shortened(answer.body());
            case GraphReply.File file -> "(" + file.media().content.length() + " bytes)";
            case GraphReply.Nothing nothing -> "";
        };
        return () -> secretless(shown);
    }

    private static String secretless(String text) {
        return replaced(IN_ADDRESSES, ENDS_IN_ADDRESSES, replaced(IN_JSON, ENDS_IN_JSON, text));
    }

    /** Most texts name no secret, and looking for the ends of their names is much cheaper than looking for a pattern. */
    private static String replaced(Pattern secret, List<String> ends, String text) {
        for (String end : ends) {
            if (text.contains(end)) {
                return secret.matcher(text).replaceAll("$1" + HIDDEN);
            }
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() > MOST ? text.substring(0, MOST) + HIDDEN : text;
    }
}
