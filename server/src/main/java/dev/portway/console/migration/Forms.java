package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Choice;
import dev.portway.console.migration.ActionForm.Input;
import dev.portway.console.migration.ActionForm.Kind;
import dev.portway.console.migration.ActionForm.Trouble;
import dev.portway.console.migration.ActionForm.Weight;
import dev.portway.migration.Action;
import dev.portway.migration.Field;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Next;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Window;
import dev.portway.runner.Desk;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms of what may be done now: one for each allowed action, made from what the action asks for. A withdrawal has a page of its own. */
final class Forms {
    /** What can be changed at any time, and is not what is asked for. */
    private static final Set<Action> BESIDE = Set.of(Action.SCHEDULE, Action.NEW_CODE, Action.REFUSE, Action.SIGN_UP,
            Action.GRANT_SOURCE, Action.END_SOURCE, Action.SAY_NAME);
    private static final Set<Action> GRAVE = Set.of(Action.IT_HAPPENED, Action.IT_DID_NOT, Action.REFUSE, Action.ACCEPT_LOSSES);

    private final Voice voice;
    private final Desk.Card card;
    private final Optional<Typed> typed;
    private final Optional<Trouble> lastTry;

    Forms(Voice voice, Desk.Card card, Optional<Typed> typed, Optional<Trouble> lastTry) {
        this.voice = voice;
        this.card = card;
        this.typed = typed;
        this.lastTry = lastTry;
    }

    List<ActionForm> all() {
        var forms = new ArrayList<ActionForm>();
        for (Action action : card.allowed()) {
            if (action != Action.WITHDRAW) {
                forms.add(form(action, forms.isEmpty()));
            }
        }
        return List.copyOf(forms);
    }

    private ActionForm form(Action action, boolean first) {
        boolean answers = asked().filter(task -> task.kind().answers().contains(action)).isPresent();
        Weight weight = GRAVE.contains(action) ? Weight.GRAVE : first && answers ? Weight.FIRST : Weight.PLAIN;
        List<Input> inputs = action.fields().stream().flatMap(field -> input(action, field).stream()).toList();
        Optional<Trouble> problem = typed.filter(one -> one.action().equals(action.word()) && one.field().isEmpty())
                .map(one -> new Trouble(wrong("", one.wrong()), Optional.empty()));
        return new ActionForm(action.word(), id(action, answers), path() + "/actions/" + action.word(), key(action), weight,
                title(action), hint(action),
                BESIDE.contains(action) && !(first && answers) || action == Action.SIGN_UP, withZone(inputs), problem);
    }

    /** A yes is a yes to something: the button says to what. */
    private String title(Action action) {
        String own = "task." + asked().map(task -> task.kind().word()).orElse("") + ".confirm";
        return action == Action.CONFIRM ? voice.find(own, "action.confirm").orElse("") : voice.say("action." + action.word());
    }

    /** Nobody puts their word to a button that does not say for what. */
    private Optional<String> hint(Action action) {
        List<String> stated = action == Action.STATE ? open(action.fields().getFirst()) : List.of();
        return stated.size() == 1
                ? Optional.of(voice.say("migration.state.what", Map.of("check", voice.say("check." + stated.getFirst() + ".title"))))
                : voice.find("action." + action.word() + ".hint");
    }

    private String path() {
        return "/migrations/" + card.migration().id();
    }

    /** The same action on the same state: whatever comes of it, the state is another one then. */
    private String key(Action action) {
        return card.migration().id() + ":" + card.migration().moment() + ":" + action.word();
    }

    private String id(Action action, boolean answers) {
        return answers
                ? action.word() + "-" + card.migration().attempts().stream().filter(one -> one.act().isEffect()).count()
                : action.word();
    }

    private Optional<HumanTask> asked() {
        return card.standing().next() instanceof Next.Ask ask ? Optional.of(ask.task()) : Optional.empty();
    }

    private List<Input> withZone(List<Input> inputs) {
        if (inputs.stream().noneMatch(input -> input.kind() == Kind.WHEN)) {
            return inputs;
        }
        var all = new ArrayList<>(inputs);
        all.add(hidden("zone", voice.zone().getId()));
        return all;
    }

    private Optional<Input> input(Action action, Field field) {
        return switch (field.name()) {
            case "number" -> Optional.ofNullable(card.standing().number()).map(number -> hidden("number", number.e164()));
            case "check" -> Optional.of(check(action, field));
            case "mark" -> card.migration().facts().value(Fact.DRIFT).map(drift -> hidden("mark", drift.mark()));
            case "task" -> asked().map(task -> hidden("task", task.kind().word()));
            case "words" -> Optional.of(with(action, field, Kind.AREA, value(action, field).orElse(""), List.of()));
            case "backup" -> Optional.of(with(action, field, Kind.SECRET_AREA, "", List.of()));
            case "code" -> Optional.of(with(action, field, Kind.CODE, "", List.of()));
            case "language" -> Optional.of(with(action, field, Kind.SELECT, language(action), languages()));
            case "method" -> Optional.of(with(action, field, Kind.RADIO, method(action), choices(field)));
            default -> Optional.of(switch (field.form()) {
                case CHOICE -> with(action, field, Kind.RADIO, value(action, field).orElse(""), choices(field));
                case INSTANT -> with(action, field, Kind.WHEN, value(action, field).orElseGet(() -> suggested(field)), List.of());
                case SECRET -> with(action, field, Kind.SECRET, "", List.of());
                case TEXT, DIGITS, PHONE -> with(action, field, Kind.TEXT, value(action, field).orElse(""), List.of());
            });
        };
    }

