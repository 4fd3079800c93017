package dev.portway.account;

import dev.portway.migration.ProviderId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those who run numbers with this installation: id, name. */
@Repository
public class Providers {

    private final JdbcClient jdbc;

    public Providers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Provider(ProviderId id, String name) {}

    public Optional<Provider> find(ProviderId id) {
        return jdbc.sql("select id, name from providers where id = ?")
                .param(id.value())
                .query((row, no) -> new Provider(new ProviderId(row.getString("id")), row.getString("name")))
                .optional();
    }

    public List<ProviderId> all() {
        return jdbc.sql("select id from providers order by id").query((row, no) -> new ProviderId(row.getString("id"))).list();
    }

    /** Of an installation that nobody gave another. */
    public ProviderId first() {
        var here = new ProviderId("here");
        addUnlessThere(new Provider(here, "Portway"));
        return here;
    }

    /** A provider that is already there keeps its name. */
    public void addUnlessThere(Provider provider) {
        jdbc.sql("insert into providers (id, name) values (?, ?) on conflict do nothing")
                .params(provider.id().value(), provider.name())
                .update();
    }
}
