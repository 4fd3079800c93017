package dev.portway.finder.look;

import dev.portway.finder.Day;
import dev.portway.finder.Topic;
import dev.portway.finder.Value;
import dev.portway.preflight.Glance;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to know about one number.
 *
 * @param answers what was said
 * @param unsure what was asked and is not known
 * @param lastPaid when the number last sent a paid message; empty when nobody knows
 * @param day for the calendar
 */
public record Inquiry(Glance.Where where, Map<Topic, Value> answers, Set<Topic> unsure, Optional<LocalDate> lastPaid, Day day) {
    public Inquiry {
        answers = Map.copyOf(answers);
        unsure = Set.copyOf(unsure);
    }
}
