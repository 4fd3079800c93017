package dev.portway.account;

import dev.portway.migration.fact.Secret;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Browsers in which somebody has signed in before. Their tries are counted apart, so that whoever guesses at a name from elsewhere, and spends all the tries
 * that strangers have, does not keep its owner out. It opens nothing: the password is asked all the same.
 */
@Repository
public class Devices {

    /** A browser not seen for so long is a stranger again. */
    static final int KEPT_DAYS = 180;

    private static final String KEPT = "seen_at > now() - make_interval(days => " + KEPT_DAYS + ")";

    private final JdbcClient jdbc;

    public Devices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: not a browser in which this name has signed in. Otherwise under what its tries are counted. */
    Optional<String> known(String signIn, Optional<Secret> device) {
        return device.map(token -> Tokens.hash(token.reveal()))
                .filter(hash -> jdbc.sql("""
                        select exists (select from known_devices d join users u on u.id = d.user_id
                                        where token_hash = ? and u.sign_in = ? and %s)
                        """.formatted(KEPT)).params(hash, Users.normal(signIn)).query(Boolean.class).single())
                .map(hash -> "device:" + HexFormat.of().formatHex(hash, 0, 16));
    }

    /** @return what the browser keeps: another token each time, so that a copied one is of use until its owner comes back */
    Secret remember(User user, Optional<Secret> before) {
        jdbc.sql("delete from known_devices where not (" + KEPT + ")").update();
        before.ifPresent(token -> jdbc.sql("delete from known_devices where token_hash = ? and user_id = ?")
                .params(Tokens.hash(token.reveal()), user.id())
                .update());
        var token = new Secret(Tokens.random(43));
        jdbc.sql("insert into known_devices (token_hash, provider_id, user_id) values (?, ?, ?)")
                .params(Tokens.hash(token.reveal()), user.provider().value(), user.id())
                .update();
        return token;
    }
}
