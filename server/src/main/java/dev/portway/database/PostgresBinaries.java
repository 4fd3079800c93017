package dev.portway.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that came with us as an archive, unpacked where only this user can change them. */
final class PostgresBinaries {

    private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks into {@code parent} unless that was done before. A start that was cut short leaves nothing that looks whole. */
    static PostgresBinaries unpack(Path parent) throws IOException {
        var archive = archiveName();
        var resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new CannotStart(
                    "This build has no PostgreSQL for " + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                            + ". Build on this machine, or set PORTWAY_DATABASE_URL to a PostgreSQL server of your own");
        }
        var connection = resource.openConnection();
        connection.setUseCaches(false);
        var folder = parent.resolve("binaries-" + archive.replace(".txz", "") + "-" + connection.getContentLengthLong());
        if (!Files.isDirectory(folder)) {
            var fresh = PrivateFiles.folder(parent.resolve("unpacking-" + UUID.randomUUID()));
            try (var packed = connection.getInputStream()) {
                unpack(packed, fresh);
            }
            moveIntoPlace(fresh, folder);
        }
        return new PostgresBinaries(folder);
    }

    /** Two starts at once may both unpack; the first to arrive is kept. */
    private static void moveIntoPlace(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // What exactly it is when the other was first, differs by system.
            Folders.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    private static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var family = os.contains("windows") ? "windows" : os.contains("mac") ? "darwin" : "linux";
        return "postgres-" + family + (arch.equals("aarch64") || arch.equals("arm64") ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static void unpack(InputStream packed, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("The PostgreSQL archive has an entry outside of itself: " + entry.getName());
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0 && !WINDOWS) {
                Files.setPosixFilePermissions(target,
                        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
            }
        }
    }
}
