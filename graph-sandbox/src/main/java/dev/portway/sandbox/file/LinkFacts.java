package dev.portway.sandbox.file;

import dev.portway.sandbox.world.NumberLink;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a number is at one WABA. */
final class LinkFacts {

    private LinkFacts() {}

    static Facts<NumberLink> all() {
        return new Facts<NumberLink>().fixed("id", "phone number id", it -> it.id)
                .fixed("waba", "", it -> it.waba.id)
                .oneOf("state", List.of("ADDED", "VERIFIED", "REGISTERED", "DEREGISTERED", "MIGRATED", "DELETED"), it -> it.state.name(),
                        (it, value) -> it.state = NumberLink.State.valueOf(value))
                .flag("migrating", "came by `migrate_phone_number`", it -> it.migrating, (it, value) -> it.migrating = value)
                .text("verifiedName", "", it -> it.verifiedName, (it, value) -> it.verifiedName = value)
                .oneOf("nameStatus", Words.NAME, it -> it.nameStatus, (it, value) -> it.nameStatus = value)
                .textOrNone("newName", "asked for, not decided", it -> it.newName, (it, value) -> it.newName = value)
                .oneOf("newNameStatus", Words.NAME, it -> it.newNameStatus, (it, value) -> it.newNameStatus = value)
                .oneOf("quality", Words.QUALITY, it -> it.quality, (it, value) -> it.quality = value)
                .texts("qualityReasons", Shape.TEXTS, "", it -> it.qualityReasons)
                .oneOf("platform", Words.PLATFORM, it -> it.platform, (it, value) -> it.platform = value)
                .oneOf("accountMode", Words.MODE, it -> it.accountMode, (it, value) -> it.accountMode = value)
                .oneOfOrNone("oddStatus", Words.NUMBER_STATUS, it -> it.oddStatus, (it, value) -> it.oddStatus = value)
                .flag("official", "official business account", it -> it.official, (it, value) -> it.official = value)
                .oneOfOrNone("officialStatus", Words.OFFICIAL, it -> it.officialStatus, (it, value) -> it.officialStatus = value)
                .flag("hasCertificate", "", it -> it.hasCertificate, (it, value) -> it.hasCertificate = value)
                .oneOfOrNone("certificateStatus", Words.CERTIFICATE, it -> it.certificateStatus,
                        (it, value) -> it.certificateStatus = value)
                .flag("preverified", "", it -> it.preverified, (it, value) -> it.preverified = value)
                .oneOfOrNone("throughput", Words.THROUGHPUT, it -> it.throughput, (it, value) -> it.throughput = value)
                .oneOfOrNone("messagingLimit", Words.OLD_LIMIT, it -> it.messagingLimit, (it, value) -> it.messagingLimit = value)
                .time("addedAt", "", it -> it.addedAt, (it, value) -> it.addedAt = value)
                .time("verifiedAt", "", it -> it.verifiedAt, (it, value) -> it.verifiedAt = value)
                .flag("shared", "stands beside others of the same number, one for each partner", it -> it.shared,
                        (it, value) -> it.shared = value)
                .time("fromAppAt", "connected from the WhatsApp Business app then", it -> it.fromAppAt, (it, value) -> it.fromAppAt = value)
                .textOrNone("fromAppOf", "id of the partner it was connected to before", it -> it.fromAppOf,
                        (it, value) -> it.fromAppOf = value)
                .time("contactsAskedAt", "", it -> it.contactsAskedAt, (it, value) -> it.contactsAskedAt = value)
                .time("historyAskedAt", "", it -> it.historyAskedAt, (it, value) -> it.historyAskedAt = value)
                .time("registeredAt", "", it -> it.registeredAt, (it, value) -> it.registeredAt = value);
    }

    static Facts<NumberLink> addSettings(Facts<NumberLink> facts) {
        return facts
                .text("webhookOverride", "address its messages go to", it -> it.webhookOverride, (it, value) -> it.webhookOverride = value)
                .oneOf("searchVisibility", Words.VISIBILITY, it -> it.searchVisibility, (it, value) -> it.searchVisibility = value)
                .textOrNone("username", "", it -> it.username, (it, value) -> it.username = value)
                .flag("cartEnabled", "", it -> it.cartEnabled, (it, value) -> it.cartEnabled = value)
                .flag("catalogVisible", "", it -> it.catalogVisible, (it, value) -> it.catalogVisible = value)
                .oneOf("storage", Words.STORAGE, it -> it.storage, (it, value) -> it.storage = value)
                .textOrNone("storageRegion", "", it -> it.storageRegion, (it, value) -> it.storageRegion = value)
                .add("automation", Shape.OBJECT, "welcome message, prompts and commands",
                        (it, world) -> it.automation.isEmpty() ? null : it.automation,
                        (it, value, world) -> it.automation = (ObjectNode) value.deepCopy())
                .add("settings", Shape.OBJECT, "calling, identity and encryption",
                        (it, world) -> it.settings.isEmpty() ? null : it.settings,
                        (it, value, world) -> it.settings = (ObjectNode) value.deepCopy())
                .map("qrCodes", "code to the message it prefills", it -> it.qrCodes)
                .map("profile", "`websites` with spaces between", it -> it.profile);
    }
}
