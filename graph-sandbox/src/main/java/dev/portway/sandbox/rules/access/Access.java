package dev.portway.sandbox.rules.access;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, and what they may reach. */
public final class Access {

    /** Reading and changing WABAs, numbers and templates. Documented: permissions of each reference page. */
    public static final String MANAGEMENT = "whatsapp_business_management";
    /** Sending, and register. */
    public static final String MESSAGING = "whatsapp_business_messaging";
    public static final String BUSINESS = "business_management";

    private final World world;

    public Access(World world) {
        this.world = world;
    }

    /** The token behind a value; refused when it is missing, malformed, expired, revoked, or its app is blocked. */
    public Token authenticate(@Nullable String value, @Nullable String proof) {
        if (value == null || value.isBlank()) {
            throw ErrorRow.TOKEN_MISSING.refused();
        }
        Token token = find(value).orElseThrow(ErrorRow.TOKEN_MALFORMED::refused);
        if (token.revoked) {
            throw ErrorRow.TOKEN_REVOKED.refused();
        }
        if (token.expired(world.now())) {
            throw ErrorRow.TOKEN_EXPIRED.refused();
        }
        if (token.app.blocked) {
            throw ErrorRow.API_ACCESS_BLOCKED.refused();
        }
        checkProof(token, proof);
        return token;
    }

    /** Also knows an app's own token, {@code <app id>|<app secret>}. */
    public Optional<Token> find(String value) {
        Token token = world.tokens.get(value);
        return token != null ? Optional.of(token) : appToken(value);
    }

    private Optional<Token> appToken(String value) {
        int bar = value.indexOf('|');
        App app = bar < 0 ? null : world.apps.get(value.substring(0, bar));
        if (app == null || !app.secret.equals(value.substring(bar + 1))) {
            return Optional.empty();
        }
        Token.Grant none = new Token.Grant(Set.of(), Set.of(), world.now(), null);
        return Optional.of(new Token(value, Token.Kind.APP, app, new Token.Holder(app.businessId, app.id), none));
    }

    private static void checkProof(Token token, @Nullable String proof) {
        if (proof == null) {
            if (token.app.proofRequired) {
                throw ErrorRow.PROOF_REQUIRED.refused();
            }
        } else if (!proof.equalsIgnoreCase(Signature.hex(token.app.secret, token.value))) {
            throw ErrorRow.PROOF_INVALID.refused();
        }
    }

    /** What a token may do with a WABA; empty when it may not even know of it. */
    public Optional<Waba.Share> shareOf(Token token, Waba waba) {
        if (token.kind == Token.Kind.APP) {
            return Optional.empty();
        }
        if (!token.wabaIds.isEmpty()) {
            boolean granted = token.wabaIds.contains(waba.id) || (waba.madeFrom != null && token.wabaIds.contains(waba.madeFrom));
            return granted ? Optional.of(Waba.Share.MANAGE) : Optional.empty();
        }
        if (waba.ownerId.equals(token.businessId)) {
            return Optional.of(Waba.Share.MANAGE);
        }
        return Optional.ofNullable(waba.partners.get(token.businessId));
    }

    /** Refuses as Graph does: what may not be seen does not exist. */
    public void toRead(Token token, Waba waba) {
        if (shareOf(token, waba).isEmpty()) {
            throw missing("get", waba.id);
        }
        advanced(token, waba, "get", MANAGEMENT, MESSAGING);
        scope(token, MANAGEMENT, MESSAGING);
    }

    public void toManage(Token token, Waba waba) {
        change(token, waba);
        advanced(token, waba, "post", MANAGEMENT);
        scope(token, MANAGEMENT);
    }

    /** Register, deregister and messages need the messaging permission. */
    public void toMessage(Token token, Waba waba) {
        change(token, waba);
        advanced(token, waba, "post", MESSAGING);
        scope(token, MESSAGING);
    }

    private void change(Token token, Waba waba) {
        Waba.Share share = shareOf(token, waba).orElseThrow(() -> missing("post", waba.id));
        if (share != Waba.Share.MANAGE) {
            throw ErrorRow.WRITE_DENIED.refused();
        }
    }

    /** Documented (access levels): with standard access an app reaches only what its own portfolio owns. Assumed: the error, see the switch. */
    private void advanced(Token token, Waba waba, String verb, String... anyOf) {
        if (waba.ownerId.equals(token.app.businessId) || !Collections.disjoint(List.of(anyOf), token.app.advancedAccess)) {
            return;
        }
        throw switch (world.switches.get(Switch.WITHOUT_ADVANCED_ACCESS)) {
            case "200" -> ErrorRow.WRITE_DENIED.refused();
            case "100/33" -> missing(verb, waba.id);
            default -> ErrorRow.PERMISSION_DENIED.refused();
        };
    }

    /** One of these. */
    public void scope(Token token, String... anyOf) {
        for (String scope : anyOf) {
            if (token.scopes.contains(scope)) {
                return;
            }
        }
        throw ErrorRow.SCOPE_MISSING.saying("(#200) Requires " + String.join(" or ", anyOf) + " permission to manage the object");
    }

    /** Observed: the text of 100/33. */
    public static Refused missing(String verb, String id) {
        return ErrorRow.NO_SUCH_OBJECT.saying("Unsupported " + verb + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API"
                + " documentation at https://developers.facebook.com/docs/graph-api");
    }
}
