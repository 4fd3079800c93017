package dev.portway.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSpecTest {

    @Test
    void nesting_andArgumentsAreRead() {
        FieldSpec health = new FieldSpec("health_status", Map.of(), List.of(NodeView.plain("can_send_message")));
        FieldSpec numbers = new FieldSpec("phone_numbers", Map.of("limit", "5", "after", "x"), List.of(NodeView.plain("id"), health));

        assertThat(FieldSpec.parse("id, phone_numbers.limit(5).after(x){id,health_status{can_send_message}},name"))
                .containsExactly(NodeView.plain("id"), numbers, NodeView.plain("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{", "a{b", "}", "a}", "a.b", "a.b(", ",", "a{{b}}", "<script>", "a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}}"})
    void broken_isRefused(String fields) {
        assertThatThrownBy(() -> FieldSpec.parse(fields)).isInstanceOf(Refused.class);
    }
}
