package dev.portway.finder.look;

import dev.portway.finder.Calendar;
import dev.portway.finder.CalendarEffect;
import dev.portway.finder.Ranking;
import dev.portway.finder.Way;
import dev.portway.migration.Route;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.route.Routes;
import java.util.List;

/**
 * What is told about one number.
 *
 * @param troubles what the look at Graph found not in order, as the checks say it
 * @param passing whether part of Graph could not be read just now: asking again may show more
 */
public record Found(Ranking ranking, Calendar calendar, List<Finding> troubles, boolean passing) {
    public Found {
        troubles = List.copyOf(troubles);
    }

    public List<CalendarEffect> effects(Way way) {
        return calendar.of(way, ranking.knowledge());
    }

    /** The route that carries this way out. */
    public static Route route(Way way) {
        return Routes.named(way.word()).orElseThrow();
    }
}
