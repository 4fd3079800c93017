package dev.portway.sandbox.pages;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Language;
import dev.portway.sandbox.refusal.Refusal;
import dev.portway.sandbox.refusal.Wording;
import dev.portway.sandbox.signup.Problem;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What somebody was not let do, in the language of the page. Where Graph has no words for people, its message stands, in English as always. */
final class Wrongs {

    private Wrongs() {}

    static String of(Visit visit, Problem problem) {
        return switch (problem) {
            case Problem.OfGraph(Refusal refusal) -> refusal.words(language(visit)).map(Wording::text).orElse(refusal.message());
            case Problem.OfWindow(Hindered hindered) -> hindered(visit, hindered.hindrance().key(), hindered.about());
        };
    }

    /** What the control surface answered instead of doing it. */
    static String of(Visit visit, JsonNode reply) {
        String hindrance = reply.path("hindrance").asString("");
        if (!hindrance.isEmpty()) {
            return hindered(visit, hindrance, reply.path("about").asString(""));
        }
        return ErrorRow.of(reply.path("fault").asString(""))
                .flatMap(row -> words(visit, row))
                .map(Wording::text)
                .orElseGet(() -> reply.path("error").asString(visit.say("wrong")));
    }

    /** Empty when Graph has no words of this error for people. */
    static Optional<Wording> words(Visit visit, ErrorRow row) {
        return Wording.of(row, language(visit));
    }

    private static Language language(Visit visit) {
        return Language.of(visit.words().language()).orElse(Language.ENGLISH);
    }

    private static String hindered(Visit visit, String hindrance, String about) {
        return visit.say("hindrance." + hindrance) + (about.isEmpty() ? "" : ": " + about);
    }
}
