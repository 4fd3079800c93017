package dev.portway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.Visitor;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.account.SetUps;
import dev.portway.account.Users;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the provider is at Meta, as a browser without scripts meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetUpPageTest {
    private static final ProviderId HERE = new ProviderId("setting-up");
    private static final ProviderId THERE = new ProviderId("setting-up-there");

    private final Serving serving = Serving.shared();
    private final SetUps setUps = serving.bean(SetUps.class);
    private Visitor ana;

    @BeforeAll
    void serve() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(HERE, "Setting up"));
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(THERE, "There"));
        serving.bean(Users.class).add(HERE, "ana.sets", Scope.ADMIN, new Secret("correct horse battery"));
        ana = Visitor.ofSaoPaulo(serving.uri());
        ana.signIn("ana.sets", "correct horse battery");
    }

    @BeforeEach
    void nothingSaid() {
        serving.sql().sql("delete from set_up_changes where provider_id in (?, ?)").params(HERE.value(), THERE.value()).update();
    }

    private Map<String, String> form() {
        return ana.get("/set-up").form("/set-up");
    }

    private Visitor.Answer sent(Map<String, String> form, Map<String, String> typed) {
        form.putAll(typed);
        return ana.post("/set-up", form);
    }

    @Test
    void whatIsSaid_holds_andIsShownWithWhoSaidIt() {
        assertThat(ana.get("/set-up").body()).contains("Ninguém disse nada ainda", "Ainda não há um app seu na Meta",
                "O servidor diz: Não.");

        Visitor.Answer saved = sent(form(), Map.of("signUpConfig", " 600000000000001 ", "creditLine", "yes", "sharing", ""));

        assertThat(saved.goesTo()).isEqualTo("/set-up?saved");
        assertThat(setUps.of(HERE)).isEqualTo(new SetUps.SetUp("600000000000001", "yes", "", ""));
        assertThat(ana.get("/set-up?saved").body()).contains("Já está valendo", "value=\"600000000000001\"", "ana.sets",
                "Linha de crédito: Sim, compartilho com clientes");
        assertThat(setUps.of(THERE)).isEqualTo(SetUps.SetUp.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, só algarismos", "en, digits only", "es, solo cifras"})
    void whatIsWrong_isSaidBesideItsField_inTheReadersLanguage(String language, String said) {
        ana.get("/set-up?lang=" + language);

        Visitor.Answer refused = sent(form(), Map.of("signUpConfig", "my \"config\"", "creditLine", "yes"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(said, "id=\"signUpConfig-wrong\"", "aria-invalid=\"true\"", "value=\"my &#34;config&#34;\"",
                "name=\"creditLine\" value=\"yes\" checked");
        assertThat(setUps.version(HERE)).isZero();
        assertThat(sent(form(), Map.of("solution", "perhaps")).body()).contains("solution-wrong");
        ana.get("/set-up?lang=pt-BR");
    }

    @Test
    void whoIsLate_losesNothing_andOverwritesNobody() {
        Map<String, String> form = form();
        setUps.set(HERE, 0, new SetUps.SetUp("", "no", "", ""), "bia");

        Visitor.Answer late = sent(form, Map.of("creditLine", "yes"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Alguém mudou isto nesse meio-tempo", "name=\"creditLine\" value=\"yes\" checked", "bia");
        assertThat(setUps.of(HERE).creditLine()).isEqualTo("no");
        assertThat(sent(late.form("/set-up"), Map.of("creditLine", "yes")).goesTo()).as("seen, and meant").isEqualTo("/set-up?saved");
        assertThat(sent(form(), Map.of("version", "-1", "creditLine", "no")).status()).isEqualTo(409);
    }

    @Test
    void page_isForThoseWhoAreSignedIn_andItsFormIsOurs() {
        assertThat(Visitor.ofSaoPaulo(serving.uri()).get("/set-up").status()).isBetween(300, 399);
        Map<String, String> form = form();
        form.remove("_csrf");
        assertThat(sent(form, Map.of("creditLine", "yes")).status()).isEqualTo(403);
        assertThat(setUps.version(HERE)).isZero();
    }
}
