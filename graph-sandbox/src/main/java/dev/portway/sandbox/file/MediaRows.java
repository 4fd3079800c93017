package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.template.Uploads;
import dev.portway.sandbox.world.Content;
import dev.portway.sandbox.world.Media;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Upload;
import dev.portway.sandbox.world.World;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Files: those of messages, and those that other calls name by a handle. */
final class MediaRows {

    private static final Shape BYTES = new Shape("bytes in Base64", MediaRows::readable);

    /** A saved world is read back in one piece; longer files are left out of it. */
    private static final int LONGEST_SAVED_BYTES = 16 * 1024 * 1024;

    static final Rows<World, Media> MEDIA = new Rows<>("media",
            "Files for messages, uploaded for a number or sent to it. Those of more than 16 MB are not saved.",
            new Facts<Media>().fixed("id", "", it -> it.id)
                    .fixed("number", "phone number id by which it came", it -> it.link.id)
                    .fixed("type", "its MIME type", it -> it.type)
                    .fixed("content", BYTES, "", (it, w) -> encoded(it.content.bytes()))
                    .time("at", "", it -> it.at, (it, value) -> it.at = value)
                    .flag("received", "a person sent it", it -> it.received, (it, value) -> it.received = value),
            (row, world) -> {
                String number = row.text("number");
                List<NumberLink> links = world.links(number);
                if (links.isEmpty()) {
                    throw row.broken("number", "names '" + number + "', which the file does not declare");
                }
                Media media = new Media(row.unique("id", world.media), links.getFirst(), row.text("type"), Content.of(bytes(row)));
                media.at = world.now();
                world.media.put(media.id, media);
                return media;
            }, (world, same) -> world.media.values().stream().filter(it -> it.content.length() <= LONGEST_SAVED_BYTES).toList());

    static final Rows<World, Upload> UPLOADS = new Rows<>("uploads", "Files of the Resumable Upload API, whole or on their way.",
            new Facts<Upload>().fixed("id", "begins with `upload:`", it -> it.id)
                    .fixed("app", "id of the app that uploads it", it -> it.appId)
                    .fixed("type", "its MIME type", it -> it.type)
                    .fixed("length", Shape.whole(1, Uploads.LONGEST), "in bytes", (it, w) -> number(it.length))
                    .fixed("arrived", Shape.whole(0, Uploads.LONGEST), "how many of them are there", (it, w) -> number(it.arrived))
                    .text("handle", "what other calls name it by; empty until it is whole", it -> it.handle,
                            (it, value) -> it.handle = value),
            (row, world) -> {
                Upload upload = new Upload(row.unique("id", world.uploads), row.known("app", world.apps).id, row.text("type"),
                        row.checked("length", Shape.whole(1, Uploads.LONGEST)).intValue());
                upload.arrived = row.checked("arrived", Shape.whole(0, upload.length)).intValue();
                world.uploads.put(upload.id, upload);
                return upload;
            }, (world, same) -> world.uploads.values());

    private MediaRows() {}

    private static byte[] bytes(Row row) {
        return Base64.getDecoder().decode(row.checked("content", BYTES).stringValue());
    }

    private static JsonNode encoded(byte[] content) {
        return Json.object().stringNode(Base64.getEncoder().encodeToString(content));
    }

    private static JsonNode number(int value) {
        return Json.object().numberNode(value);
    }

    private static boolean readable(JsonNode value) {
        return value.isString() && value.stringValue().matches("[A-Za-z0-9+/]*={0,2}") && value.stringValue().length() % 4 == 0;
    }
}
