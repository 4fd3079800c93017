package dev.portway.sandbox.calls;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.world.NumberLink;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A number's business profile. Documented: business profile reference. */
final class Profile {

    static final List<String> FIELDS = List.of("about", "address", "description", "email", "profile_picture_url", "websites", "vertical");

    private Profile() {}

    static ObjectNode list(NumberLink link) {
        ObjectNode profile = Json.object().put("messaging_product", "whatsapp");
        link.profile.forEach((name, value) -> {
            if (name.equals("websites")) {
                profile.set(name, Json.strings(List.of(value.split(" "))));
            } else {
                profile.put(name, value);
            }
        });
        ObjectNode list = Json.object();
        list.putArray("data").add(profile);
        return list;
    }

    /** Documented: business profile reference. The OpenAPI file has 256 for the description. */
    private static final Map<String, Integer> LONGEST = Map.of("about", 139, "address", 256, "description", 512, "email", 128);
    private static final int MOST_WEBSITES = 2;
    private static final List<String> VERTICALS = List.of("OTHER", "AUTO", "BEAUTY", "APPAREL", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE",
            "GROCERY", "GOVT", "HOTEL", "HEALTH", "NONPROFIT", "PROF_SERVICES", "RETAIL", "TRAVEL", "RESTAURANT", "ALCOHOL",
            "ONLINE_GAMBLING", "PHYSICAL_GAMBLING", "OTC_DRUGS", "UNDEFINED", "NOT_A_BIZ");

    private static void check(Params params) {
        LONGEST.forEach((name, most) -> params.text(name).filter(value -> value.length() > most).ifPresent(value -> {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param " + name + " must be at most " + most + " characters long.");
        }));
        if (params.has("websites") && params.list("websites").size() > MOST_WEBSITES) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param websites must have at most " + MOST_WEBSITES + " elements.");
        }
        if (params.has("vertical")) {
            params.oneOf("vertical", VERTICALS);
        }
    }

    /** A picture that was uploaded; what is at the address is nobody's here. Returns whether it is another one. */
    static boolean show(NumberLink link, String handle) {
        String url = ComponentsView.address(handle);
        return !url.equals(link.profile.put("profile_picture_url", url));
    }

    /** Returns whether anything changed. */
    static boolean update(NumberLink link, Params params) {
        check(params);
        boolean changed = false;
        for (String field : FIELDS) {
            if (params.text(field).isPresent()) {
                String value = field.equals("websites") ? String.join(" ", params.list(field)) : params.required(field);
                changed |= !value.equals(link.profile.put(field, value));
            }
        }
        return changed;
    }
}
