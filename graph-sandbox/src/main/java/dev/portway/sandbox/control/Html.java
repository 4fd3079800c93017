package dev.portway.sandbox.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Makes HTML by hand: a page needs no more than its frame and escaping. */
final class Html {

    private static final String CSS = resource("/pages/sandbox.css");
    private static final String SCRIPT = resource("/pages/refresh.js");

    private Html() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    /** The frame of a page. Without JavaScript it renews itself whole. */
    static String page(Texts texts, String here, String main) {
        return """
                <!DOCTYPE html>
                <html lang="%1$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title>
                <link rel="icon" href="data:,">
                <noscript><meta http-equiv="refresh" content="5"></noscript>
                <style>%3$s</style>
                </head>
                <body>
                <header><strong>%2$s</strong>%4$s%5$s</header>
                <main>%6$s</main>
                <script>%7$s</script>
                </body>
                </html>
                """.formatted(texts.language(), escaped(texts.get("title")), CSS, navigation(texts, here), languages(texts, here), main,
                SCRIPT);
    }

    private static String navigation(Texts texts, String here) {
        return "<nav>" + link(texts, "/sandbox", "start", here) + link(texts, "/sandbox/phones", "phones", here) + "</nav>";
    }

    private static String link(Texts texts, String path, String key, String here) {
        String current = path.equals(here) ? " aria-current=\"page\"" : "";
        return "<a href=\"" + path + "?lang=" + texts.language() + "\"" + current + ">" + escaped(texts.get(key)) + "</a>";
    }

    private static String languages(Texts texts, String here) {
        StringBuilder links = new StringBuilder("<nav class=\"languages\" aria-label=\"" + escaped(texts.get("language")) + "\">");
        for (String language : Texts.LANGUAGES) {
            String current = language.equals(texts.language()) ? " aria-current=\"true\"" : "";
            links.append("<a href=\"%s?lang=%s\" lang=\"%s\"%s>%s</a>".formatted(here, language, language, current, language));
        }
        return links.append("</nav>").toString();
    }

    private static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
