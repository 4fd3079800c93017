package dev.portway.support;

import dev.portway.asset.Assets;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.WabaId;
import dev.portway.runner.Desk;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a migration's numbers, as a file for whoever takes them along.
 *
 * <pre>
 * portway-export-mig_…/
 *   README.txt        what this is, in three languages
 *   migrations.json   every migration of these numbers at this provider, newest first
 *   events.json       what happened in this one, in order
 *   findings.json     what the checks saw, with where and when
 *   history.json      what they said before
 *   templates.json    the message templates as they were when the snapshot was taken
 * </pre>
 *
 * What was asked of Graph, and with which app, is the provider's own and stays here.
 */
@Component
public class NumberExport {
    /** A number moves a few times in its life; more than these in one file nobody reads. */
    private static final int MOST_MIGRATIONS = 100;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String README = """
            EN  What Portway knows of these numbers: their migrations, what happened in this one, what its checks saw and said before, and the
                message templates at the snapshot. Tokens, codes and PINs are not in it, numbers are shortened, names of people are left out.
                Conversations are not in it: Portway never sees them.

            PT  O que o Portway sabe destes números: as migrações deles, o que aconteceu nesta, o que as verificações viram e disseram antes, e os
                modelos de mensagem na hora do retrato. Tokens, códigos e PINs não estão aqui, os números estão abreviados e os nomes de pessoas
                ficaram de fora. As conversas não estão aqui: o Portway nunca as vê.

            ES  Lo que Portway sabe de estos números: sus migraciones, lo que pasó en esta, lo que las verificaciones vieron y dijeron antes, y las
                plantillas de mensajes en el momento de la foto. Aquí no hay tokens, códigos ni PIN; los números están abreviados y los nombres de
                personas quedaron fuera. Las conversaciones no están aquí: Portway nunca las ve.

            migrations.json  events.json  findings.json  history.json  templates.json
            """;

    private final Desk desk;
    private final Assets assets;

    NumberExport(Desk desk, Assets assets) {
        this.desk = desk;
        this.assets = assets;
    }

    public Archive of(Desk.Card card) {
        Migration migration = card.migration();
        ProviderId provider = migration.provider();
        MigrationId id = migration.id();
        Redaction redaction = Redaction.of(migration);
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        parts.put("migrations.json", migrations(migration));
        parts.put("events.json", Kept.events(desk.events(provider, id, 0, SupportBundle.MOST_EVENTS)));
        parts.put("findings.json", Kept.findings(migration));
        parts.put("history.json", Kept.said(desk.said(provider, id, "", Long.MAX_VALUE, SupportBundle.MOST_SAID)));
        parts.put("templates.json", templates(assets.templates(provider, id)));
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.txt", README);
        parts.forEach((name, part) -> files.put(name, JSON.writeValueAsString(redaction.json(part)) + "\n"));
        return Archive.of("portway-export-" + id.value(), files, card.now());
    }

    private ArrayNode migrations(Migration migration) {
        ArrayNode list = JSON.createArrayNode();
        migration.order()
                .numbers()
                .stream()
                .flatMap(number -> desk.list(migration.provider(), of(number)).stream())
                .map(Desk.Line::id)
                .distinct()
                .flatMap(id -> desk.find(migration.provider(), id).stream())
                .forEach(card -> list.add(migration(card)));
        return list;
    }

    private static Desk.Filter of(PhoneNumber number) {
        return new Desk.Filter(List.of(), Optional.empty(), Optional.of(number), "", Optional.empty(), MOST_MIGRATIONS);
    }

    private static ObjectNode migration(Desk.Card card) {
        Migration migration = card.migration();
        ObjectNode one = JSON.createObjectNode()
                .put("id", migration.id().value())
                .put("route", migration.route().name())
                .put("status", card.standing().status().word())
                .put("sourceWaba", migration.order().source().map(WabaId::value).orElse(null))
                .put("destinationWaba", migration.destination().map(WabaId::value).orElse(null))
                .put("createdAt", migration.createdAt().toString());
        ArrayNode numbers = one.putArray("numbers");
        migration.order().numbers().forEach(number -> numbers.add(number.masked()));
        ArrayNode billing = one.putArray("billing");
        migration.order().numbers().forEach(number -> left(migration, number).ifPresent(billing::add));
        return one;
    }

    /** From when on nothing is billed for it there, and between which two looks it left. */
    private static Optional<ObjectNode> left(Migration migration, PhoneNumber number) {
        return migration.facts()
                .value(Fact.LEAVING, number)
                .flatMap(leaving -> leaving.gone()
                        .map(gone -> JSON.createObjectNode()
                                .put("number", number.masked())
                                .put("endsAt", gone.toString())
                                .put("lastSeenAt", leaving.here().map(Instant::toString).orElse(null))));
    }

    private static ArrayNode templates(List<Assets.TemplateLine> lines) {
        ArrayNode list = JSON.createArrayNode();
        lines.forEach(line -> list.addObject()
                .put("name", line.name())
                .put("language", line.language())
                .put("category", line.category())
                .put("status", line.before())
                .put("quality", line.quality())
                .put("id", line.sourceId()));
        return list;
    }
}
