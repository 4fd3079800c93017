package dev.portway.sandbox.fault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls that were made, newest kept. Reads and all others are bounded apart, so that polling cannot push out what changed something. */
public final class CallLog {

    private static final int READS_KEPT = 10_000;
    private static final int OTHERS_KEPT = 50_000;
    /** Of so many calls it is also kept what was said; with two texts of 4,000 characters each at most a few megabytes. */
    private static final int HEARD_KEPT = 300;

    /**
     * One call.
     *
     * @param at when it arrived, in the sandbox's time
     * @param status the HTTP status of the answer, 0 when none was given
     * @param effect whether it changed anything
     * @param number the number it was about, with a plus, or null
     * @param error code and subcode of the refusal, such as {@code 100/2388001}, or null
     * @param unmodelled whether it asked for a path, edge or field that is not modelled here, or that Graph does not have
     * @param fault the id of the fault that struck it, or null
     */
    public record Entry(long no, Instant at, String call, String method, String path, int status, boolean effect, @Nullable String number,
            @Nullable String app, @Nullable String error, boolean unmodelled, @Nullable String fault) {}

    /**
     * What was said in one call, without secrets.
     *
     * @param sent its parameters, one a line
     * @param answered the body of the answer; empty when none was given
     */
    public record Heard(Entry entry, Supplier<String> sent, Supplier<String> answered) {}

    private final Deque<Heard> heard = new ArrayDeque<>();
    private final Deque<Entry> reads = new ArrayDeque<>();
    private final Deque<Entry> others = new ArrayDeque<>();
    private long lastNo;

    public synchronized long nextNo() {
        return ++lastNo;
    }

    public synchronized void add(Entry entry) {
        if (entry.method().equals("GET")) {
            keep(entry, reads, READS_KEPT);
        } else {
            keep(entry, others, OTHERS_KEPT);
        }
    }

    public synchronized void add(Heard one) {
        add(one.entry());
        heard.addFirst(one);
        if (heard.size() > HEARD_KEPT) {
            heard.removeLast();
        }
    }

    /** What was said lately, newest first. */
    public synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    private static void keep(Entry entry, Deque<Entry> kept, int most) {
        kept.addLast(entry);
        if (kept.size() > most) {
            kept.removeFirst();
        }
    }

    /** In the order in which they arrived. */
    public synchronized List<Entry> find(Predicate<Entry> wanted) {
        List<Entry> found = new ArrayList<>();
        reads.stream().filter(wanted).forEach(found::add);
        others.stream().filter(wanted).forEach(found::add);
        found.sort(Comparator.comparingLong(Entry::no));
        return found;
    }

    public synchronized void clear() {
        heard.clear();
        reads.clear();
        others.clear();
        lastNo = 0;
    }
}
