package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.access.Signature;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Content;
import dev.portway.sandbox.world.Media;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files for messages. Documented (media, 16 Jun 2026): types and sizes by kind; an uploaded one lives 30 days, one that a person sent 7; its link
 * 5 minutes. Documented (moving numbers, 11 Sep 2026): ids stay usable when the number moves.
 */
public final class MediaFiles {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int AUDIO = 16 * MEGABYTE;
    private static final int VIDEO = 16 * MEGABYTE;
    private static final int IMAGE = 5 * MEGABYTE;
    private static final int DOCUMENT = 100 * MEGABYTE;
    private static final int STICKER = 500 * 1024;
    private static final int STILL_STICKER = 100 * 1024;
    private static final Duration LIFE = Duration.ofDays(30);
    private static final Duration LIFE_RECEIVED = Duration.ofDays(7);
    private static final Duration LINK_LIFE = Duration.ofMinutes(5);
    /** Ours: a rehearsal needs few files. Of a world the oldest go first, of short ones before they fill the memory. */
    private static final long MOST_BYTES = 256L * MEGABYTE;
    private static final long MOST_IN_MEMORY_BYTES = 64L * MEGABYTE;

    /** Type → how many bytes it may have. */
    private static final Map<String, Integer> TYPES = types();

    private final World world;
    private final Numbers numbers;

    public MediaFiles(World world, Numbers numbers) {
        this.world = world;
        this.numbers = numbers;
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new LinkedHashMap<>();
        List.of("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg").forEach(type -> types.put(type, AUDIO));
        List.of("video/mp4", "video/3gpp").forEach(type -> types.put(type, VIDEO));
        List.of("image/jpeg", "image/png").forEach(type -> types.put(type, IMAGE));
        types.put("image/webp", STICKER);
        List.of("text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation").forEach(type -> types.put(type, DOCUMENT));
        return types;
    }

    public Media upload(NumberLink link, String type, Content content) {
        Integer most = TYPES.get(type);
        if (most == null) {
            // Observed: these words.
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param file must be a file with one of the following types: "
                    + String.join(", ", TYPES.keySet()) + ". Received file of type '" + type + "'.");
        }
        int limit = type.equals("image/webp") && !moving(content) ? STILL_STICKER : most;
        if (content.length() == 0 || content.length() > limit) {
            // Assumed: the row; the error page has it for what cannot be uploaded.
            throw ErrorRow.MEDIA_NOT_UPLOADED
                    .because("A file of type " + type + " has 1 to " + limit + " bytes, this one " + content.length());
        }
        if (!content.hold()) {
            throw new IllegalStateException("what a request still carries cannot be gone");
        }
        return keep(new Media(world.ids().other(), link, type, content));
    }

    /** An animated WebP has a chunk of this name near its beginning. */
    private static boolean moving(Content webp) {
        return new String(webp.beginning(64), StandardCharsets.ISO_8859_1).contains("ANIM");
    }

    /** A person sent it to a number. */
    Media receive(NumberLink link, String type, Content content) {
        Media media = new Media(world.ids().other(), link, type, content);
        media.received = true;
        return keep(media);
    }

    private Media keep(Media media) {
        media.at = world.now();
        world.media.put(media.id, media);
        forgetOldest(this::over, 0);
        forgetOldest(each -> each.content.inMemory(), MOST_IN_MEMORY_BYTES);
        forgetOldest(each -> true, MOST_BYTES);
        return media;
    }

    private void forgetOldest(Predicate<Media> those, long most) {
        long held = world.media.values().stream().filter(those).mapToLong(each -> each.content.length()).sum();
        Iterator<Media> oldest = world.media.values().iterator();
        while (held > most) {
            Media media = oldest.next();
            if (those.test(media)) {
                held -= media.content.length();
                oldest.remove();
                media.forget();
            }
        }
    }

    private boolean over(Media media) {
        return !world.now().isBefore(media.at.plus(media.received ? LIFE_RECEIVED : LIFE));
    }

    /** What is there still. */
    public Optional<Media> find(String id) {
        Media media = world.media.get(id);
        if (media != null && over(media)) {
            delete(media);
            return Optional.empty();
        }
        return Optional.ofNullable(media);
    }

    /** Through which ids of the number it may be asked for: the one it came by, and once that moved, where the number is now. */
    public List<NumberLink> holders(Media media) {
        NumberLink link = media.link;
        List<NumberLink> holders = new ArrayList<>();
        if (!link.gone() || (link.state == NumberLink.State.MIGRATED && world.switches.is(Switch.MEDIA_AFTER_MOVE, "both"))) {
            holders.add(link);
        }
        if (link.state == NumberLink.State.MIGRATED) {
            holders.addAll(numbers.homes(link.line));
        }
        return holders;
    }

    /** Refuses a message with a file that is not the number's. Observed: these words. */
    void check(NumberLink sender, String type, String id) {
        if (find(id).filter(media -> holders(media).contains(sender)).isEmpty()) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) Param " + type + "['id'] is not a valid whatsapp business account media attachment ID");
        }
    }

    public void delete(Media media) {
        if (world.media.remove(media.id) != null) {
            media.forget();
        }
    }

    /** Until when a link that is given now holds, in seconds since 1970. */
    public long linkEnd() {
        return world.now().plus(LINK_LIFE).getEpochSecond();
    }

    /** What makes a link hard to guess. */
    public String seal(Media media, long end) {
        return Signature.hex(media.id, media.link.id + "/" + end).substring(0, 40);
    }

    public boolean linkHolds(Media media, long end, String seal) {
        return world.now().getEpochSecond() <= end && seal(media, end).equals(seal);
    }
}
