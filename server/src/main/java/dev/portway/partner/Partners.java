package dev.portway.partner;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.PhoneNumber;
import java.time.Instant;
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

    public Partners(JdbcClient sql) {
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

    /** False when it is not there. Whoever still has clients stays: {@code clientsOf} names them. */
    public boolean remove(ProviderId provider, String id) {
        return sql.sql("""
                delete from partners where provider_id = :provider and id = :id
                   and not exists (select 1 from partner_numbers where provider_id = :provider and partner_id = :id)""")
                .param("provider", provider.value())
                .param("id", id)
                .update() == 1;
    }

    /** The numbers of this partner's clients, and since when. */
    public List<Client> clientsOf(ProviderId provider, String id) {
        return sql.sql("select number, since from partner_numbers where provider_id = ? and partner_id = ? order by number")
                .params(provider.value(), id)
                .query((row, _) -> new Client(new PhoneNumber(row.getString("number")), row.getTimestamp("since").toInstant()))
                .list();
    }

    /** @param since when it became this partner's */
    public record Client(PhoneNumber number, Instant since) {}

    /** They are the provider's own again. */
    public void takeBack(ProviderId provider, List<PhoneNumber> numbers) {
        sql.sql("delete from partner_numbers where provider_id = ? and number = any(?::text[])")
                .params(provider.value(), numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }

    /** All of them, or none. */
    public void hand(ProviderId provider, List<PhoneNumber> numbers, String to) {
        sql.sql("""
                insert into partner_numbers (provider_id, number, partner_id, since)
                select ?, number, ?, portway_now() from unnest(?::text[]) as number
                on conflict (provider_id, number) do update set partner_id = excluded.partner_id, since = excluded.since""")
                .params(provider.value(), to, numbers.stream().map(PhoneNumber::e164).toArray(String[]::new))
                .update();
    }
}
