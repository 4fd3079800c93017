package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.refusal.Hindrance;

import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;

/** How a WABA comes to be, whoever asks for it. Documented: 20 for a portfolio. Assumed: what is said when there are as many. */
public final class NewWabas {

    private final World world;

    public NewWabas(World world) {
        this.world = world;
    }

    /** To be asked before anything is changed. */
    public void check(Business owner) {
        Hindrance.TOO_MANY_WABAS.unless(room(owner));
    }

    boolean room(Business owner) {
        return world.wabas.values().stream().filter(waba -> waba.ownerId.equals(owner.id)).count() < owner.wabaCap;
    }

    /** An empty one; there was room for it. */
    public Waba make(Business owner, String name) {
        Waba made = new Waba(world.ids().other(), name, owner.id);
        made.namespace = "sandbox_" + made.id;
        made.createdAt = world.now();
        world.wabas.put(made.id, made);
        return made;
    }
}
