package dev.portway.api;

import dev.portway.guest.GuestLink;
import dev.portway.guest.SaidNo;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.words.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest link.
 *
 * @param url its address, which is its key: shown once, when it is made; null ever after
 * @param check what it asks about, where that is a check
 * @param text what it asks, in the caller's language
 * @param openedAt when a person first saw its page; what a messenger fetches for a preview does not count
 * @param language of the page it was answered on
 * @param refusedBecause why whoever held it said no, {@code no} or {@code not-me}; null when they did not
 * @param refusedWords the same in their words
 * @param uses how often it was answered
 */
record GuestLinkView(String id, @Nullable String url, String task, @Nullable String check, @Nullable String number, String text, String to,
        @Nullable String reason, String state, String stateText, String madeBy, Instant madeAt, Instant expiresAt,
        @Nullable Instant openedAt, @Nullable Instant answeredAt, @Nullable String language, @Nullable Instant revokedAt,
        @Nullable Instant refusedAt, @Nullable String refusedBecause, @Nullable String refusedWords, int uses) {

    record ListView(List<GuestLinkView> links) {}

    static GuestLinkView of(GuestLink link, @Nullable String url, Instant now, Vocabulary vocabulary) {
        String state = MigrationView.word(link.state(now));
        return new GuestLinkView(link.id(), url, link.question().task().word(), orNull(link.question().subject()),
                link.question().number().map(PhoneNumber::e164).orElse(null),
                vocabulary.say("guest." + link.question().word() + ".title"), link.to(), orNull(link.reason()), state,
                vocabulary.say("guest.state." + state), link.madeBy(), link.madeAt(), link.expiresAt(), link.openedAt().orElse(null),
                link.answeredAt().orElse(null), link.answeredIn().orElse(null), link.revokedAt().orElse(null),
                link.saidNo().map(SaidNo::at).orElse(null),
                link.saidNo().map(no -> no.why().word()).orElse(null), link.saidNo().map(no -> orNull(no.words())).orElse(null),
                link.uses());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
