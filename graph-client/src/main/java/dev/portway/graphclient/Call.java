package dev.portway.graphclient;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to say to Graph. Secrets and personal parts stay typed in {@code parameters} until the last moment, so that a record of the call can
 * leave them out.
 *
 * @param path from after the version on: {@code /106540352242922/register}
 * @param parameters in the body for POST, in the query for GET and DELETE, as Meta's own SDKs have it
 * @param form true: the body is form-encoded instead of JSON, and no token is shown
 */
record Call(String method, String path, Map<String, Object> parameters, boolean form) {
    Call {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    static Call get(String path) {
        return new Call("GET", path, Map.of(), false);
    }

    static Call post(String path) {
        return new Call("POST", path, Map.of(), false);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, Map.of(), false);
    }

    /** A POST as OAuth wants it: a form, and no token beside the credentials in it. */
    static Call oauth(String path) {
        return new Call("POST", path, Map.of(), true);
    }

    /** Null leaves the parameter out. */
    Call with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Call(method, path, more, form);
    }

    Call withOnly(Map<String, Object> others) {
        return new Call(method, path, others, form);
    }

    boolean hasEffect() {
        return !method.equals("GET");
    }

    boolean inBody() {
        return method.equals("POST");
    }

    /** Only what is safe to show. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
