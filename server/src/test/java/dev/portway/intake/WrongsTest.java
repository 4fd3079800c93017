package dev.portway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void everythingWrong_isSaidAtOnce_andOnce() {
        var asked = new Asked("migrate", "11 98", null, new Asked.From(null, "read"), new Asked.To("abc"), null,
                new Asked.Span("2020-01-01T01:00:00Z", "2020-01-01T03:00:00Z"), null, "PT24H", "123", null, true);

        List<Rejected> wrongs = new Understanding(asked).wrongs(NOW);

        assertThat(wrongs).extracting(Rejected::wrong)
                .containsExactly(Wrong.NUMBER_IMPOSSIBLE, Wrong.FIELD_MALFORMED, Wrong.FIELD_MISSING, Wrong.WINDOW_OVER,
                        Wrong.NUMBER_IMPOSSIBLE);
        assertThat(wrongs).extracting(wrong -> wrong.about().get("field"))
                .containsExactly("number", "to.waba", "from.waba", null, "prober");
    }

    @Test
    void partnerThatNobodyHas_isRefused_withThoseThereAre() {
        var asked = new Asked("partner-change", "+5511987650001", null, new Asked.From("200000000000001", "own"), null, null, null, null,
                null,
                null, Map.of("partner", "boreal"), true);

        assertThatThrownBy(() -> new Understanding(asked).holdAgainst(List.of("aurora", "cedro")))
                .isInstanceOfSatisfying(Rejected.class, wrong -> {
                    assertThat(wrong.wrong()).isEqualTo(Wrong.PARTNER_NOT_FOUND);
                    assertThat(wrong.about()).containsEntry("partners", "aurora, cedro");
                });
    }

    @Test
    void nothingWrong_isAnEmptyList() {
        var asked = new Asked("migrate", "+5511987650001", null, new Asked.From("200000000000001", "read"), new Asked.To("200000000000002"),
                new Asked.Code("SMS", "pt_BR"), new Asked.Span("2026-11-22T01:00:00Z", "2026-11-22T03:00:00Z"), null, null, null, null,
                true);

        assertThat(new Understanding(asked).wrongs(NOW)).isEmpty();
    }
}
