package dev.portway.graphclient.node;

import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of a business may do what on a WABA.
 *
 * <p>Source: Meta's SDK schema, 15 Apr 2026, and its OpenAPI file v23.
 *
 * @param business whose user it is
 * @param tasks empty: Graph did not say
 */
public record AssignedUser(
        UserId id,
        @Nullable String name,
        @Nullable BusinessId business,
        @Nullable Open<Type> type,
        List<Open<Task>> tasks) {
    public AssignedUser {
        tasks = List.copyOf(tasks);
    }

    public enum Type {
        BUSINESS_USER, SYSTEM_USER
    }

    /** {@code MANAGE} is what a system user needs to do all that a move needs. The last five stand on Meta's pages only. */
    public enum Task {
        MANAGE, DEVELOP, MANAGE_TEMPLATES, MANAGE_PHONE, VIEW_COST, MANAGE_EXTENSIONS, VIEW_PHONE_ASSETS, MANAGE_PHONE_ASSETS, VIEW_TEMPLATES, MESSAGING, VIEW_INSIGHTS, RECEIVE_INCOMING_MESSAGES, MANAGE_BILLING, MANAGE_USERS, FULL_CONTROL
    }
}
