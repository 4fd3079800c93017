package dev.portway.api;

import dev.portway.account.SetUps.Change;
import dev.portway.account.SetUps.SetUp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is at Meta.
 *
 * @param version to be sent with the next change; 0 where nothing was said yet
 * @param own what it says itself
 * @param server what holds where it says nothing
 * @param changes newest first
 */
record SetUpView(int version, AtMetaView own, AtMetaView server, List<SetUpChangeView> changes) {

    /** Null where nothing is said. */
    record AtMetaView(@Nullable String signUpConfig, @Nullable String creditLine, @Nullable String solution, @Nullable String sharing) {
        static AtMetaView of(SetUp setUp) {
            return new AtMetaView(orNull(setUp.signUpConfig()), orNull(setUp.creditLine()), orNull(setUp.solution()),
                    orNull(setUp.sharing()));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** @param by the name of a key or a person; null: whoever runs the server, on its machine */
    record SetUpChangeView(int version, AtMetaView own, @Nullable String by, Instant at) {
        static SetUpChangeView of(Change change) {
            return new SetUpChangeView(change.version(), AtMetaView.of(change.setUp()), AtMetaView.orNull(change.by()), change.at());
        }
    }

    static SetUpView of(List<Change> changes, SetUp server) {
        int version = changes.isEmpty() ? 0 : changes.getFirst().version();
        SetUp own = changes.isEmpty() ? SetUp.OPEN : changes.getFirst().setUp();
        return new SetUpView(version, AtMetaView.of(own), AtMetaView.of(server), changes.stream().map(SetUpChangeView::of).toList());
    }
}
