package dev.portway.sandbox.pages;

import dev.portway.sandbox.control.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One person looking at one world.
 *
 * @param wrong what was wrong with the form just sent, or null
 */
record Visit(Stage stage, PageRequest request, Words words, @Nullable String wrong) {

    String say(String key, Object... blanks) {
        return words.get(key, blanks);
    }

    /** The address of a page of this world: {@code phones} becomes {@code /sandbox/phones}. */
    String at(String page) {
        return page.isEmpty() ? request.base() : request.base() + "/" + page;
    }

    /** A field of the form sent, or of the address; empty when it is not there. */
    String field(String name) {
        return (request.post() ? request.form() : request.query()).getOrDefault(name, "").strip();
    }

    Visit after(String whatWasWrong) {
        return new Visit(stage, request, words, whatWasWrong);
    }
}
