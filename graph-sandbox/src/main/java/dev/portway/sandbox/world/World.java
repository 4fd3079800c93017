package dev.portway.sandbox.world;

import dev.portway.sandbox.switches.Switches;
import dev.portway.sandbox.time.Later;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.time.Schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is, at one instant.
 *
 * <pre>
 * Business ──owns──▶ Waba ──has──▶ NumberLink ──of──▶ PhoneLine (the number itself: inbox, two-step PIN, budgets)
 *     │               ├──has──▶ Template, Flow
 *     │               └──subscribed by──▶ App ──issues──▶ Token
 *     └──holds──▶ CreditLine ──attached to──▶ Waba
 * App ──shares with App──▶ Solution ◀──leads into── Intent ──proposed for──▶ Waba
 * </pre>
 *
 * A number that is moving has two links: the source's and, from initiate on, the destination's.
 */
public final class World {

    private static final Duration SOON = Duration.ofSeconds(10);

    public final SandboxClock clock;
    /** Empty for the first world of a sandbox. */
    public final String name;
    public final Switches switches = new Switches();
    public final Map<String, Business> businesses = new LinkedHashMap<>();
    public final Map<String, App> apps = new LinkedHashMap<>();
    public final Map<String, Token> tokens = new LinkedHashMap<>();
    public final Map<String, SystemUser> systemUsers = new LinkedHashMap<>();
    public final Map<String, Person> people = new LinkedHashMap<>();
    public final Map<String, PaymentMethod> paymentMethods = new LinkedHashMap<>();
    public final Map<String, CreditLine> creditLines = new LinkedHashMap<>();
    public final Map<String, Allocation> allocations = new LinkedHashMap<>();
    public final Map<String, Waba> wabas = new LinkedHashMap<>();
    /** By E.164 without the plus. */
    public final Map<String, PhoneLine> lines = new LinkedHashMap<>();
    public final Map<String, Template> templates = new LinkedHashMap<>();
    public final Map<String, Flow> flows = new LinkedHashMap<>();
    public final Map<String, Solution> solutions = new LinkedHashMap<>();
    public final Map<String, Intent> intents = new LinkedHashMap<>();
    public final Map<String, CurrencyMigration> currencyMigrations = new LinkedHashMap<>();
    public final Map<String, PreverifiedNumber> preverifiedNumbers = new LinkedHashMap<>();
    public final Map<String, WabaRequest> wabaRequests = new LinkedHashMap<>();
    public final Map<String, SignupCode> signupCodes = new LinkedHashMap<>();
    public final Map<String, Media> media = new LinkedHashMap<>();
    /** By id; those that are all there too, for what names them by their handle. */
    public final Map<String, Upload> uploads = new LinkedHashMap<>();
    /** People's numbers that have always just written, so that every message may be sent to them. */
    public final Set<String> testers = new LinkedHashSet<>();
    /** Names others look the world up by, such as {@code destination-waba}. */
    public final Map<String, String> landmarks = new LinkedHashMap<>();

    /** By phone number id. More than one only while an id is shared by the source's and the destination's link. */
    private final Map<String, List<NumberLink>> links = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Schedule schedule = new Schedule();
    private Ids ids = new Ids(this::taken);
    private @Nullable Instant happening;
    private final Map<String, Consumer<Later>> doers = new HashMap<>();
    private final List<Runnable> counters = new ArrayList<>();
    /** In the order in which they were said. */
    private final Map<Long, Later> laters = new LinkedHashMap<>();
    private long latersSaid;

    /** The only world of a sandbox, or its first. */
    public World(SandboxClock clock) {
        this(clock, "");
    }

    /** One of several; its tokens and app secrets end in its name, so that a caller is known by what it carries. */
    public World(SandboxClock clock, String name) {
        this.clock = clock;
        this.name = name;
    }

    /** A token or app secret as this world knows it: {@code sandbox-token-source@tests-7}. */
    public String sealed(String secret) {
        return name.isEmpty() || secret.isEmpty() ? secret : secret + "@" + name;
    }

    /** The same without the world's name, as world files have it. */
    public String unsealed(String secret) {
        return !name.isEmpty() && secret.endsWith("@" + name) ? secret.substring(0, secret.length() - name.length() - 1) : secret;
    }

