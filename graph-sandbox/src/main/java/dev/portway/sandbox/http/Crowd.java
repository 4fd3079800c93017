package dev.portway.sandbox.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Everybody who is connected. Each may take their time; but when there are nearly as many as there may be, whoever keeps a request half sent for
 * longest leaves for each who comes, so that thousands of slow ones do not shut the others out. Whose request is whole stays until it is answered.
 */
final class Crowd implements ServerConnectionSelector {

    private final ServerConnectionSelector http;
    private final int room;
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();

    /** Makes room from so many on; it is to be less than the server takes, because leaving takes a moment. */
    Crowd(ServerConnectionSelector http, int room) {
        this.http = http;
        this.room = room;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData begun) {
        return http.supports(begun);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    /** Nothing was read of it yet: there is one protocol, so the server does not look first. */
    @Override
    public ServerConnection connection(ConnectionContext context) {
        if (guests.size() >= room) {
            makeRoom();
        }
        Guest guest = new Guest(http.connection(context), guests::remove);
        guests.add(guest);
        return guest;
    }

    private void makeRoom() {
        guests.stream().filter(Guest::keepsUsWaiting).min(Guest.LEAVES_FIRST).ifPresent(Guest::leave);
    }
}
