package dev.portway.support;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How an archive leaves the house, by whichever edge: as a file of its name, that nothing on the way keeps. */
public final class Download {
    public static final String ZIP = "application/zip";

    private Download() {}

    public static ResponseEntity<byte[]> of(Archive archive) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(archive.name()).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(archive.bytes());
    }
}
