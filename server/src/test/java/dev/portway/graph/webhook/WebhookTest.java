package dev.portway.graph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.WabaId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Secret SECRET = new Secret("sandbox-secret-destination");

    @Test
    void onlyTheRawBodyUnderTheAppsSecret_holds() {
        byte[] body = bytes("{\"a\":\"\\u00e7\"}");
        String signature = Signature.of(SECRET, body);
        assertThat(signature).startsWith("sha256=").hasSize(71);
        assertThat(Signature.holds(SECRET, body, signature)).isTrue();
        assertThat(Signature.holds(SECRET, bytes("{\"a\":\"ç\"}"), signature)).isFalse();
        assertThat(Signature.holds(new Secret("another"), body, signature)).isFalse();
        assertThat(Signature.holds(SECRET, body, null)).isFalse();
        assertThat(Signature.holds(SECRET, body, "")).isFalse();
    }

    @Test
    void eachDifferentChange_isNewsOnce() {
        String change = "{\"field\":\"security\",\"value\":{\"display_phone_number\":\"+55 11 98765-0002\",\"event\":\"PIN_REQUEST_SUCCESS\"}}";
        assertThat(News.in(bytes("{\"entry\":[{\"id\":\"200000000000001\",\"changes\":[" + change + "," + change + "]}]}")))
                .containsExactly(
                        new News(Optional.of(new PhoneNumber("+5511987650002")), Optional.of(new WabaId("200000000000001")),
                                "security:PIN_REQUEST_SUCCESS", Optional.empty(), Optional.empty()));
    }

    /** Of two that tell the same of the same number the later one is to be heard last. */
    @Test
    void newsOfADelivery_keepTheirOrder() {
        List<String> fields = Stream.of("h", "c", "f", "a", "g", "b", "e", "d").map("account_"::concat).toList();
        String changes = fields.stream().map("{\"field\":\"%s\",\"value\":{}}"::formatted).collect(Collectors.joining(","));
        List<News> news = List.copyOf(News.in(bytes("{\"entry\":[{\"id\":\"200000000000001\",\"changes\":[" + changes + "]}]}")));

        assertThat(new Deliveries.Delivery(1, new ProviderId("here"), "1", news).news()).extracting(News::about).isEqualTo(fields);
    }

    @Test
    void twoStepVerification_isToldWithItsTime() {
        assertThat(told("PIN_REQUEST_SUCCESS", "1748811473"))
                .contains(new TwoStepTold(TwoStep.OFF, "PIN_REQUEST_SUCCESS", Instant.ofEpochSecond(1_748_811_473)));
        assertThat(told("PIN_CHANGED", "1748811473").map(TwoStepTold::says)).contains(TwoStep.ON);
        assertThat(told("PIN_RESET_REQUEST", "1748811473")).isEmpty();
        assertThat(told("PIN_CHANGED", "null")).isEmpty();
        assertThat(told("PIN_CHANGED", "9e30")).isEmpty();
    }

    private static Optional<TwoStepTold> told(String event, String time) {
        String body = """
                {"entry":[{"id":"200000000000001","time":%s,"changes":[{"field":"security",
                "value":{"display_phone_number":"5511987650002","event":"%s"}}]}]}""".formatted(time, event);
        return News.in(bytes(body)).stream().findFirst().flatMap(News::twoStep);
    }

    @Test
    void whatMetaAnnouncesOfAnAccount_isToldWithItsDate() {
        var at = Instant.ofEpochSecond(1_748_811_473);

        assertThat(announced("1748811473", "\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"SCHEDULE_FOR_DISABLE\","
                + "\"waba_ban_date\":\"June 8, 2025\"}"))
                .contains(AccountTold.banned("SCHEDULE_FOR_DISABLE", "June 8  2025", at));
        assertThat(announced("1748811473", "\"event\":\"ACCOUNT_RESTRICTION\",\"restriction_info\":["
                + "{\"restriction_type\":\"RESTRICTED_ADD_PHONE_NUMBER_ACTION\",\"expiration\":1748900000},{\"restriction_type\":\"ENDLESS\"}]"))
                .contains(AccountTold.restricted(
                        List.of(new AccountTold.Restriction("RESTRICTED_ADD_PHONE_NUMBER_ACTION", Instant.ofEpochSecond(1_748_900_000))),
                        at));
        assertThat(announced("null", "\"event\":\"DISABLED_UPDATE\",\"ban_info\":{\"waba_ban_state\":\"DISABLE\"}")).isEmpty();
        assertThat(announced("1748811473", "\"event\":\"DISABLED_UPDATE\"")).isEmpty();
        assertThat(announced("1748811473", "\"event\":\"ACCOUNT_DELETED\"")).isEmpty();
    }

    private static Optional<AccountTold> announced(String time, String value) {
        String body = "{\"entry\":[{\"id\":\"200000000000001\",\"time\":" + time + ",\"changes\":[{\"field\":\"account_update\",\"value\":{"
                + value + "}}]}]}";
        return News.in(bytes(body)).stream().findFirst().flatMap(News::account);
    }

    @Test
    void newsOfPartners_isAboutTheWabaInside() {
        assertThat(News.in(bytes("""
                {"entry":[{"id":"510000000000002","changes":[{"field":"account_update",
                "value":{"event":"PARTNER_ADDED","waba_info":{"waba_id":"200000000000005"}}}]}]}""")))
                .containsExactly(new News(Optional.empty(), Optional.of(new WabaId("200000000000005")), "account_update:PARTNER_ADDED",
                        Optional.empty(), Optional.empty()));
    }

    @Test
    void deliveryOfThousandsOfChanges_isNewsOfEachNumber_andNotOfEachChange() {
        String many = IntStream.range(0, 30_000)
                .mapToObj(i -> "{\"field\":\"account_" + i + "\",\"value\":{\"display_phone_number\":\"+551198765000" + i % 3 + "\"}}")
                .collect(Collectors.joining(","));

        Set<News> news = News.in(bytes("{\"entry\":[{\"id\":\"200000000000001\",\"changes\":[" + many + "]}]}"));

        assertThat(news).hasSize(3 * News.MOST_OF_ONE);
        assertThat(news.stream().map(News::number).distinct()).hasSize(3);
    }

    @Test
    void deliveryAboutMoreThanGraphPutsIntoOne_isHeardAsFarAsThat() {
        String many = IntStream.range(0, 30_000)
                .mapToObj(i -> "{\"field\":\"security\",\"value\":{\"display_phone_number\":\"+55119876" + (50_000 + i) + "\"}}")
                .collect(Collectors.joining(","));

        assertThat(News.in(bytes("{\"entry\":[{\"id\":\"200000000000001\",\"changes\":[" + many + "]}]}"))).hasSize(News.MOST);
    }

    @Test
    void whatIsNoWebhook_holdsNoNews() {
        assertThat(News.in(bytes("<html>"))).isEmpty();
        assertThat(News.in(bytes("{\"entry\":7}"))).isEmpty();
        assertThat(News.in(bytes("[]"))).isEmpty();
        assertThat(News.in(bytes(""))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
