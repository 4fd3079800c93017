package dev.portway.intake;

import dev.portway.finder.Day;
import dev.portway.finder.Topic;
import dev.portway.finder.Value;
import dev.portway.finder.look.Inquiry;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.preflight.Glance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a question to the route finder means: strings become values here, or are refused by name. */
public final class Inquiring {
    private final RouteAsked asked;
    private final Instant now;

    /** @param now for whom asks of today */
    public Inquiring(RouteAsked asked, Instant now) {
        this.asked = asked;
        this.now = now;
    }

    public Inquiry inquiry() {
        var answers = new EnumMap<Topic, Value>(Topic.class);
        Set<Topic> unsure = EnumSet.noneOf(Topic.class);
        Optional.ofNullable(asked.answers()).orElse(Map.of()).forEach((name, word) -> {
            Topic topic = Topic.named(name).orElseThrow(() -> Rejected.field(Wrong.FIELD_UNKNOWN, "answers." + name));
            if (RouteAsked.UNKNOWN.equals(word)) {
                unsure.add(topic);
            } else {
                answers.put(topic,
                        topic.value(String.valueOf(word)).orElseThrow(() -> Rejected.field(Wrong.FIELD_MALFORMED, "answers." + name)));
            }
        });
        return new Inquiry(where(), answers, unsure, lastPaid(), day());
    }

    private Glance.Where where() {
        PhoneNumber number = Understanding.number("number", asked.number());
        Optional<WabaId> source = Optional.ofNullable(asked.from())
                .flatMap(from -> Optional.ofNullable(from.waba()))
                .map(waba -> Understanding.parsed("from.waba", waba, WabaId::new));
        Optional<WabaId> destination = Optional.ofNullable(asked.to())
                .flatMap(to -> Optional.ofNullable(to.waba()))
                .map(waba -> Understanding.parsed("to.waba", waba, WabaId::new));
        if (source.isPresent() && source.equals(destination)) {
            throw new Rejected(Wrong.SAME_WABA);
        }
        return new Glance.Where(number, source, source.isEmpty() ? SourceAccess.NONE : access(), destination);
    }

    private SourceAccess access() {
        String word = Optional.ofNullable(asked.from()).flatMap(from -> Optional.ofNullable(from.access())).orElse("none");
        return Understanding.parsed("from.access", word, text -> SourceAccess.valueOf(Understanding.constant(text)));
    }

    private Optional<LocalDate> lastPaid() {
        return Optional.ofNullable(asked.lastPaidOn()).map(text -> Understanding.parsed("lastPaidOn", text, LocalDate::parse));
    }

    private Day day() {
        ZoneId zone = Understanding.parsed("zone", Optional.ofNullable(asked.zone()).orElse("UTC"), ZoneId::of);
        return Optional.ofNullable(asked.day())
                .map(text -> new Day(Understanding.parsed("day", text, LocalDate::parse), zone))
                .orElseGet(() -> Day.of(now, zone));
    }
}
