package dev.portway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.Visitor;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.account.Users;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What does this error mean? As a browser without scripts meets it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainPageTest {
    private static final ProviderId HERE = new ProviderId("explaining");

    private final Serving serving = Serving.shared();
    private Visitor ana;

    @BeforeAll
    void serve() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(HERE, "Explaining"));
        serving.bean(Users.class).add(HERE, "ana.explains", Scope.ADMIN, new Secret("correct horse battery"));
        ana = Visitor.ofSaoPaulo(serving.uri());
        ana.signIn("ana.explains", "correct horse battery");
    }

    private String explained(String asked) {
        Map<String, String> form = ana.get("/explain").form("/explain");
        form.put("q", asked);
        Visitor.Answer answer = ana.post("/explain", form);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void linkFromAProblem_leadsToWhatItMeans() {
        assertThat(ana.get("/explain?q=two-step-on").body()).contains("id=\"problem-two-step-on\"",
                "A confirmação em duas etapas está ativada",
                "De quem é a vez", "https://business.facebook.com/wa/manage/phone-numbers/", "error:two-step-must-be-off");
    }

    @Test
    void wholeError_isPasted_andStandsInNoAddress() {
        String page = explained(
                "{\"error\":{\"code\":100,\"error_subcode\":2388103,\"error_user_msg\":\"must have an active line of credit\","
                        + "\"fbtrace_id\":\"AbC123\"}}");

        assertThat(page).contains("problem-no-payment-at-destination", "AbC123", "É o erro que você informou");
    }

    @Test
    void nothingFound_isSaid_withWhatToDo() {
        assertThat(explained("xyzzy plugh")).contains("nada é adivinhado", "fbtrace_id").doesNotContain("id=\"problem-");
        assertThat(explained("")).doesNotContain("nada é adivinhado");
    }

    @Test
    void whatIsTyped_isShownAsTyped() {
        String page = explained("</textarea><script>alert(1)</script>");

        assertThat(page).contains("&lt;/textarea&gt;").doesNotContain("<script>alert", "style=\"", "onclick");
    }

    @Test
    void page_isForThoseWhoAreSignedIn() {
        Visitor stranger = Visitor.ofSaoPaulo(serving.uri());

        assertThat(stranger.get("/explain").status()).isBetween(300, 399);
        Map<String, String> form = ana.get("/explain").form("/explain");
        form.remove("_csrf");
        assertThat(ana.post("/explain", form).status()).isEqualTo(403);
    }
}
