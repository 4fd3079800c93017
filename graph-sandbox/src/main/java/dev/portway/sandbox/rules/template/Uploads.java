package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Upload;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Files that other calls name by a handle. Documented (Resumable Upload API, 2026): begun with length and type, sent in pieces from an offset. */
public final class Uploads {

    private static final List<String> TYPES = List.of("application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4");
    /** Assumed: what the longest file of a message may have, for Meta publishes no limit for these. */
    public static final int LONGEST = 100 * 1024 * 1024;
    /** Ours: the oldest are forgotten. */
    private static final int MOST = 100;

    private final World world;

    public Uploads(World world) {
        this.world = world;
    }

    public Upload begin(App app, String type, int length) {
        if (!TYPES.contains(type)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param file_type must be one of {" + String.join(", ", TYPES) + "}");
        }
        if (length < 1 || length > LONGEST) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param file_length must be from 1 to " + LONGEST);
        }
        String session = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ("attachment:" + world.ids().other()).getBytes(StandardCharsets.UTF_8));
        Upload upload = new Upload("upload:" + session, app.id, type, length);
        world.uploads.put(upload.id, upload);
        forgetOldest();
        return upload;
    }

    private void forgetOldest() {
        if (world.uploads.size() > MOST) {
            world.uploads.remove(world.uploads.keySet().iterator().next());
        }
    }

    /** A piece that goes on where the last one ended. Assumed: what other offsets, and too much, answer. */
    public void add(Upload upload, int offset, int piece) {
        if (offset != upload.arrived) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The file offset must be " + upload.arrived);
        }
        if (piece == 0 || piece > upload.length - offset) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The upload has " + upload.length + " bytes");
        }
        upload.arrived += piece;
        if (upload.whole()) {
            // Observed: a number, then the type in Base64, then what nobody reads.
            upload.handle = "4::" + Base64.getEncoder().encodeToString(upload.type.getBytes(StandardCharsets.UTF_8)) + ":"
                    + world.ids().text(24)
                    + ":e:" + world.now().getEpochSecond() + ":" + upload.appId + ":" + world.ids().text(16);
        }
    }

    /** Whether a header or a picture may name it. What is an address already was read from another template, and is taken. */
    public void check(String handle) {
        boolean known = handle.startsWith("https://") || ofHandle(handle).isPresent();
        if (!known && world.switches.is(Switch.UNKNOWN_UPLOAD_HANDLE, "refused")) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The upload handle is not valid");
        }
    }

    public Optional<Upload> ofHandle(String handle) {
        return world.uploads.values().stream().filter(each -> !handle.isEmpty() && each.handle.equals(handle)).findFirst();
    }
}