    /** Lets happen what is due, then does {@code work}; nobody else sees or changes the world meanwhile. */
    public <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            catchUp();
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Like {@link #with(Supplier)}, for work without a result. */
    public void run(Runnable work) {
        with(() -> {
            work.run();
            return true;
        });
    }

    /** Now, in this world. While something scheduled happens, the time it was due. */
    public Instant now() {
        return happening != null ? happening : clock.instant();
    }

    public Ids ids() {
        return ids;
    }

    /** Has {@code what} happen in this world after {@code delay}, under the lock. */
    public void after(Duration delay, Runnable what) {
        schedule.add(now().plus(delay), delay.compareTo(SOON) < 0, what);
    }

    /** Who does it when something of this name is due. */
    public void does(String what, Consumer<Later> doer) {
        doers.put(what, doer);
    }

    /** Told of by who counts something beside the world, such as calls of the last hour: how to begin again when the world does. */
    public void counts(Runnable forget) {
        counters.add(forget);
    }

    /** Has something of this name happen after {@code delay}; unlike {@link #after}, it is saved with the world. */
    public void later(Duration delay, String what, Map<String, String> about) {
        later(new Later(what, now().plus(delay), about));
    }

    public void later(Later later) {
        long no = latersSaid++;
        laters.put(no, later);
        schedule.add(later.at(), false, () -> {
            laters.remove(no);
            doers.getOrDefault(later.what(), nobody -> {}).accept(later);
        });
    }

    public List<Later> laters() {
        return List.copyOf(laters.values());
    }

    public Optional<Instant> nextDue() {
        lock.lock();
        try {
            return schedule.next();
        } finally {
            lock.unlock();
        }
    }

    /** Lets happen what is due, when something is. */
    public void catchUpIfDue() {
        if (nextDue().filter(next -> !next.isAfter(clock.instant())).isPresent()) {
            run(() -> {});
        }
    }

    public void add(NumberLink link) {
        links.computeIfAbsent(link.id, id -> new ArrayList<>()).add(link);
        link.waba.links.add(link);
        link.line.links.add(link);
    }

    public void add(Template template) {
        templates.put(template.id, template);
        template.waba.templates.add(template);
    }

    public void remove(Template template) {
        templates.remove(template.id);
        template.waba.templates.remove(template);
    }

    public List<NumberLink> links(String id) {
        return links.getOrDefault(id, List.of());
    }

    /** The number at one WABA, by the id it has there. */
    public Optional<NumberLink> link(String id, String wabaId) {
        return links(id).stream().filter(link -> link.waba.id.equals(wabaId)).findFirst();
    }

    public Stream<NumberLink> links() {
        return links.values().stream().flatMap(List::stream);
    }

    /** While something happens nothing else does, even when it looks at the world as anybody would: what is due later comes after it. */
    private void catchUp() {
        if (happening != null) {
            return;
        }
        Optional<Instant> next = schedule.next();
        Instant now = clock.instant();
        while (next.isPresent() && !next.get().isAfter(now)) {
            happening = next.get();
            try {
                schedule.takeDue(now).ifPresent(Runnable::run);
            } finally {
                happening = null;
            }
            next = schedule.next();
        }
    }

    /** Empties the world. What is scheduled or was counted is forgotten; the clock and the switches are left. */
    public void clear() {
        forgetMedia();
        List.of(flows, businesses, people, apps, tokens, systemUsers, paymentMethods, creditLines, allocations, wabas, lines, links,
                templates, solutions, intents, currencyMigrations, preverifiedNumbers, wabaRequests, signupCodes, uploads, landmarks)
                .forEach(Map::clear);
        testers.clear();
        laters.clear();
        schedule.clear();
        counters.forEach(Runnable::run);
        ids = new Ids(this::taken);
    }

    public void forgetMedia() {
        media.values().forEach(Media::forget);
        media.clear();
    }

    private boolean taken(String id) {
        return links.containsKey(id) || templates.containsKey(id) || allocations.containsKey(id) || wabas.containsKey(id)
                || flows.containsKey(id) || solutions.containsKey(id) || intents.containsKey(id) || preverifiedNumbers.containsKey(id)
                || systemUsers.containsKey(id) || paymentMethods.containsKey(id) || businesses.containsKey(id)
                || wabaRequests.containsKey(id) || currencyMigrations.containsKey(id) || media.containsKey(id);
    }

    public int scheduled() {
        return schedule.size();
    }
}
