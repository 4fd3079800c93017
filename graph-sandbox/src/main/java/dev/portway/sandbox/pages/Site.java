package dev.portway.sandbox.pages;

import dev.portway.sandbox.control.Stage;
import java.util.List;
import java.util.Optional;

/** Finds the page that is asked for. What it does not know is left to the control surface. */
public final class Site {

    /** In the order of the menu. */
    static final List<Page> PAGES = List.of(new WorldPage(), new PhonesPage(), new ClientPage(), new FaultsPage(), new TrafficPage(),
            new TrySignupPage(), new SwitchesPage());

    private Site() {}

    /** Whether there is a page at this address, below the world's. */
    public static boolean has(String method, List<String> segments) {
        String first = segments.isEmpty() ? "" : segments.getFirst();
        boolean asset = first.equals("assets") && method.equals("GET");
        boolean window = first.equals(SignupPages.NAME) || first.equals("sdk.js");
        return asset || segments.size() <= 1 && (window || PAGES.stream().anyMatch(page -> page.name().equals(first)));
    }

    /** Empty when no page is at this address. */
    public static Optional<PageReply> answer(Stage stage, PageRequest request) {
        if (request.segment(0).equals("assets")) {
            return Optional.of(Assets.named(request.segment(1)).orElseGet(PageReply::nothing));
        }
        if (request.segments().size() > 1) {
            return Optional.empty();
        }
        if (request.segment(0).equals("sdk.js")) {
            return Assets.named("sdk.js").map(Site::forOtherPages);
        }
        if (request.segment(0).equals(SignupPages.NAME)) {
            return Optional.of(SignupPages.answer(new Visit(stage, request, Words.of(request), null)));
        }
        return PAGES.stream().filter(page -> page.name().equals(request.segment(0))).findFirst().map(page -> answer(page, stage, request));
    }

    /** Meta's snippet loads the script with {@code crossorigin="anonymous"}. */
    private static PageReply forOtherPages(PageReply script) {
        return script.with("access-control-allow-origin", "*").with("cross-origin-resource-policy", "cross-origin");
    }

    private static PageReply answer(Page page, Stage stage, PageRequest request) {
        Visit visit = new Visit(stage, request, Words.of(request), null);
        if (request.post()) {
            return switch (page.act(visit)) {
                case Page.Outcome.Done done -> PageReply.seeOther(visit.at(done.next()));
                case Page.Outcome.Wrong wrong -> shown(page, visit.after(wrong.why()), 400);
            };
        }
        PageReply shown = shown(page, visit, 200);
        return Words.asked(request)
                .map(language -> shown.with("set-cookie", "sandbox-language=" + language + "; Path=/sandbox; SameSite=Lax; HttpOnly"))
                .orElse(shown);
    }

    private static PageReply shown(Page page, Visit visit, int status) {
        Tag html = visit.stage().world.with(() -> Frame.around(visit, page.name(), page.show(visit)));
        return PageReply.page(status, html);
    }
}
