package dev.portway.account;

import dev.portway.migration.fact.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tries at signing in, limited over all nodes. Each try is written down before the password is looked at, so that many at once do not slip through.
 */
@Repository
public class SignIns {

    /** Enough for someone who mistypes; a guesser gets 960 a day at one name. */
    private static final int TRIES_PER_NAME = 10;

    /** An office behind one address has more than one person. */
    private static final int TRIES_PER_ADDRESS = 40;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Users users;
    private final Devices devices;
    private final PasswordRoom strangers = PasswordRoom.ofThisMachine();
    private final PasswordRoom friends = PasswordRoom.ofThisMachine();

    public SignIns(JdbcClient jdbc, Users users, Devices devices) {
        this.jdbc = jdbc;
        this.users = users;
        this.devices = devices;
    }

    /** How a try ended. */
    public sealed interface Ended {

        record SignedIn(User user) implements Ended {}

        /** Name or password; which of them is not said. */
        record Wrong() implements Ended {}

        /** The password was not looked at. */
        record TooMany(Duration opensIn) implements Ended {}

        /** Nor was it now, because too many others are at it; this try does not count. */
        record Busy(Duration comeAgainIn) implements Ended {}
    }

    /**
     * Where a try comes from.
     *
     * @param device what a browser brings in which somebody signed in before
     */
    public record Origin(String address, Optional<Secret> device) {

        static final Origin UNKNOWN = new Origin("", Optional.empty());

        static Origin of(HttpServletRequest request) {
            return new Origin(network(request.getRemoteAddr()), SessionCookie.device(request));
        }

        /** Whoever has one address of IPv6 has the 64 bits behind its network too, and would come from another at each try. */
        public static String network(String address) {
            try {
                return InetAddress.ofLiteral(address) instanceof Inet6Address six
                        ? HexFormat.ofDelimiter(":").formatHex(six.getAddress(), 0, 8) + "/64"
                        : address;
            } catch (IllegalArgumentException noAddress) {
                return shortened(address);
            }
        }
    }

    /** Strangers fill a room of their own, however many they are; whoever comes with a browser they have used before finds theirs free. */
    public Ended attempt(String signIn, Secret password, Origin origin) {
        var device = devices.known(signIn, origin.device());
        var limits = device.map(SignIns::ofBrowser).orElseGet(() -> ofStranger(signIn, origin));
        var room = device.isPresent() ? friends : strangers;
        return room.within(() -> attempt(signIn, password, limits)).orElseGet(() -> new Ended.Busy(PasswordRoom.COME_AGAIN));
    }

    private Ended attempt(String signIn, Secret password, List<Limit> limits) {
        var opensIn = limits.stream().map(this::spend).flatMap(Optional::stream).findFirst();
        if (opensIn.isPresent()) {
            return new Ended.TooMany(opensIn.get());
        }
        var user = users.withPassword(signIn, password);
        user.ifPresent(known -> limits.forEach(this::forgive));
        return user.<Ended>map(Ended.SignedIn::new).orElseGet(Ended.Wrong::new);
    }

    /** Tries that are counted together. */
    private record Limit(String subject, int tries, boolean clearedBySuccess) {}

    /** A browser its owner has used before has tries of its own, which no stranger can spend. */
    private static List<Limit> ofBrowser(String device) {
        return List.of(new Limit(device, TRIES_PER_NAME, true));
    }

    /** From what all strangers have, by address and by name. */
    private static List<Limit> ofStranger(String signIn, Origin origin) {
        return List.of(new Limit("address:" + origin.address(), TRIES_PER_ADDRESS, false),
                new Limit("name:" + shortened(Users.normal(signIn)), TRIES_PER_NAME, true));
    }

    /** Empty: within the limit. A refused try is not kept, or the window would never open again for someone who goes on trying. */
    private Optional<Duration> spend(Limit limit) {
        var subject = limit.subject();
        jdbc.sql("delete from sign_in_failures where at <= now() - make_interval(secs => ?)").param(WINDOW.toSeconds()).update();
        var mine = jdbc.sql("insert into sign_in_failures (subject) values (?) returning id").param(subject).query(Long.class).single();
        var tries = jdbc.sql("select count(*) from sign_in_failures where subject = ?").param(subject).query(Integer.class).single();
        if (tries <= limit.tries()) {
            return Optional.empty();
        }
        jdbc.sql("delete from sign_in_failures where id = ?").param(mine).update();
        var seconds = jdbc
                .sql("select coalesce(extract(epoch from min(at) - now())::bigint, 0) + ? from sign_in_failures where subject = ?")
                .params(WINDOW.toSeconds(), subject)
                .query(Long.class)
                .single();
        return Optional.of(Duration.ofSeconds(Math.max(1, seconds)));
    }

    /** The right password clears its name. Of the address only this try is taken back, or one known password would buy any number of guesses at others. */
    private void forgive(Limit limit) {
        var taken = limit.clearedBySuccess() ? "subject = ?" : "id = (select max(id) from sign_in_failures where subject = ?)";
        jdbc.sql("delete from sign_in_failures where " + taken).param(limit.subject()).update();
    }

    /** Lets somebody try again at once whose password was set anew. */
    static void forgive(JdbcClient jdbc, String signIn) {
        jdbc.sql("delete from sign_in_failures where subject = ?").param("name:" + shortened(Users.normal(signIn))).update();
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
