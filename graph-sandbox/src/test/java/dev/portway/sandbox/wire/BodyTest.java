package dev.portway.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BodyTest {

    @Test
    void formJsonAndMultipart_giveTheSameParameters() {
        String multipart = String.join("\r\n", "-----x", "Content-Disposition: form-data; name=\"name\"", "", "pão", "-----x",
                "Content-Disposition: form-data; name=\"status\"", "", "[\"APPROVED\"]", "-----x--", "");

        for (Params params : new Params[]{read("application/x-www-form-urlencoded", "name=p%C3%A3o&status=%5B%22APPROVED%22%5D"),
            read("application/json", "{\"name\":\"pão\",\"status\":[\"APPROVED\"]}"),
            read("", "{\"name\":\"pão\",\"status\":[\"APPROVED\"]}"),
            read("multipart/form-data; boundary=---x", multipart)}) {
            assertThat(params.required("name")).isEqualTo("pão");
            assertThat(params.list("status")).containsExactly("APPROVED");
        }
    }

    @Test
    void lists_areReadInEveryFormSeen() {
        assertThat(read("", "tasks=['MANAGE']").list("tasks")).containsExactly("MANAGE");
        assertThat(read("", "tasks=MANAGE").list("tasks")).containsExactly("MANAGE");
        assertThat(read("", "tasks[]=A&tasks[1]=B").list("tasks")).containsExactly("A", "B");
    }

    @Test
    void flags_areReadAsTypesAndAsText() {
        assertThat(read("application/json", "{\"a\":true,\"b\":\"true\",\"c\":1,\"d\":\"0\"}")).satisfies(params -> {
            assertThat(params.flag("a")).isTrue();
            assertThat(params.flag("b")).isTrue();
            assertThat(params.flag("c")).isTrue();
            assertThat(params.flag("d")).isFalse();
        });
    }

    @Test
    void brokenBodies_areRefused() {
        assertThatThrownBy(() -> read("application/json", "{\"a\":")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("application/json", "[1]")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("", "a=1&".repeat(5_001))).isInstanceOf(Refused.class);
        String many = IntStream.range(0, 5_001).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        assertThatThrownBy(() -> read("application/json", many)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("application/json", "{\"a\":" + "[".repeat(5000) + "}")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("application/x-www-form-urlencoded", "a=%zz")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Body.read(new byte[]{'{', (byte) 0xC3, '}'}, "application/json", new HashMap<>()))
                .isInstanceOf(Refused.class);
    }

    private static Params read(String type, String body) {
        Map<String, JsonNode> values = new HashMap<>();
        Body.read(body.getBytes(StandardCharsets.UTF_8), type, values);
        return new Params(values);
    }
}
