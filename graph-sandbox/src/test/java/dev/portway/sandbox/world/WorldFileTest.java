package dev.portway.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.json.Json;
import org.junit.jupiter.api.Test;

class WorldFileTest {

    private final World world = new World(SandboxClock.ofMachine());

    @Test
    void defaultWorld_hasEveryStatusCategoryAndQuality() {
        WorldFile.shipped("default").into(world);

        assertThat(world.templates.values()).extracting(each -> each.status)
                .contains("APPROVED", "ARCHIVED", "DISABLED", "IN_APPEAL", "LIMIT_EXCEEDED", "PAUSED", "PENDING", "PENDING_DELETION",
                        "REJECTED");
        assertThat(world.templates.values()).extracting(each -> each.category).contains("AUTHENTICATION", "MARKETING", "UTILITY");
        assertThat(world.templates.values()).extracting(each -> each.quality).contains("GREEN", "YELLOW", "RED", "UNKNOWN");
    }

    @Test
    void brokenFile_namesThePlace() {
        assertThatThrownBy(
                () -> read("{\"businesses\":[{\"id\":\"1\",\"name\":\"A\"}],\"wabas\":[{\"id\":\"2\",\"name\":\"W\",\"owner\":\"9\"}]}"))
                .hasMessage("world file: wabas[0].owner names '9', which the file does not declare");
        assertThatThrownBy(() -> read("{\"businesses\":[{\"id\":7}]}")).hasMessage("world file: businesses[0].id wants a text");
        assertThatThrownBy(() -> read("{\"businesses\":{}}")).hasMessage("world file: businesses wants a list");
    }

    @Test
    void unknownWorld_isRefusedByName() {
        assertThatThrownBy(() -> WorldFile.shipped("atlantis")).hasMessage("there is no world 'atlantis'");
    }

    private void read(String json) {
        WorldFile.of(Json.parse(json).orElseThrow()).into(world);
    }
}
