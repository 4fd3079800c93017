package dev.portway.finder;

import static dev.portway.finder.Asset.ACCESS;
import static dev.portway.finder.Asset.BADGE;
import static dev.portway.finder.Asset.CATALOG;
import static dev.portway.finder.Asset.FLOWS;
import static dev.portway.finder.Asset.GOOD_TEMPLATES;
import static dev.portway.finder.Asset.HISTORY;
import static dev.portway.finder.Asset.LIMIT;
import static dev.portway.finder.Asset.MEDIA;
import static dev.portway.finder.Asset.NAME;
import static dev.portway.finder.Asset.OTHER_TEMPLATES;
import static dev.portway.finder.Asset.PAYMENT;
import static dev.portway.finder.Asset.QUALITY;
import static dev.portway.finder.Asset.TEMPLATE_QUALITY;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What becomes of all that hangs on a number, by how it changes hands. Source: Meta, the pages named in the rows; the limit is the portfolio's since 7
 * Oct 2025.
 */
final class Fates {
    /** Everything is where it was. */
    static final Map<Asset, Fate> STAYED = but(all(Fate.KEPT), Map.of(ACCESS, Fate.ANEW));
    /** To another account of the same business. */
    static final Map<Asset, Fate> MOVED = but(all(Fate.STAYS),
            Map.of(NAME, Fate.KEPT, QUALITY, Fate.KEPT, BADGE, Fate.KEPT, MEDIA, Fate.KEPT,
                    LIMIT, Fate.UNCHANGED, GOOD_TEMPLATES, Fate.COPIED, TEMPLATE_QUALITY, Fate.ANEW, ACCESS, Fate.ANEW, PAYMENT,
                    Fate.ANEW));
    /** The account stays; who pays and who reaches it changes. */
    static final Map<Asset, Fate> SHARED = but(all(Fate.KEPT), Map.of(ACCESS, Fate.ANEW, PAYMENT, Fate.ANEW, LIMIT, Fate.UNCHANGED));
    /** An account more on the same number. Source: Meta, "Multi-Solution Conversations", 12 Nov 2025: one catalog; templates are not shared. */
    static final Map<Asset, Fate> JOINED = but(MOVED, Map.of(CATALOG, Fate.KEPT, OTHER_TEMPLATES, Fate.STAYS));
    /** A clone of the account. Source: Meta, "change the billing currency", 23 Jun 2026: templates of every status, flows, apps, people. */
    static final Map<Asset, Fate> CLONED = but(MOVED, Map.of(OTHER_TEMPLATES, Fate.COPIED, FLOWS, Fate.COPIED, ACCESS, Fate.COPIED, CATALOG,
            Fate.UNKNOWN, TEMPLATE_QUALITY, Fate.UNKNOWN));
    /** Nothing was there before. */
    static final Map<Asset, Fate> ADDED = all(Fate.ANEW);
    /** Source: Meta, "onboarding WhatsApp Business app users", Feb 2026: conversations are shared if the owner agrees; no official badge. */
    static final Map<Asset, Fate> BESIDE_THE_APP = but(all(Fate.ANEW),
            Map.of(NAME, Fate.KEPT, HISTORY, Fate.KEPT, CATALOG, Fate.KEPT, BADGE, Fate.LOST));
    /** Deleted, and added like a new one. */
    static final Map<Asset, Fate> LEFT_AND_CAME_BACK = but(all(Fate.STAYS),
            Map.of(NAME, Fate.ANEW, QUALITY, Fate.LOST, LIMIT, Fate.REPLACED,
                    BADGE, Fate.LOST, TEMPLATE_QUALITY, Fate.ANEW, MEDIA, Fate.LOST, HISTORY, Fate.LOST, ACCESS, Fate.ANEW, PAYMENT,
                    Fate.ANEW));
    /** Source: Meta, "migrating phone numbers…", 26 Nov 2025: media and conversations of On-Premises API do not come along. */
    static final Map<Asset, Fate> REHOSTED = but(all(Fate.KEPT), Map.of(MEDIA, Fate.LOST, HISTORY, Fate.LOST, ACCESS, Fate.ANEW));

    private Fates() {}

    private static Map<Asset, Fate> all(Fate fate) {
        var all = new EnumMap<Asset, Fate>(Asset.class);
        Arrays.stream(Asset.values()).forEach(asset -> all.put(asset, fate));
        return all;
    }

    private static Map<Asset, Fate> but(Map<Asset, Fate> most, Map<Asset, Fate> others) {
        var all = new EnumMap<Asset, Fate>(most);
        all.putAll(others);
        return all;
    }
}
