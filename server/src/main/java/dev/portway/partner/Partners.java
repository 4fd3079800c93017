package dev.portway.partner;

import dev.portway.migration.PhoneNumber;
import dev.portway.migration.ProviderId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Partners, and whose client each number is.
 *
 * <pre>
 * partners        (provider, id)      name · approves_all
 * partner_numbers (provider, number)  partner · since
 * </pre>
 */
@Component
public class Partners {
    private final JdbcClient sql;

    Partners(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param approvesAll whether it takes every client that comes, or wants to be asked each time */
    public record Partner(String id, String name, boolean approvesAll) {}

    public List<Partner> of(ProviderId provider) {
        return sql.sql("select id, name, approves_all from partners where provider_id = ? order by id")
                .param(provider.value())
                .query((row, _) -> new Partner(row.getString("id"), row.getString("name"), row.getBoolean("approves_all")))
                .list();
    }

    public Optional<Partner> find(ProviderId provider, String id) {
        return of(provider).stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    /** New, or with another name or another mind. */
    public void set(ProviderId provider, Partner partner) {
        sql.sql("""
                insert into partners (provider_id, id, name, approves_all) values (?, ?, ?, ?)
                on conflict (provider_id, id) do update set name = excluded.name, approves_all = excluded.approves_all""")
                .params(provider.value(), partner.id(), partner.name(), partner.approvesAll())
                .update();
    }

    /** The partner whose client the number is; empty for the provider's own. */
    public Optional<String> partnerOf(ProviderId provider, PhoneNumber number) {
        return sql.sql("select partner_id from partner_numbers where provider_id = ? and number = ?")
                .params(provider.value(), number.e164())
                .query(String.class)
                .optional();
    }

    /** All of them, or none. */
    void hand(ProviderId provider, List<PhoneNumber> numbers, String to) {
        sql.sql("""
                insert into partner_numbers (provider_id, number, partner_id, since)
                select ?, number, ?, portway_now() from unnest(?::text[]) as number
                on conflict (provider_id, number) do update set partner_id = excluded.partner_id, since = excluded.since""")
                .params(provider.value(), to, numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }
}
