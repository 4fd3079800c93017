package dev.portway.sandbox.graph;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.NumberLink;
import java.util.List;
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

    /** Returns whether anything changed. */
    static boolean update(NumberLink link, Params params) {
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
