package dev.portway.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown page of this repository. */
record MarkdownPage(Path file, String text) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *#*$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(<?([^)>\\s]+)>?(?: +\"[^\"]*\")?\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");

    static MarkdownPage read(Path file) {
        return new MarkdownPage(file, Repository.read(file));
    }

    static List<MarkdownPage> all() {
        return Repository.files(".md").stream().map(MarkdownPage::read).toList();
    }

    /** Links to files and places of this repository, as written. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("x"));
        while (link.find()) {
            String target = Objects.requireNonNullElse(link.group(1), link.group(2));
            if (!ELSEWHERE.matcher(target).matches()) {
                links.add(target);
            }
        }
        return links;
    }

    /** Whether this link of the page leads to a file or folder that is there, and to a heading of it where it names one. */
    boolean resolves(String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? file : Path.of("/").resolve(file).resolveSibling(parts[0]).normalize();
        Path relative = target.isAbsolute() ? Path.of("/").relativize(target) : target;
        if (!Files.exists(Repository.HOME.resolve(relative))) {
            return false;
        }
        return parts.length == 1 || read(relative).anchors().contains(parts[1]);
    }

    /** The text without code, comments and the targets of links: what was written in words. */
    String prose() {
        String withoutCode = CODE.matcher(FENCED.matcher(COMMENT.matcher(text).replaceAll(" ")).replaceAll(" ")).replaceAll(" ");
        return withoutCode.replaceAll("]\\([^)]*\\)", "]");
    }

    /** The anchors that GitHub gives to headings: lower case, without punctuation, hyphens for spaces, numbered when they repeat. */
    private Set<String> anchors() {
        Set<String> anchors = new HashSet<>();
        Matcher heading = HEADING.matcher(FENCED.matcher(text).replaceAll(""));
        while (heading.find()) {
            String words = heading.group(1).replaceAll("]\\([^)]*\\)", "]").toLowerCase(Locale.ROOT);
            String anchor = words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
            String free = anchor;
            for (int again = 1; !anchors.add(free); again++) {
                free = anchor + "-" + again;
            }
        }
        return anchors;
    }
}
