package dev.portway.console;

import dev.portway.migration.Status;
import dev.portway.problem.Party;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for in the list.
 *
 * @param status a status's word, {@code running} or {@code ended}; empty for all
 * @param waitsFor a party's word; empty for all
 * @param number as typed
 */
record Sought(String status, String waitsFor, String number) {
    private static final String RUNNING = "running";
    private static final String ENDED = "ended";

    /** Words that mean nothing here look for everything. */
    static Sought of(Map<String, String> asked) {
        String status = asked.getOrDefault("status", "");
        String waitsFor = asked.getOrDefault("waitsFor", "");
        boolean known = List.of(RUNNING, ENDED).contains(status)
                || Arrays.stream(Status.values()).anyMatch(one -> one.word().equals(status));
        boolean party = Arrays.stream(Party.values()).anyMatch(one -> one.word().equals(waitsFor));
        String number = asked.getOrDefault("number", "").strip();
        return new Sought(known ? status : "", party ? waitsFor : "", number.substring(0, Math.min(number.length(), 40)));
    }

    List<Status> statuses() {
        return Arrays.stream(Status.values()).filter(this::holds).toList();
    }

    private boolean holds(Status one) {
        return switch (status) {
            case "" -> true;
            case RUNNING -> !one.ended();
            case ENDED -> one.ended();
            default -> one.word().equals(status);
        };
    }

    Optional<Party> party() {
        return Arrays.stream(Party.values()).filter(one -> one.word().equals(waitsFor)).findFirst();
    }

    /** What of the number can be looked for. */
    String digits() {
        return number.replaceAll("[^0-9]", "");
    }

    boolean isEverything() {
        return status.isEmpty() && waitsFor.isEmpty() && digits().isEmpty();
    }

    /** Whether one click on the page leads here, and one away. */
    boolean isQuick() {
        boolean ofOneStatus = waitsFor.isEmpty() && List.of("", RUNNING, ENDED).contains(status);
        boolean ofOneParty = status.isEmpty() && waitsFor.equals(Party.PROVIDER.word());
        return digits().isEmpty() && (ofOneStatus || ofOneParty);
    }

    Sought withStatus(String other) {
        return new Sought(other, "", number);
    }

    Sought withWaitsFor(String other) {
        return new Sought("", other, number);
    }

    String address() {
        return after("");
    }

    /** The list that starts after this id. */
    String after(String id) {
        var address = UriComponentsBuilder.fromPath("/migrations");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("status", status);
        parts.put("waitsFor", waitsFor);
        parts.put("number", number);
        parts.put("after", id);
        parts.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(parts).toUriString();
    }
}
