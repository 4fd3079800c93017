package dev.portway.console.migration;

import dev.portway.asset.Assets;
import dev.portway.migration.fact.History;
import dev.portway.runner.Desk;
import java.util.List;

/**
 * All that a page of one migration is made of.
 *
 * @param tried oldest first
 * @param events oldest first
 * @param templates by name
 * @param numbers of the source account, before the move and after it
 * @param changes what its checks say otherwise than a day ago, the latest first
 */
public record Dossier(Desk.Card card, List<Desk.Tried> tried, List<Desk.Entry> events, List<Assets.TemplateLine> templates,
        List<Assets.NumberLine> numbers,
        List<History.Difference> changes) {
    public Dossier {
        changes = List.copyOf(changes);
        tried = List.copyOf(tried);
        events = List.copyOf(events);
        templates = List.copyOf(templates);
        numbers = List.copyOf(numbers);
    }
}
