package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.asset.Assets;
import dev.portway.intake.Rejected;
import dev.portway.intake.Understanding;
import dev.portway.intake.Wrong;
import dev.portway.migration.Action;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Status;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.standing.Told;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import dev.portway.support.Download;
import dev.portway.support.SupportBundle;
import dev.portway.words.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Migrations: placed, listed, looked at, acted on. */
@RestController
@RequestMapping(path = "/v1/migrations", produces = MediaType.APPLICATION_JSON_VALUE)
class MigrationsController {
    private final Desk desk;
    private final Placing placing;
    private final Assets assets;
    private final JsonMapper json;
    private final CallersLanguage language;

    MigrationsController(Desk desk, Placing placing, Assets assets, JsonMapper json, CallersLanguage language) {
        this.desk = desk;
        this.assets = assets;
        this.placing = placing;
        this.json = json;
        this.language = language;
    }

    record LineView(String id, String route, List<String> numbers, String status, String statusText, @Nullable String waitsFor,
            @Nullable String waitsForText, String step, String stepText, Instant createdAt, Instant changedAt) {
        static LineView of(Desk.Line line, Vocabulary vocabulary) {
            return new LineView(line.id().value(), line.route(), line.numbers().stream().map(PhoneNumber::e164).toList(),
                    line.status().word(), vocabulary.say("status." + line.status().word()), line.waitsFor().map(Party::word).orElse(null),
                    line.waitsFor().map(party -> vocabulary.say("party." + party.word())).orElse(null), line.step(),
                    line.step().isEmpty() ? "" : vocabulary.say("step." + line.step()), line.createdAt(), line.changedAt());
        }
    }

    /** @param next the cursor of the next page; null on the last */
    record PageView(List<LineView> migrations, @Nullable String next) {}

    record AttemptView(long no, String step, @Nullable String number, String act, String text, Instant at, @Nullable Instant endedAt,
            String outcome, String outcomeText, String settled, int times, JsonNode exchange) {}

    record AttemptsView(List<AttemptView> attempts) {}

