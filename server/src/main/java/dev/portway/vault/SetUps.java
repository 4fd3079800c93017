package dev.portway.vault;

import dev.portway.migration.ProviderId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each provider is at Meta. What is left open is as the server's settings say, which hold for all.
 *
 * <pre>
 * set_ups (provider)   signup_config · credit_line · solution · sharing      '' where it is left open
 * </pre>
 */
public class SetUps {
    private final JdbcClient sql;

    public SetUps(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one provider says; each is empty where it leaves it to the server.
     *
     * @param signUpConfig id of the Embedded Signup configuration of its app
     * @param creditLine {@code yes} or {@code no}: whether it has one that it shares with clients
     * @param solution {@code yes} or {@code no}: whether it is part of a Multi-Partner Solution
     * @param sharing {@code offered} or {@code not-offered}: whether Meta's sign-up lets its clients share existing numbers
     */
    public record SetUp(String signUpConfig, String creditLine, String solution, String sharing) {
        public static final SetUp OPEN = new SetUp("", "", "", "");

        public SetUp {
            require(signUpConfig.matches("[0-9]{0,32}"), "The id of a sign-up configuration is a number");
            require(List.of("", "yes", "no").contains(creditLine), "A credit line: yes or no");
            require(List.of("", "yes", "no").contains(solution), "A solution: yes or no");
            require(List.of("", "offered", "not-offered").contains(sharing), "Sharing: offered or not-offered");
        }

        private static void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException(otherwise);
            }
        }
    }

    public SetUp of(ProviderId provider) {
        return sql.sql("select signup_config, credit_line, solution, sharing from set_ups where provider_id = ?")
                .param(provider.value())
                .query((row, _) -> new SetUp(row.getString("signup_config"), row.getString("credit_line"), row.getString("solution"),
                        row.getString("sharing")))
                .optional()
                .orElse(SetUp.OPEN);
    }

    public void set(ProviderId provider, SetUp setUp) {
        sql.sql("""
                insert into set_ups (provider_id, signup_config, credit_line, solution, sharing) values (?, ?, ?, ?, ?)
                on conflict (provider_id) do update set signup_config = excluded.signup_config, credit_line = excluded.credit_line,
                    solution = excluded.solution, sharing = excluded.sharing, updated_at = now()
                """)
                .params(provider.value(), setUp.signUpConfig(), setUp.creditLine(), setUp.solution(), setUp.sharing())
                .update();
    }
}
