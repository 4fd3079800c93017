package dev.portway.guest;

import dev.portway.migration.fact.Secret;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a link leads: the address that browsers come by, and the token. */
@Component
public class LinkAddress {
    /** Below it, and nowhere else, an address is a key. */
    public static final String PATH = "/g/";

    private static final List<String> ONLY_HERE = List.of("127.0.0.1", "localhost", "[::1]");

    private final String publicUrl;

    LinkAddress(@Value("${portway.public.url:}") String publicUrl) {
        this.publicUrl = publicUrl.strip();
    }

    /** @param asked the address by which it was asked for, used where none was set */
    public String of(Secret token, String asked) {
        return home(asked) + PATH + token.reveal();
    }

    /** Whether nobody on another machine can open it. */
    public boolean opensOnlyHere(String asked) {
        return ONLY_HERE.contains(String.valueOf(URI.create(home(asked)).getHost()));
    }

    private String home(String asked) {
        URI address = URI.create(publicUrl.isEmpty() ? asked : publicUrl);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