    @PostMapping
    ResponseEntity<String> place(@AuthenticationPrincipal Caller caller, HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        String answer = placing.place(caller, key, Bodies.read(request));
        String id = json.readTree(answer).path("id").asString();
        return ResponseEntity.created(URI.create("/v1/migrations/" + id)).contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    @GetMapping
    PageView list(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> asked) {
        knows(asked, "status", "waitsFor", "number", "after", "limit");
        int limit = limit(asked);
        var filter = new Desk.Filter(statuses(asked.getOrDefault("status", "")),
                Optional.ofNullable(asked.get("waitsFor")).map(word -> named("waitsFor", word, Party.values())),
                Optional.ofNullable(asked.get("number")).map(number -> Understanding.number("number", number.replace(' ', '+'))), "",
                Optional.ofNullable(asked.get("after")).map(after -> cursor(caller, after)), limit + 1);
        Vocabulary vocabulary = language.vocabulary();
        List<LineView> lines = desk.list(caller.provider(), filter).stream().map(line -> LineView.of(line, vocabulary)).toList();
        List<LineView> page = lines.subList(0, Math.min(limit, lines.size()));
        return new PageView(page, lines.size() > limit ? page.getLast().id() : null);
    }

    private static List<Status> statuses(String words) {
        return Arrays.stream(words.split(",")).filter(word -> !word.isBlank()).map(word -> named("status", word, Status.values())).toList();
    }

    private static <E extends Enum<E>> E named(String field, String word, E[] all) {
        return Arrays.stream(all)
                .filter(one -> MigrationView.word(one).equals(word))
                .findFirst()
                .orElseThrow(() -> Rejected.field(Wrong.FIELD_MALFORMED, field));
    }

    /** The last one of a page before; one that is not the caller's is no place in their list. */
    private MigrationId cursor(Caller caller, String after) {
        return known(desk, caller, after).map(card -> card.migration().id())
                .orElseThrow(() -> Rejected.field(Wrong.FIELD_MALFORMED, "after"));
    }

    /** Refuses what is misspelt: a filter that is left out shows too much. */
    static void knows(Map<String, String> asked, String... names) {
        asked.keySet().stream().filter(name -> !List.of(names).contains(name)).findFirst().ifPresent(name -> {
            throw Rejected.field(Wrong.FIELD_UNKNOWN, name);
        });
    }

    static int limit(Map<String, String> asked) {
        String text = asked.getOrDefault("limit", "50");
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 100) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "limit");
        }
        return Integer.parseInt(text);
    }

    @GetMapping("/{id}")
    MigrationView get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return MigrationView.of(card(desk, caller, id), language.vocabulary());
    }

    @GetMapping("/{id}/report")
    ReportView report(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        Desk.Card card = card(desk, caller, id);
        return ReportView.of(card, assets.lines(caller.provider(), card.migration().id()), language.vocabulary());
    }

    @GetMapping("/{id}/attempts")
    AttemptsView attempts(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        MigrationId known = card(desk, caller, id).migration().id();
        Vocabulary vocabulary = language.vocabulary();
        return new AttemptsView(desk.attempts(caller.provider(), known).stream().map(tried -> attempt(tried, vocabulary)).toList());
    }

    private AttemptView attempt(Desk.Tried tried, Vocabulary vocabulary) {
        var attempt = tried.attempt();
        String outcome = attempt.outcome().map(end -> end.word()).orElse("open");
        return new AttemptView(attempt.no(), attempt.step(), Optional.ofNullable(attempt.number()).map(PhoneNumber::e164).orElse(null),
                attempt.act().word(), vocabulary.say("act." + attempt.act().word()), attempt.at(), attempt.endedAt().orElse(null), outcome,
                vocabulary.say("outcome." + outcome),
                MigrationView.word(attempt.settled()), attempt.times(),
                tried.exchange().isEmpty() ? tools.jackson.databind.node.NullNode.getInstance() : json.readTree(tried.exchange()));
    }

    @GetMapping(path = "/{id}/support-bundle", produces = Download.ZIP)
    ResponseEntity<byte[]> supportBundle(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return Download.of(SupportBundle.of(desk, card(desk, caller, id)));
    }

    @PostMapping("/{id}/actions/{action}")
    MigrationView act(@AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String action,
            HttpServletRequest request) {
        Desk.Card before = card(desk, caller, id);
        Action meant = Action.named(action).orElseThrow(() -> new Rejected(Wrong.ACTION_UNKNOWN, Map.of("action", action)));
        Told told = desk.tell(caller.provider(), before.migration().id(), meant, Bodies.input(Bodies.read(request)),
                Source.person(caller.name())).orElseThrow(() -> new Rejected(Wrong.MIGRATION_NOT_FOUND));
        return switch (told) {
            case Told.Accepted _ -> get(caller, id);
            case Told.NotAllowed(var allowed) -> throw new Rejected(Wrong.ACTION_NOT_ALLOWED, Map.of("action", action, "allowed",
                    allowed.stream().map(Action::word).collect(Collectors.joining(", "))));
            case Told.Misunderstood(var field, var wrong) ->
                throw new Rejected(Wrong.INPUT_REFUSED, Map.of("field", field, "wrong", wrong));
        };
    }

    /** Another provider's migration is one that does not exist. */
    static Desk.Card card(Desk desk, Caller caller, String id) {
        return known(desk, caller, id).orElseThrow(() -> new Rejected(Wrong.MIGRATION_NOT_FOUND));
    }

    private static Optional<Desk.Card> known(Desk desk, Caller caller, String id) {
        return Optional.of(id)
                .filter(text -> text.matches("mig_[a-z0-9]{20}"))
                .flatMap(text -> desk.find(caller.provider(), new MigrationId(text)));
    }
}
