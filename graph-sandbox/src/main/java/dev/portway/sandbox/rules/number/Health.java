package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether messages can be sent, and what is in the way. Documented: {@code health_status}; the overall answer is the worst of its entities. */
public final class Health {

    /** How well one thing can take part in sending. */
    public enum Ability {
        AVAILABLE, LIMITED, BLOCKED
    }

    /** One thing a message depends on; the problem is null when there is none. */
    public record Entity(String type, String id, Ability ability, @Nullable Trouble trouble) {}

    /** What is wrong, in Graph's words. */
    public record Trouble(int code, String description, String solution) {}

    private final Numbers numbers;

    public Health(Numbers numbers) {
        this.numbers = numbers;
    }

    public List<Entity> of(NumberLink link, App app) {
        List<Entity> entities = new ArrayList<>();
        entities.add(number(link));
        entities.addAll(of(link.waba, app));
        return entities;
    }

    public List<Entity> of(Template template, App app) {
        List<Entity> entities = new ArrayList<>();
        boolean approved = template.status.equals("APPROVED");
        entities.add(new Entity("MESSAGE_TEMPLATE", template.id, approved ? Ability.AVAILABLE : Ability.BLOCKED,
                approved ? null : new Trouble(141002, "The message template is not approved", "Get the template approved")));
        entities.addAll(of(template.waba, app));
        return entities;
    }

    public List<Entity> of(Waba waba, App app) {
        boolean verified = numbers.owner(waba).verified();
        Entity business = new Entity("BUSINESS", waba.ownerId, verified ? Ability.AVAILABLE : Ability.LIMITED,
                verified
                        ? null
                        : new Trouble(141010, "The business has not passed business verification.", "Visit business settings and start"
                                + " or resolve the business verification request."));
        return List.of(account(waba), business, new Entity("APP", app.id, app.blocked ? Ability.BLOCKED : Ability.AVAILABLE, null));
    }

    private Entity account(Waba waba) {
        // Assumed code 141007: only its neighbours are published.
        if (waba.disabled()) {
            return new Entity("WABA", waba.id, Ability.BLOCKED,
                    new Trouble(141007, "The WhatsApp Business Account is disabled", "Appeal in Business Support Home"));
        }
        if (!waba.reviewStatus.equals("APPROVED")) {
            return new Entity("WABA", waba.id, Ability.BLOCKED,
                    new Trouble(141004, "The WhatsApp Business Account is not approved", "Wait for the account review to end"));
        }
        if (!numbers.pays(waba)) {
            return new Entity("WABA", waba.id, Ability.BLOCKED,
                    new Trouble(141006, "There is an error with the payment method.", "Add a valid payment method"));
        }
        return new Entity("WABA", waba.id, Ability.AVAILABLE, null);
    }

    /** Assumed codes 141000 and 141004: only 141002, 141006 and 138024 are published. */
    private Entity number(NumberLink link) {
        boolean able = numbers.status(link).equals("CONNECTED") && link.registered();
        return new Entity("PHONE_NUMBER", link.id, able ? Ability.AVAILABLE : Ability.BLOCKED,
                able ? null : new Trouble(141000, "The phone number is not registered", "Register the phone number"));
    }

    public static Ability worst(List<Entity> entities) {
        return entities.stream().map(Entity::ability).max(Enum::compareTo).orElse(Ability.AVAILABLE);
    }
}
