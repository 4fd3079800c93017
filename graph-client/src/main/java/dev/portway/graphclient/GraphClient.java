package dev.portway.graphclient;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;

/**
 * The way in. Immutable and safe for many threads; made for one caller ({@link GraphAccess}), cheap to have for another ({@link #as}).
 *
 * <p>Calls block; run them on virtual threads. HTTP/1.1, redirects are not followed, the JVM's proxies and trusted certificates are used.
 */
public final class GraphClient implements AutoCloseable {
    private final Wire wire;
    private final GraphLine line;

    private GraphClient(Wire wire, GraphAccess access) {
        this.wire = wire;
        this.line = new GraphLine(wire, access);
    }

    /** Opens connections of its own as they are needed; close it when the process ends. */
    public static GraphClient open(GraphConfig config, GraphAccess access) {
        ProxySelector proxies = ProxySelector.getDefault();
        return open(config, access, proxies == null ? HttpClient.Builder.NO_PROXY : proxies, defaultTls());
    }

    static GraphClient open(GraphConfig config, GraphAccess access, ProxySelector proxies, SSLContext tls) {
        return new GraphClient(new Wire(config, proxies, tls), access);
    }

    /** The same client in another's name. It shares connections with this one, and ends when any of them is closed. */
    public GraphClient as(GraphAccess other) {
        return new GraphClient(wire, other);
    }

    /** Numbers, as they are. */
    public NumberCalls numbers() {
        return new NumberCalls(line);
    }

    /** What brings a number in, proves its ownership, starts and stops it. */
    public RegistrationCalls registration() {
        return new RegistrationCalls(line);
    }

    /** What people see about the business. */
    public ProfileCalls profiles() {
        return new ProfileCalls(line);
    }

    public WabaCalls wabas() {
        return new WabaCalls(line);
    }

    public TemplateCalls templates() {
        return new TemplateCalls(line);
    }

    /** Who gets the webhooks of a WABA. */
    public SubscriptionCalls subscriptions() {
        return new SubscriptionCalls(line);
    }

    public BusinessCalls businesses() {
        return new BusinessCalls(line);
    }

    /** Who pays. */
    public CreditCalls credit() {
        return new CreditCalls(line);
    }

    public TokenCalls tokens() {
        return new TokenCalls(line);
    }

    /** Multi-Partner Solutions, and proposals that a WABA goes to one or off one. */
    public SolutionCalls solutions() {
        return new SolutionCalls(line);
    }

    /** Another currency for a WABA, or a line of credit instead of a card. */
    public CurrencyCalls currencies() {
        return new CurrencyCalls(line);
    }

    /** Numbers that live in the WhatsApp Business app too. */
    public CoexistenceCalls coexistence() {
        return new CoexistenceCalls(line);
    }

    public FlowCalls flows() {
        return new FlowCalls(line);
    }

    /** Who may do what on a WABA. */
    public UserCalls users() {
        return new UserCalls(line);
    }

    public MessageCalls messages() {
        return new MessageCalls(line);
    }

    /** Ends the connections, of every client made from this one too. Calls under way are cut short: an effect among them is in doubt. */
    @Override
    public void close() {
        wire.close();
    }

    private static SSLContext defaultTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }
}
