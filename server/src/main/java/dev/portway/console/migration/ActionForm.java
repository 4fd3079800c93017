package dev.portway.console.migration;

import java.util.List;
import java.util.Optional;

/**
 * One thing that may be done now, as a form.
 *
 * @param id stays the same while the same thing is asked for, so that what is being typed outlives a refresh of the page
 * @param path where it is posted
 * @param key the same key posted twice is done once
 * @param folded whether it is offered behind a summary: it is there when needed, and not what is asked for now
 * @param problem what was wrong with it as a whole
 */
public record ActionForm(String action, String id, String path, String key, Weight weight, String title, Optional<String> hint,
        boolean folded, List<Input> inputs, Optional<Trouble> problem) {
    public ActionForm {
        inputs = List.copyOf(inputs);
    }

    /** How loudly it is offered. */
    public enum Weight {
        FIRST, PLAIN, GRAVE;

        public String word() {
            return MigrationPage.word(this);
        }
    }

    /** How an input is shown. */
    public enum Kind {
        HIDDEN, CODE, TEXT, AREA,
        /** Typed unseen, and never filled in. */
        SECRET,
        /** Pasted, and never filled in. */
        SECRET_AREA, RADIO, SELECT, WHEN
    }

    /**
     * @param id of the element, for its label
     * @param value as typed; never a code or a secret
     * @param error what is wrong with what was typed
     */
    public record Input(String name, String id, Kind kind, String label, Optional<String> hint, String value, boolean required,
            List<Choice> choices, Optional<String> error) {
        public Input {
            choices = List.copyOf(choices);
        }
    }

    /** One of the values to choose from. */
    public record Choice(String value, String label) {}

    /**
     * Something that went wrong, and what to do about it.
     *
     * @param problem its code in the catalogue; empty when it is none of those
     */
    public record Trouble(String title, Optional<String> remedy, String problem) {
        public Trouble(String title, Optional<String> remedy) {
            this(title, remedy, "");
        }
    }

    /** Whether it came back because something in it was wrong. */
    public boolean wrong() {
        return problem.isPresent() || inputs.stream().anyMatch(input -> input.error().isPresent());
    }

    /** Whether there is anything to fill in. */
    public boolean asksAnything() {
        return inputs.stream().anyMatch(input -> input.kind() != Kind.HIDDEN);
    }
}
