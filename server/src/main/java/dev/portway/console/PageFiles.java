package dev.portway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** Addresses of our scripts, styles and pictures. They change with what is in them, so that browsers may keep them for a year. */
final class PageFiles {
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    String address(String name) {
        return addresses.computeIfAbsent(name, known -> "/assets/" + known + "?v=" + version(known));
    }

    private static String version(String name) {
        try {
            byte[] content = new ClassPathResource("static/assets/" + name).getContentAsByteArray();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (IOException | NoSuchAlgorithmException missing) {
            throw new UncheckedIOException(new IOException("No file " + name, missing));
        }
    }
}
