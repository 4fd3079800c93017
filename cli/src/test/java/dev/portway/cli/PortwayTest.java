package dev.portway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PortwayTest {
    private static final Texts ENGLISH = Texts.of("en", Map.of());

    @Test
    void usage_endsWithTwo() {
        assertThat(Portway.run("migrate", "--nonsense")).isEqualTo(Ended.USAGE);
        assertThat(Portway.run("show")).isEqualTo(Ended.USAGE);
    }

    @Test
    void serverThatIsNotThere_endsWithFour() {
        assertThat(Portway.run("list", "--server", "http://127.0.0.1:1")).isEqualTo(Ended.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portway", "file:///etc/passwd", "ftp://127.0.0.1", "http://a b", "https://",
        "https://me:secret@portway.example",
        "https://portway.example?key=1"})
    void addressThatIsNone_isSaid(String server) {
        assertThat(Portway.run("list", "--server", server)).isEqualTo(Ended.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://portway.example", "http://10.0.0.7:8420", "http://127.0.0.1.portway.example",
        "http://localhost.example"})
    void key_isNotSentInTheClear(String server) {
        var environment = Map.of("PORTWAY_API_KEY", "pk_mine", "PORTWAY_URL", server);

        assertThatThrownBy(() -> Address.of(null, environment, ENGLISH)).isInstanceOf(Told.class).hasMessageNotContaining("pk_mine");
        assertThat(Address.of(null, Map.of("PORTWAY_URL", server), ENGLISH)).as("without a key").isEqualTo(new Address(server, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://portway.example", "http://127.0.0.1:8420", "http://localhost:8420", "http://[::1]:8420"})
    void key_isSentByTls_orWithinThisMachine(String server) {
        assertThat(Address.of(server, Map.of("PORTWAY_API_KEY", "pk_mine"), ENGLISH)).isEqualTo(new Address(server, "pk_mine"));
    }

    @Test
    void help_saysTheExitCodes() {
        assertThat(Portway.spoken(ENGLISH).getUsageMessage()).contains("Exit codes:", "waits for a person", "130");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "es"})
    void everyCommandAndOption_saysWhatItIsFor_andHowItEnds(String language) {
        Texts texts = Texts.of(language, Map.of());
        CommandLine portway = Portway.spoken(texts);
        var commands = new ArrayList<>(portway.getSubcommands().values());
        commands.add(portway);

        assertThat(commands).allSatisfy(command -> {
            var spec = command.getCommandSpec();
            assertThat(spec.usageMessage().description()).as(spec.qualifiedName()).isNotEmpty();
            assertThat(spec.usageMessage().exitCodeList()).as(spec.qualifiedName()).containsKeys("0", "1", "2", "3", "4");
            assertThat(spec.args()).allSatisfy(option -> assertThat(option.description()).as(option.paramLabel()).isNotEmpty());
            assertThat(command.getUsageMessage()).startsWith(texts.help().getString("usage.synopsisHeading"));
        });
    }

    @Test
    void check_saysItsOwnExitCodes() {
        var help = new StringWriter();
        Portway.spoken(Texts.of("pt-BR", Map.of())).setOut(new PrintWriter(help)).execute("check", "--help");

        assertThat(help.toString())
                .contains("Códigos de saída:", "0   nada impede a mudança", "se recusou a olhar", "Só olha, não altera nada",
                        "Mostra esta ajuda");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"partner-change +5511987654321 --from 1 --lang pt|Falta --partner.",
        "migrate --lang=es --to 1|Falta NUMBER.",
        "show x --lang pt --forse|Aqui não existe --forse.", "list --lang es --jsom|¿Quiso decir --json?",
        "demo --lang pt --port abc|--port não pode ser \"abc\".", "list --json --json --lang en|--json is there twice.",
        "check 1 --to|--to is missing.", "migrat|There is no migrat here. Did you mean migrate?"})
    void whatIsWrongWithItsUse_isSaidInTheirLanguage(String line, String said) {
        String[] args = line.split(" ");
        String language = Portway.language(args);
        Texts texts = Texts.of(language == null ? "en" : language, Map.of());
        var errors = new StringWriter();

        assertThat(Portway.spoken(texts).setErr(new PrintWriter(errors)).execute(args)).isEqualTo(Ended.USAGE);

        assertThat(errors.toString()).contains(said, "--help").doesNotContain("Unknown", "Missing", "Invalid");
    }

    @Test
    void order_saysWhatTheOptionsSay() {
        var migrate = new Migrate();
        new CommandLine(migrate).parseArgs("+5511987654321", "--from", "111111", "--access", "read", "--to", "222222", "--voice", "--lang",
                "es", "--window",
                "2026-12-01T02:00:00Z/2026-12-01T04:00:00Z");

        assertThat(migrate.order()).containsEntry("number", "+5511987654321")
                .containsEntry("from", Map.of("waba", "111111", "access", "read"))
                .containsEntry("code", Map.of("method", "VOICE", "language", "es"))
                .doesNotContainKey("route")
                .containsEntry("window", Map.of("opens", "2026-12-01T02:00:00Z", "closes", "2026-12-01T04:00:00Z"));
    }

    @Test
    void orderOfAnotherRoute_saysOnlyWhatIsSaid() {
        var migrate = new Migrate();
        new CommandLine(migrate).parseArgs("+5511987654321", "+5511987654322", "--route", "currency", "--from", "111111", "--term",
                "currency=BRL", "--term", "credit-line=33333");

        assertThat(migrate.order()).containsEntry("route", "currency")
                .containsEntry("numbers", List.of("+5511987654321", "+5511987654322"))
                .containsEntry("from", Map.of("waba", "111111"))
                .containsEntry("terms", Map.of("currency", "BRL", "credit-line", "33333"))
                .doesNotContainKeys("number", "to");
    }

    @Test
    void shortWaysIn_areOrdersOfTheirRoutes() {
        var change = new PartnerChange();
        new CommandLine(change).parseArgs("+5511987654321", "--from", "111111", "--partner", "sunrise");
        var leaving = new PortOut();
        new CommandLine(leaving).parseArgs("+5511987654321", "--from", "111111");

        assertThat(change.order()).containsEntry("route", "partner-change").containsEntry("terms", Map.of("partner", "sunrise"));
        assertThat(leaving.order()).containsEntry("route", "port-out").doesNotContainKeys("terms", "code", "to");
    }

    @Test
    void window_isTwoInstants() {
        var migrate = new Migrate();
        new CommandLine(migrate).parseArgs("+5511987654321", "--to", "222222", "--window", "tonight");

        assertThatThrownBy(migrate::order).isInstanceOf(Told.class);
    }

    @Test
    void address_isGivenOrOfTheEnvironmentOrKept(@TempDir Path folder) {
        var environment = Map.of("PORTWAY_DATA", folder.toString());
        new Address("http://127.0.0.1:9999", "pk_kept").keep(folder);

        assertThat(Address.of(null, environment, ENGLISH)).isEqualTo(new Address("http://127.0.0.1:9999", "pk_kept"));
        assertThat(Address.of("http://127.0.0.1:7/", environment, ENGLISH)).as("and the kept key goes nowhere else")
                .isEqualTo(new Address("http://127.0.0.1:7", ""));
        assertThat(Address.of(null, environment, ENGLISH).toString()).doesNotContain("pk_kept");
    }

    @Test
    void address_isAtTheServicesPort_whereNothingIsWrittenDown(@TempDir Path folder) {
        var environment = Map.of("PORTWAY_DATA", folder.toString(), "PORTWAY_PORT", "9001");
        assertThat(Address.of(null, environment, ENGLISH)).isEqualTo(new Address("http://127.0.0.1:9001", ""));
        new Address("http://127.0.0.1:9999", "pk_kept").keep(folder);
        assertThat(Address.of(null, environment, ENGLISH)).isEqualTo(new Address("http://127.0.0.1:9999", "pk_kept"));
    }

    @Test
    void address_isForgottenByWhoeverWroteIt(@TempDir Path folder) {
        var demo = new Address("http://127.0.0.1:9999", "pk_demo");
        var service = new Address("http://127.0.0.1:8420", "pk_service");
        service.keep(folder);
        demo.forget(folder);
        assertThat(Address.keptIn(folder)).contains(service);
        service.forget(folder);
        assertThat(Address.keptIn(folder)).isEmpty();
    }

    @Test
    void port_thatAnotherDemoHasChosen_isTaken() {
        int one = Ports.near("NOBODY_SETS_THIS", 0);
        assertThat(Ports.near("NOBODY_SETS_THIS", one)).as("held, though nobody listens yet").isNotEqualTo(one);
    }

    @Test
    void screen_isPlainWhereThereIsNoTerminal() {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, false);

        screen.waiting("for the code");
        screen.good("moved");
        screen.table(List.of(List.of("a", "long"), List.of("bbb", "x")));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("  ✔ moved", "  a    long", "  bbb  x");
    }
}
