package dev.portway.sandbox.rules.access;

import dev.portway.sandbox.refusal.Hindrance;

import dev.portway.sandbox.world.Person;
import org.jspecify.annotations.Nullable;

/** What only an admin of a portfolio may do on Meta's pages. */
public final class Admins {

    private Admins() {}

    /** Null stands for an admin whom the world does not name. */
    public static void check(@Nullable Person by, String businessId) {
        if (by != null && !(by.role().equals("ADMIN") && by.businessId().equals(businessId))) {
            throw Hindrance.NOT_ADMIN.hinders(by.name());
        }
    }
}
