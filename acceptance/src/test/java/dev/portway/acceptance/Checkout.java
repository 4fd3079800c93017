package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of the {@code portway} script in a folder of its own, with a Maven and a JDK that only pretend: what the script decides shows, and takes
 * no time.
 *
 * <p>Its Maven writes the jars and a line into {@code builds} each time; its Java prints its arguments, one a line.
 */
record Checkout(Path folder) {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final List<String> JARS = List.of("graph-sandbox", "server", "cli");

    static Checkout in(Path folder) {
        Checkout checkout = new Checkout(folder);
        checkout.copyScript();
        JARS.forEach(module -> checkout.write(module + "/pom.xml", "<project/>"));
        checkout.write("server/src/main/java/A.java", "class A {}");
        checkout.write("pom.xml", Repository.read(Path.of("pom.xml")));
        checkout.write(".mvn/nothing", "");
        checkout.maven("");
        checkout.jdk(25);
        return checkout;
    }

    Path home() {
        return folder.resolve("a checkout");
    }

    Path jdk() {
        return folder.resolve("a jdk");
    }

    /** Lets Maven run these shell lines before it pretends to have built. */
    Checkout maven(String lines) {
        executable(home().resolve("mvnw"), "#!/bin/sh\necho \"$@\" >>builds\n" + lines + """

                echo '[INFO] Building Portway :: Server 0.1.0-SNAPSHOT                    [1/1]'
                echo '[INFO]   from server/pom.xml'
                for module in graph-sandbox server cli; do
                    mkdir -p $module/target
                    : >$module/target/$module.jar
                done
                """);
        return this;
    }

    Checkout jdk(int version) {
        executable(jdk().resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        executable(jdk().resolve("bin/javac"), "#!/bin/sh\n");
        write(jdk().resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + ".0.3\"\n");
        return this;
    }

    Checkout write(String relative, String text) {
        write(home().resolve(relative), text);
        return this;
    }

    void delete(String relative) {
        try {
            Files.delete(home().resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many times Maven was started. */
    int builds() {
        try {
            Path builds = home().resolve("builds");
            return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ran portway(String... arguments) {
        Started started = start(Map.of(), arguments);
        return new Ran(started.exitCode(LIMIT), started.output());
    }

    Started start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home().resolve("portway").toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(Map.of("PORTWAY_JAVA_HOME", jdk().toString()));
        all.putAll(environment);
        return Started.command("portway", folder, all, command);
    }

    /** Runs shell lines with the script's parts at hand, as a shell would that has no JDK but the pretended one. */
    Ran shell(String lines) {
        String parts = ". build/words.sh; . build/jdk.sh; PORTWAY_HOME=. STATE=.; ";
        Started started = Started.command("sh", home(), Map.of(), List.of("sh", "-euc", parts + lines));
        return new Ran(started.exitCode(LIMIT), started.output());
    }

    private void copyScript() {
        List<Path> parts = new ArrayList<>(Repository.files(".sh"));
        parts.addAll(Repository.files(".awk"));
        parts.stream().filter(path -> path.startsWith("build")).forEach(path -> write(path.toString(), Repository.read(path)));
        executable(home().resolve("portway"), Repository.read(Path.of("portway")));
    }

    private static void executable(Path file, String text) {
        write(file, text);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a finished run left. */
    record Ran(int exitCode, String output) {}
}
