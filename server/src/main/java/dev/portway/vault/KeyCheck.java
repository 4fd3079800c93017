package dev.portway.vault;

import dev.portway.database.CannotStart;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the key is the one this database was begun with. A lost key file would otherwise be replaced by a new one that opens nothing. */
final class KeyCheck {

    private static final ProviderId NOBODY = new ProviderId("portway");
    private static final String PURPOSE = "key-check";

    private KeyCheck() {}

    static void pass(JdbcClient jdbc, Seals seals) {
        jdbc.sql("insert into key_checks (provider_id, check_sealed) values (?, ?) on conflict do nothing")
                .params(NOBODY.value(), seals.seal(NOBODY, PURPOSE, new Secret("ok")))
                .update();
        var sealed = jdbc.sql("select check_sealed from key_checks where provider_id = ?")
                .param(NOBODY.value())
                .query(byte[].class)
                .single();
        try {
            seals.unseal(NOBODY, PURPOSE, sealed);
        } catch (Seals.SealBroken e) {
            throw new CannotStart(
                    "The secrets in this database were sealed with another key. Restore the file \"key\" of its data folder, or give this node "
                            + "the key of the others with PORTWAY_VAULT_KEY_FILE or PORTWAY_VAULT_KEY",
                    e);
        }
    }
}
