package dev.portway.sandbox.pages;

import java.util.List;

/** What is around every page. */
final class Frame {

    private Frame() {}

    /** A whole page for the way there. */
    static Tag around(Visit visit, String here, List<Tag> main) {
        return Tag.of("html")
                .set("lang", visit.words().language())
                .add(head(visit, here),
                        Tag.of("body")
                                .add(Tag.of("a", "skip", visit.say("skip")).set("href", "#main"), top(visit, here),
                                        Tag.of("main").set("id", "main").set("tabindex", "-1").add(wrong(visit)).add(main),
                                        bottom(visit, here)));
    }

    /** A page in a window of its own, without the way to the others. */
    static Tag window(Visit visit, String title, List<Tag> main) {
        return Tag.of("html")
                .set("lang", visit.words().language())
                .add(head(visit, title),
                        Tag.of("body", "window")
                                .add(Tag.of("main").set("id", "main").add(main))
                                .add(Tag.script("/sandbox/assets/signup.js")));
    }

    private static Tag head(Visit visit, String here) {
        String title = here.isEmpty() ? visit.say("title") : visit.say(here) + " · " + visit.say("title");
        return Tag.of("head")
                .add(Tag.of("meta").set("charset", "utf-8"),
                        Tag.of("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"),
                        Tag.of("title").say(title),
                        Tag.of("link").set("rel", "icon").set("href", "/sandbox/assets/icon.svg"),
                        Tag.of("link").set("rel", "stylesheet").set("href", "/sandbox/assets/sandbox.css"),
                        Tag.script("/sandbox/assets/sandbox.js"));
    }

    private static List<Tag> wrong(Visit visit) {
        String why = visit.wrong();
        return why == null ? List.of() : List.of(Tag.of("p", "notice", why).set("data-tone", "bad").set("role", "alert"));
    }

    private static Tag top(Visit visit, String here) {
        Tag nav = Tag.of("nav").set("aria-label", visit.say("pages"));
        Site.PAGES
                .forEach(page -> nav.add(current(Tag.link(visit.at(page.name()), visit.say(word(page.name()))), page.name().equals(here))));
        String world = visit.stage().name();
        Tag brand = Tag.of("a", "brand").set("href", visit.at("")).say(visit.say("title"));
        Tag in = Tag.of("div", "top-in").add(world.isEmpty() ? brand : brand.add(Tag.of("span", "world", world)));
        return Tag.of("header", "top").add(in, nav);
    }

    /** The key of a page's name in the menu. */
    private static String word(String page) {
        return page.isEmpty() ? "world" : page;
    }

    private static Tag bottom(Visit visit, String here) {
        Tag languages = Tag.of("nav").set("aria-label", visit.say("language"));
        for (String language : Words.LANGUAGES) {
            languages.add(current(Tag.link(visit.at(here) + "?lang=" + language, visit.say("language." + language)).set("lang", language),
                    language.equals(visit.words().language())));
        }
        return Tag.of("footer", "bottom").add(Tag.of("p").say(visit.say("notMeta")), languages);
    }

    private static Tag current(Tag link, boolean current) {
        return current ? link.set("aria-current", "page") : link;
    }
}