    private Input with(Action action, Field field, Kind kind, String value, List<Choice> choices) {
        String name = field.name();
        Optional<String> error = typed.filter(one -> one.action().equals(action.word()) && one.field().equals(name))
                .map(one -> wrong(name, one.wrong()));
        Optional<String> refused = kind == Kind.CODE ? lastTry.map(Trouble::title) : Optional.empty();
        return new Input(name, action.word() + "-" + name, kind, voice.say("field." + name), voice.find("field." + name + ".hint"), value,
                field.required(), choices, error.or(() -> refused));
    }

    private static Input hidden(String name, String value) {
        return new Input(name, name, Kind.HIDDEN, "", Optional.empty(), value, false, List.of(), Optional.empty());
    }

    private String wrong(String field, String wrong) {
        return voice.find("migration.wrong." + field + "." + wrong, "migration.wrong." + wrong).orElse(wrong);
    }

    private Optional<String> value(Action action, Field field) {
        return typed.flatMap(one -> one.value(action.word(), field.name()));
    }

    /** Which check a person's word is about: the one it stands at, unless several are open. */
    private Input check(Action action, Field field) {
        List<String> open = open(field);
        return open.size() == 1
                ? hidden("check", open.getFirst())
                : with(action, field, Kind.RADIO, value(action, field).orElse(subject()),
                        open.stream().map(check -> new Choice(check, voice.say("check." + check + ".title"))).toList());
    }

    private List<String> open(Field field) {
        if (field.oneOf().contains(subject())) {
            return List.of(subject());
        }
        List<String> unknown = card.migration()
                .facts()
                .value(Fact.CHECKED)
                .map(Findings::unseen)
                .orElse(List.of())
                .stream()
                .map(Finding::check)
                .filter(field.oneOf()::contains)
                .distinct()
                .toList();
        return unknown.isEmpty() ? field.oneOf() : unknown;
    }

    private String subject() {
        return asked().flatMap(HumanTask::check).orElse("");
    }

    private List<Choice> choices(Field field) {
        return field.oneOf()
                .stream()
                .map(value -> new Choice(value,
                        voice.find("field." + field.name() + "." + value).orElse(value)))
                .toList();
    }

    /** No text message is proposed for a number that none reaches. */
    private String method(Action action) {
        boolean called = Optional.ofNullable(card.standing().number())
                .filter(number -> CodeChoice.isOutOfReachOfSms(card.migration().facts(), number))
                .isPresent();
        return typed.flatMap(one -> one.value(action.word(), "method"))
                .or(() -> called ? Optional.of(CodeChoice.Method.VOICE.name()) : before().map(choice -> choice.method().name()))
                .orElse(CodeChoice.Method.SMS.name());
    }

    private String language(Action action) {
        return typed.flatMap(one -> one.value(action.word(), "language"))
                .or(() -> before().map(CodeChoice::language))
                .orElseGet(() -> spoken(card.migration().order().numbers().getFirst()));
    }

    private Optional<CodeChoice> before() {
        return card.migration()
                .order()
                .numbers()
                .stream()
                .flatMap(number -> card.migration().facts().value(Fact.CODE_CHOICE, number).stream())
                .findFirst();
    }

    /** Where the number is from, people speak; elsewhere the reader's language is as good a guess as any. */
    private String spoken(PhoneNumber number) {
        String ours = voice.words().locale().getLanguage();
        return number.e164().startsWith("+55") || ours.equals("pt") ? "pt_BR" : ours.equals("es") ? "es" : "en_US";
    }

    private List<Choice> languages() {
        var all = new LinkedHashSet<>(Tongues.OF_CODES);
        before().map(CodeChoice::language).ifPresent(all::add);
        return all.stream().map(language -> new Choice(language, Tongues.name(language, voice.words().locale()))).toList();
    }

    /** The window that is set; else the next full hour, for as long as somebody may be needed. */
    private String suggested(Field field) {
        Optional<Window> window = card.migration().facts().value(Fact.WINDOW).filter(span -> voice.now().isBefore(span.closes()));
        Instant nextHour = voice.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Map<String, Instant> instants = Map.of("opens", window.map(Window::opens).orElse(nextHour), "closes",
                window.map(Window::closes).orElse(nextHour.plus(2, ChronoUnit.HOURS)));
        return Optional.ofNullable(instants.get(field.name()))
                .map(at -> LocalDateTime.ofInstant(at, voice.zone()).truncatedTo(ChronoUnit.MINUTES).toString())
                .orElse("");
    }
}
