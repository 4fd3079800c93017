package dev.portway.graphclient;

import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks for every field we can use, and lives with Graph not having some of them.
 *
 * <p>Observed: one field that a version, or a token, does not have spoils the whole read with {@code (#100) Tried accessing nonexisting field
 * (x) on node type (Y)}. The field is left out and the read made again, once per such field; this caller does not ask for it again. Reads
 * only: nothing with an effect is ever repeated here.
 */
final class UnknownFields {
    private static final Pattern NAMED = Pattern.compile("nonexisting field \\(([a-z_]+)\\)");

    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    /** @param reading is given the value for {@code fields} */
    <T> ReadResult<T> without(List<String> fields, Function<String, ReadResult<T>> reading) {
        while (true) {
            List<String> asked = fields.stream().filter(field -> !unknown.contains(bare(field))).toList();
            ReadResult<T> result = reading.apply(String.join(",", asked));
            String missing = missing(result);
            if (missing == null || asked.stream().noneMatch(field -> bare(field).equals(missing)) || asked.size() == 1) {
                return result;
            }
            unknown.add(missing);
        }
    }

    private static @Nullable String missing(ReadResult<?> result) {
        if (!(result instanceof Refused<?> refused) || refused.error().code() != 100) {
            return null;
        }
        Matcher named = NAMED.matcher(refused.error().message());
        return named.find() ? named.group(1) : null;
    }

    /** {@code owner_business_info{id}} is the field {@code owner_business_info}. */
    private static String bare(String field) {
        int brace = field.indexOf('{');
        return brace < 0 ? field : field.substring(0, brace);
    }
}
