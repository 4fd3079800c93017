package dev.portway.graphclient;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.AssignedUser;
import dev.portway.graphclient.node.AssignedUser.Task;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.UserId;
import dev.portway.graphclient.value.WabaId;
import java.util.List;
import java.util.Set;

/** Who may do what on a WABA. Source: Meta's SDK schema, 15 Apr 2026, and its OpenAPI file v23. */
public final class UserCalls {
    private static final List<String> FIELDS = List.of("id", "name", "business", "user_type", "tasks");

    private final GraphLine line;

    UserCalls(GraphLine line) {
        this.line = line;
    }

    /** The users of that business who were given something to do on a WABA. */
    public ReadResult<Listing<AssignedUser>> assigned(WabaId waba, BusinessId business) {
        Call call = Call.get(path(waba)).with("business", business);
        return line.unknownFields().without(FIELDS, names -> Pages.all(line, call.with("fields", names), UserCalls::user));
    }

    /** Gives a user these tasks instead of those it had. May be repeated. */
    public EffectResult<Done> assign(WabaId waba, UserId user, Set<Task> tasks, SendBy sendBy) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a user is assigned at least one task");
        }
        Call call = Call.post(path(waba)).with("user", user).with("tasks", tasks.stream().sorted().toList());
        return line.effect(call, sendBy, RegistrationCalls::success);
    }

    /** Takes a WABA away from a user. May be repeated. */
    public EffectResult<Done> dismiss(WabaId waba, UserId user, SendBy sendBy) {
        return line.effect(Call.delete(path(waba)).with("user", user), sendBy, RegistrationCalls::success);
    }

    private static String path(WabaId waba) {
        return "/" + waba + "/assigned_users";
    }

    private static AssignedUser user(Fields json) {
        Fields business = json.child("business");
        return new AssignedUser(json.needed("id", UserId::new),
                json.text("name"),
                business == null ? json.value("business", BusinessId::new) : business.value("id", BusinessId::new),
                json.open("user_type", AssignedUser.Type.class),
                json.texts("tasks").stream().map(task -> Open.of(Task.class, task)).toList());
    }
}
