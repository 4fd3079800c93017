package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.rules.notice.Notices;

import dev.portway.sandbox.world.Flow;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Objects;

/** A WABA made in the likeness of another of the same owner, and numbers that go there as they are. */
public final class WabaClones {

    private final World world;
    private final Notices notices;
    private final NewWabas newWabas;

    public WabaClones(World world, NewWabas newWabas, Notices notices) {
        this.newWabas = newWabas;
        this.world = world;
        this.notices = notices;
    }

    /** To be asked before a WABA is made like this one. */
    public void checkRoom(Waba source) {
        newWabas.check(Objects.requireNonNull(world.businesses.get(source.ownerId)));
    }

    boolean room(Waba source) {
        return newWabas.room(Objects.requireNonNull(world.businesses.get(source.ownerId)));
    }

    /** A new, empty WABA of the same owner. Assumed: in the currency and time zone of the other. */
    public Waba empty(Waba source) {
        return empty(source, source.name);
    }

    private Waba empty(Waba source, String name) {
        Waba made = newWabas.make(Objects.requireNonNull(world.businesses.get(source.ownerId)), name);
        made.currency = source.currency;
        made.timezoneId = source.timezoneId;
        made.country = source.country;
        made.madeFrom = source.id;
        return made;
    }

    /** Named after its currency too, with apps, users, partners, Flows and templates of every status. */
    public Waba of(Waba source, String currency) {
        Waba made = empty(source, source.name + " (" + currency + ")");
        made.currency = currency;
        made.partners.putAll(source.partners);
        made.subscriptions.putAll(source.subscriptions);
        made.assignedUsers.putAll(source.assignedUsers);
        List.copyOf(source.templates).forEach(template -> copy(template, made));
        List.copyOf(world.flows.values()).stream().filter(flow -> flow.waba == source).forEach(flow -> copy(flow, made));
        return made;
    }

    private void copy(Template template, Waba to) {
        Template copy = new Template(world.ids().template(), to, new Template.Name(template.name, template.language, template.category),
                template.components.deepCopy());
        copy.status = template.status;
        copy.rejectedReason = template.rejectedReason;
        copy.parameterFormat = template.parameterFormat;
        copy.subCategory = template.subCategory;
        copy.createdAt = world.now();
        copy.qualityAt = world.now();
        world.add(copy);
    }

    private void copy(Flow flow, Waba to) {
        Flow copy = new Flow(world.ids().other(), to, flow.name);
        copy.status = flow.status;
        copy.categories.addAll(flow.categories);
        copy.endpoint = flow.endpoint;
        copy.content = flow.content;
        copy.updatedAt = world.now();
        world.flows.put(copy.id, copy);
    }

    /** The number is there too, beside where it is. */
    public NumberLink beside(NumberLink link, Waba to, String id) {
        NumberLink other = likeness(link, to, id);
        other.shared = true;
        world.add(other);
        return other;
    }

    /** The number goes on there as it was, without being registered again. */
    void move(NumberLink link, Waba to, String id) {
        NumberLink moved = likeness(link, to, id);
        link.state = NumberLink.State.MIGRATED;
        world.add(moved);
        notices.remember(link.waba, "PHONE_NUMBER_REMOVED", to.id, Notices.shortly(link.line) + " moved");
    }

    private static NumberLink likeness(NumberLink link, Waba to, String id) {
        NumberLink moved = new NumberLink(id, to, link.line);
        moved.state = link.state;
        moved.verifiedAt = link.verifiedAt;
        moved.registeredAt = link.registeredAt;
        moved.addedAt = link.addedAt;
        moved.hasCertificate = link.hasCertificate;
        moved.platform = link.platform;
        moved.webhookOverride = link.webhookOverride;
        moved.username = link.username;
        moved.profile.putAll(link.profile);
        moved.keepStanding(link);
        return moved;
    }
}
