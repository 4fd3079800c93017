package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The closed list of what the outside can be asked to do. A read changes nothing. An effect changes something there: it says which fact it
 * establishes, how doubt about it ends, which budget it spends. Routes mention none of that.
 */
public enum Act {
    // @formatter:off
    // Reads.
    RUN_CHECKS, TAKE_SNAPSHOT, READ_DESTINATION, READ_TWO_STEP, READ_NUMBER, LIST_NUMBERS, COMPARE_ASSETS,
    LOOK_FOR_DRIFT, READ_SIGNUP, READ_INTENT, READ_CLONE, READ_SOURCE_NUMBER, LIST_SOURCE_NUMBERS, READ_PARTNER,

    // Effects.
    SUBSCRIBE_APP(Fact.APP_SUBSCRIBED, new Doubt.SafeToRepeat("subscribing twice is subscribing once")),
    UNSUBSCRIBE_APP(Fact.APP_UNSUBSCRIBED, new Doubt.SafeToRepeat("unsubscribing twice is unsubscribing once")),
    COPY_TEMPLATES(Fact.TEMPLATES_COPIED, new Doubt.SafeToRepeat("a copy that exists is not made again")),
    ATTACH_CREDIT_LINE(Fact.CREDIT_LINE_ATTACHED, look(() -> READ_DESTINATION, Fact.FUNDED)),
    ADD_NUMBER(Fact.NUMBER_ADDED, look(() -> LIST_NUMBERS, Fact.LISTED_HERE)),
    ADD_NEW_NUMBER(Fact.NUMBER_ADDED, look(() -> LIST_NUMBERS, Fact.LISTED_HERE)),
    REQUEST_CODE(Fact.CODE_REQUESTED, new Doubt.AskPerson("no field of Graph says that a code was sent"), Budget.CODE_REQUESTS),
    VERIFY_CODE(Fact.OWNERSHIP_VERIFIED, look(() -> READ_NUMBER, Fact.VERIFIED_HERE), Budget.CODE_ENTRIES),
    CHOOSE_PIN(Fact.PIN_CHOSEN, new Doubt.SafeToRepeat("a PIN once chosen is kept")),
    PROBE_SOURCE(Fact.SOURCE_PROBED, new Doubt.SafeToRepeat("a second probe costs a message and harms nothing")),
    REGISTER(Fact.REGISTERED, look(() -> READ_NUMBER, Fact.LIVE_HERE), Budget.REGISTERS),
    PROBE_DESTINATION(Fact.DESTINATION_PROBED, new Doubt.SafeToRepeat("a second probe costs a message and harms nothing")),
    EXCHANGE_CODE(Fact.CODE_EXCHANGED, new Doubt.SafeToRepeat("a code that was used is refused, and the client signs up again")),
    SET_INTENT(Fact.INTENT_SET, new Doubt.SafeToRepeat("assumed: the client can accept only one of two equal requests")),
    START_CLONE(Fact.CLONE_STARTED, new Doubt.SafeToRepeat("assumed: while one clone is being made another is refused")),
    RESUME_CLONE(Fact.RESUMED, look(() -> READ_CLONE, Fact.RESUME_SEEN)),
    SYNC_CONTACTS(Fact.CONTACTS_SYNCED, new Doubt.SafeToRepeat("a second request is refused as asked already")),
    SYNC_HISTORY(Fact.HISTORY_SYNCED, new Doubt.SafeToRepeat("a second request is refused as asked already")),
    CHANGE_PARTNER(Fact.PARTNER_CHANGED, new Doubt.SafeToRepeat("it is a row of our own")),
    SHUT_ACCESS(Fact.ACCESS_SHUT, new Doubt.SafeToRepeat("what is shut stays shut"));
    // @formatter:on

    private final Optional<Fact<Boolean>> establishes;
    private final Optional<Doubt> doubt;
    private final Optional<Budget> budget;

    Act() {
        this(Optional.empty(), Optional.empty(), Optional.empty());
    }

    Act(Fact<Boolean> establishes, Doubt doubt) {
        this(Optional.of(establishes), Optional.of(doubt), Optional.empty());
    }

    Act(Fact<Boolean> establishes, Doubt doubt, Budget budget) {
        this(Optional.of(establishes), Optional.of(doubt), Optional.of(budget));
    }

    Act(Optional<Fact<Boolean>> establishes, Optional<Doubt> doubt, Optional<Budget> budget) {
        this.establishes = establishes;
        this.doubt = doubt;
        this.budget = budget;
    }

    /** Whether it changes something outside. */
    public boolean isEffect() {
        return establishes.isPresent();
    }

    /** The fact that is true once the effect took place. */
    public Fact<Boolean> establishes() {
        return establishes.orElseThrow(() -> new IllegalStateException(this + " is a read"));
    }

    public Doubt doubt() {
        return doubt.orElseThrow(() -> new IllegalStateException(this + " is a read"));
    }

    /** Whether doing it twice is the same as doing it once; of any other effect somebody looks or says first whether it took place. */
    public boolean isSafeToRepeat() {
        return doubt() instanceof Doubt.SafeToRepeat;
    }

    public Optional<Budget> budget() {
        return budget;
    }

    /** Whose budgets hold it back: its own, and that of the act it is made for. A code that may be entered in twelve hours is too old by then. */
    public Stream<Act> heldBy() {
        return this == REQUEST_CODE ? Stream.of(this, VERIFY_CODE) : Stream.of(this);
    }

    /** Names that rows of older versions hold, and the act each is called now. A renamed act keeps its old name here. */
    static final Map<String, Act> FORMERLY = Map.of();

    /** The act with this name in a row, or with this former name. */
    public static Act named(String name) {
        return Optional.ofNullable(FORMERLY.get(name)).orElseGet(() -> valueOf(name));
    }

    /** As written in JSON and message keys: {@code add-number}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Doubt look(Supplier<Act> read, Fact<Boolean> shows) {
        return new Doubt.Look(read, shows);
    }
}
