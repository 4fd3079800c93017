package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of this repository, as the tests find them: below the folder that the build names in {@code portway.home}. */
final class Repository {

    static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("portway.home"), "portway.home is not set: run by Maven"));

    private static final List<String> NOT_OURS = List.of("target", ".git", ".portway-build", "node_modules");

    private Repository() {}

    static Path jar(String module) {
        return HOME.resolve(module).resolve("target").resolve(module + ".jar");
    }

    /** The files that people wrote, relative to the root, whose path ends with {@code ending}. Sorted. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.map(HOME::relativize).filter(Repository::isOurs).filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path relative) {
        try {
            return Files.readString(HOME.resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
