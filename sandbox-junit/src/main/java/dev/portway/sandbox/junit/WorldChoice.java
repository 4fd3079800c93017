package dev.portway.sandbox.junit;

import dev.portway.sandbox.junit.Sandbox.Life;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Which world is asked for. Equal ones in one class, or method, are one world.
 *
 * @param source the name of a world that comes along, or where a file is on the class path, from its root
 */
record WorldChoice(String source, Life life) {

    private static final int NAME_LETTERS_MOST = 30;

    /** A file's place is relative to the class that asks for it. */
    static WorldChoice of(Sandbox asked, Class<?> beside) {
        boolean relative = isFile(asked.world()) && !asked.world().startsWith("/");
        String folder = "/" + beside.getPackageName().replace('.', '/') + "/";
        return new WorldChoice(relative ? folder + asked.world() : asked.world(), asked.per());
    }

    private static boolean isFile(String source) {
        return source.endsWith(".json");
    }

    /** Opens it under a name that tells a reader of tokens and pages whose it is: {@code onboarding-test-7}. */
    SandboxWorld open(dev.portway.sandbox.Sandbox sandbox, Class<?> test, int no) {
        String words = test.getSimpleName().replaceAll("[^A-Za-z0-9]", "").replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
        String name = words.substring(0, Math.min(NAME_LETTERS_MOST, words.length())).toLowerCase(Locale.ROOT) + "-" + no;
        return new SandboxWorld(sandbox, name, isFile(source) ? sandbox.open(name, text(test)) : sandbox.open(name, source));
    }

    private byte[] text(Class<?> test) {
        try (InputStream in = test.getResourceAsStream(source)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no world file " + source + " on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
