package dev.portway.sandbox.pages;

import dev.portway.sandbox.pages.Parts.Tone;

/** How good Graph's own words are. An unknown word is plain. */
final class States {

    private States() {}

    static Tag of(String word) {
        return Parts.pill(word, tone(word));
    }

    /** In the reader's words, with Graph's beside it: whoever reads the page also reads answers. */
    static Tag of(Visit visit, String word) {
        Tag pill = Parts.pill(said(visit, word), tone(word));
        return visit.words().has("word." + word) ? pill.add(Tag.of("code").say(word)) : pill;
    }

    /** As it is, where a world file says what we have no words for. */
    static String said(Visit visit, String word) {
        return visit.words().has("word." + word) ? visit.say("word." + word) : word;
    }

    static Tone tone(String word) {
        return switch (word) {
            case "CONNECTED", "APPROVED", "VERIFIED", "verified", "ACTIVE", "GREEN", "AVAILABLE_WITHOUT_REVIEW", "ACCEPTED", "COMPLETED" ->
                Tone.GOOD;
            case "PENDING", "PENDING_REVIEW", "pending", "YELLOW", "FLAGGED", "RATE_LIMITED", "DISCONNECTED", "NOT_VERIFIED", "OFFLINE",
                    "EXPIRED", "UNVERIFIED", "not_verified", "RESTRICTED", "INITIATED", "IN_PROGRESS", "SCHEDULE_FOR_DISABLE" ->
                Tone.WARN;
            case "BANNED", "REJECTED", "DECLINED", "DISABLED", "DISABLE", "RED", "rejected", "failed", "DELETED" -> Tone.BAD;
            default -> Tone.PLAIN;
        };
    }
}
