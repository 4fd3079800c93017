package dev.portway.finder.look;

import dev.portway.finder.Calendar;
import dev.portway.finder.Knowledge;
import dev.portway.finder.Known;
import dev.portway.finder.RouteFinder;
import dev.portway.finder.Topic;
import dev.portway.finder.Value;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.preflight.Glance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers inquiries. What Graph showed is remembered for as long as somebody takes to answer a few questions, and by nobody else's inquiry. */
@Component
public class RouteSearch {
    /** A person answers five questions in less; a state at Meta that changes meanwhile is seen by the checks. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    /** People who ask at the same time, with room. */
    private static final int MOST_REMEMBERED = 500;

    private final Glance glance;
    private final SetUp setUp;
    private final InstantSource clock;
    private final Map<Asked, Look> looks = new LinkedHashMap<>();

    private record Asked(ProviderId provider, Glance.Where where) {}

    private record Look(Glance.Shown shown, Instant at) {}

    RouteSearch(Glance glance, SetUp setUp, InstantSource clock) {
        this.glance = glance;
        this.setUp = setUp;
        this.clock = clock;
    }

    public Found find(ProviderId provider, Inquiry inquiry) {
        Glance.Shown shown = shown(provider, inquiry.where());
        var calendar = new Calendar(inquiry.day(), inquiry.lastPaid());
        Knowledge knowledge = Knowledge.NONE.with(setUp.known(provider))
                .with(Digits.of(inquiry.where().number()))
                .with(calendar.paid().stream().toList())
                .with(inquiry.answers().values().stream().map(value -> Known.stated(value, Known.ANSWER)).toList())
                .with(Sight.of(inquiry.where(), shown));
        if (inquiry.where().destination().isPresent() && knowledge.of(Topic.DESTINATION).isEmpty()) {
            knowledge = knowledge.with(Known.stated(Value.DESTINATION_READY, Known.ANSWER));
        }
        for (Topic unsure : inquiry.unsure()) {
            knowledge = knowledge.unsureOf(unsure);
        }
        return new Found(RouteFinder.rank(knowledge), calendar, troubles(shown), shown.passing());
    }

    private static List<Finding> troubles(Glance.Shown shown) {
        return shown.findings().all().stream().filter(one -> one.verdict() == Verdict.FAILS || one.verdict() == Verdict.WARNS).toList();
    }

    private Glance.Shown shown(ProviderId provider, Glance.Where where) {
        var asked = new Asked(provider, where);
        Instant now = clock.instant();
        Look kept = kept(asked);
        if (kept != null && !kept.shown().passing() && kept.at().plus(REMEMBERED).isAfter(now)) {
            return kept.shown();
        }
        Glance.Shown shown = glance.at(provider, where);
        keep(asked, new Look(shown, now));
        return shown;
    }

    private synchronized @Nullable Look kept(Asked asked) {
        return looks.get(asked);
    }

    private synchronized void keep(Asked asked, Look look) {
        looks.values().removeIf(old -> old.at().plus(REMEMBERED).isBefore(look.at()));
        if (looks.size() < MOST_REMEMBERED) {
            looks.put(asked, look);
        }
    }
}
