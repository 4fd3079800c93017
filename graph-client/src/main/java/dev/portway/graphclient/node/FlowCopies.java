package dev.portway.graphclient.node;

import dev.portway.graphclient.value.FlowId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of copying Flows. Source: Meta's OpenAPI file v23. */
public record FlowCopies(List<Copy> copied, List<Failure> failed) {
    public FlowCopies {
        copied = List.copyOf(copied);
        failed = List.copyOf(failed);
    }

    /** @param original null: Graph did not say */
    public record Copy(String name, @Nullable FlowId original, FlowId copy) {}

    /**
     * @param code 4233041 is all that Meta shows; -1 when absent
     * @param message why, in Meta's words
     */
    public record Failure(String name, int code, @Nullable String message) {}
}
