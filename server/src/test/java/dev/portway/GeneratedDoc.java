package dev.portway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/**
 * A page of {@code docs/}, or a part of one, that is written by the code it describes.
 *
 * <p>A test says what the page should read; it fails when the committed page differs. {@code ./mvnw test -pl server -am -Dportway.docs=write} writes
 * it instead. A part stands between the lines {@code <!-- generated: NAME -->} and {@code <!-- end: NAME -->}; what is around it is written by hand.
 */
public record GeneratedDoc(String page) {

    private static final Path HOME = Path
            .of(Objects.requireNonNull(System.getProperty("portway.home"), "portway.home is not set: run by Maven"));

    /** The whole page reads {@code text}. */
    public void reads(String text) {
        if (writing()) {
            write(text);
        }
        Assertions.assertThat(read()).as(page + " is written by the code; bring it up to date with -Dportway.docs=write").isEqualTo(text);
    }

    /** The part of the page called {@code name} reads {@code text}. */
    public void part(String name, String text) {
        String begin = "<!-- generated: " + name + " -->\n";
        String end = "<!-- end: " + name + " -->";
        String whole = read();
        Assertions.assertThat(whole).as("the place in " + page + " for what is generated").contains(begin, end);
        String before = whole.substring(0, whole.indexOf(begin) + begin.length());
        reads(before + text.strip() + "\n" + whole.substring(whole.indexOf(end)));
    }

    /** Whether what is generated is written instead of compared. */
    public static boolean writing() {
        return "write".equals(System.getProperty("portway.docs"));
    }

    private String read() {
        try {
            Path file = HOME.resolve(page);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            Path file = HOME.resolve(page);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
