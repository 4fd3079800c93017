package dev.portway.graphclient.node;

import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a business portfolio. Names and addresses are not asked for: nobody here needs them.
 *
 * <p>Source: Meta, "Business Business Users", 31 Jul 2025: the base roles only.
 */
public record BusinessUser(UserId id, @Nullable Open<Role> role) {
    public enum Role {
        ADMIN, EMPLOYEE
    }
}
