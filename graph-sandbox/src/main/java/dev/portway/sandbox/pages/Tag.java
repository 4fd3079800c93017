package dev.portway.sandbox.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One element of a page. What is said or set is escaped when it is written, always: nothing that a world, a caller or a form contains can
 * become markup. Nor can it become code: there is no script or style in a page, no {@code on…} attribute, and links stay here.
 */
final class Tag {

    private static final Set<String> WITHOUT_END = Set.of("input", "meta", "link", "br", "hr");
    private static final Set<String> NEVER = Set.of("script", "style", "iframe", "object", "base");
    private static final Set<String> ADDRESSES = Set.of("href", "action", "src");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    private Tag(String name) {
        this.name = name;
    }

    static Tag of(String name) {
        if (NEVER.contains(name)) {
            throw new IllegalArgumentException("a page has no " + name);
        }
        return new Tag(name);
    }

    /** With classes of the style sheet, spaces between. */
    static Tag of(String name, String classes) {
        return of(name).set("class", classes);
    }

    /** With a text. */
    static Tag of(String name, String classes, String text) {
        return of(name, classes).say(text);
    }

    /** Our own file, the only scripts there are. */
    static Tag script(String path) {
        return new Tag("script").set("src", path).flag("defer", true);
    }

    static Tag link(String path, String text) {
        return of("a").set("href", path).say(text);
    }

    Tag set(String attribute, String value) {
        if (attribute.startsWith("on") || attribute.equals("style") || !attribute.matches("[a-z-]+")) {
            throw new IllegalArgumentException("a page has no " + attribute);
        }
        if (ADDRESSES.contains(attribute) && !value.matches("#.*|/|/[^/\\\\].*")) {
            throw new IllegalArgumentException("a page leads nowhere else");
        }
        attributes.put(attribute, value);
        return this;
    }

    /** An attribute that is there or not. */
    Tag flag(String attribute, boolean there) {
        return there ? set(attribute, "") : this;
    }

    Tag add(Tag... more) {
        return add(List.of(more));
    }

    Tag add(List<Tag> more) {
        children.addAll(more);
        return this;
    }

    Tag add(Stream<Tag> more) {
        return add(more.toList());
    }

    Tag say(String text) {
        children.add(text);
        return this;
    }

    String written() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            out.append(' ').append(attribute);
            if (!value.isEmpty()) {
                out.append("=\"");
                escape(value, out);
                out.append('"');
            }
        });
        out.append('>');
        for (Object child : children) {
            if (child instanceof Tag tag) {
                tag.write(out);
            } else {
                escape(String.valueOf(child), out);
            }
        }
        if (!WITHOUT_END.contains(name)) {
            out.append("</").append(name).append('>');
        }
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(letter);
            }
        }
    }
}
