package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.template.TemplateCopies;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateCopiesTest {

    private final Rehearsal stage = new Rehearsal();
    private final Waba source = stage.waba("200000000000001");
    private final Waba destination = stage.waba(Rehearsal.DESTINATION);

    @Test
    @Documented(page = Page.MOVE_BY_CALLS, but = "how long")
    void automaticCopy_takesApprovedAndGreenOnlyAndTakesTime() {
        move();
        assertThat(destination.templates).hasSize(2);

        stage.advance(Duration.ofSeconds(20));
        List<String> copied = destination.templates.stream().skip(2).map(each -> each.name + "/" + each.language).toList();
        List<String> green = source.templates.stream()
                .filter(each -> each.status.equals("APPROVED") && each.quality.equals("GREEN") && each.copyFailure == null)
                .map(each -> each.name + "/" + each.language)
                .filter(each -> !each.equals("pedido_confirmado/pt_BR"))
                .toList();
        assertThat(copied).isEqualTo(green).hasSizeGreaterThan(15);
    }

    @Test
    @Documented(page = Page.MOVE_BY_CALLS, but = "GREEN after it")
    void copies_startWithUnknownQualityForADay() {
        move();
        stage.advance(Duration.ofSeconds(20));
        Template copy = destination.templates.getLast();
        assertThat(copy.quality).isEqualTo("UNKNOWN");

        stage.advance(Duration.ofHours(24));
        assertThat(copy.quality).isEqualTo("GREEN");
    }

    @Test
    @Documented(page = Page.MOVE_BY_CALLS, but = "when, and which")
    void secondLook_rejectsSomeAndTellsIt() {
        move();
        stage.advance(Duration.ofSeconds(90));

        assertThat(destination.templates).filteredOn(each -> each.status.equals("REJECTED"))
                .extracting(each -> each.name)
                .containsExactlyInAnyOrder("promo_disfarcada", "aviso_de_preco");
        assertThat(stage.fieldsSent()).contains("message_template_status_update REJECTED");
    }

    @Test
    @Documented(page = Page.TEMPLATE_MIGRATION, but = "whose ids migrated_templates holds")
    void call_copiesUnknownTooAndSaysWhatFailed() {
        List<Template> wanted = source.templates.stream().filter(each -> each.status.equals("APPROVED")).toList();
        TemplateCopies.Copied copied = stage.rules.copies.copyNow(source, destination, wanted);

        assertThat(copied.failed()).containsValue("Formatting error - dangling parameter").hasSize(3);
        assertThat(copied.migrated()).hasSize(wanted.size() - 3)
                .allMatch(id -> source.templates.stream().anyMatch(each -> each.id.equals(id)));
    }

    @Test
    @Assumed(because = "the page says nothing of templates that are there already", settledBy = "the call made twice; switch copy-of-existing-template")
    void call_countsWhatIsThereAlreadyAsTheSwitchSays() {
        stage.world.switches.set(Switch.COPY_OF_EXISTING_TEMPLATE, "migrated");
        TemplateCopies.Copied copied = stage.rules.copies.copyNow(source, destination, source.templates.subList(0, 1));

        assertThat(copied.failed()).isEmpty();
        assertThat(destination.templates).hasSize(2);
    }

    @Test
    @Documented(page = Page.TEMPLATE_MIGRATION, but = "the code 100")
    void call_betweenBusinessesIsRefused() {
        assertThat(Rehearsal.refused(() -> stage.rules.copies.copyNow(stage.waba("200000000000009"), destination, List.of())))
                .isEqualTo(ErrorRow.INVALID_PARAMETER);
    }

    private void move() {
        NumberLink link = stage.proved("5511987650002");
        stage.rules.registration.register(link, "148392");
    }
}
