package dev.portway.graphclient;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection for one request with an effect, and no other.
 *
 * <p>Why not the JDK's {@code HttpClient}, which carries the reads: over TLS it takes the request's bytes before the handshake is done, so a
 * process that is paused in between sends them when it wakes, long after the deadline, and a bad certificate looks as if the request might
 * have arrived. Nor can it be told to leave pooled connections alone, of which any may be dead. Here the handshake comes first, the deadline
 * is read, the bytes go once, and the end of the answer is the end of the connection. It costs the two or three round trips of a handshake,
 * for a handful of calls per migration.
 */
final class SingleUseConnection implements AutoCloseable {
    private final GraphConfig config;
    private final ProxySelector proxies;
    private final SSLSocketFactory tls;
    private volatile Socket socket = new Socket();
    private volatile boolean closed;

    SingleUseConnection(GraphConfig config, ProxySelector proxies, SSLSocketFactory tls) {
        this.config = config;
        this.proxies = proxies;
        this.tls = tls;
    }

    /** Blocks until the answer is here. {@link #close} from another thread ends it. */
    HttpAnswer exchange(byte[] request, Departure departure) throws IOException {
        try (this) {
            connect();
            departure.leave();
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return HttpAnswer.read(new BufferedInputStream(socket.getInputStream()), GraphConfig.ANSWER_LIMIT);
        } catch (SocketTimeoutException e) {
            throw because(new HttpTimeoutException("no answer"), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        close(socket);
    }

    private void connect() throws IOException {
        try {
            reach(config.baseUri());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis(config.connectTimeout()));
            if (config.baseUri().getScheme().equals("https")) {
                secure(config.baseUri().getHost());
            }
            socket.setSoTimeout(millis(config.answerTimeout()));
        } catch (SocketTimeoutException e) {
            throw because(new HttpConnectTimeoutException("no connection"), e);
        }
    }

    private void reach(URI host) throws IOException {
        Proxy proxy = proxy(host);
        if (proxy.type() != Proxy.Type.DIRECT) {
            open(new Socket(proxy), InetSocketAddress.createUnresolved(host.getHost(), port(host)));
            return;
        }
        IOException last = new ConnectException("no address");
        for (InetAddress address : InetAddress.getAllByName(host.getHost())) {
            try {
                open(new Socket(), new InetSocketAddress(address, port(host)));
                return;
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private void open(Socket fresh, InetSocketAddress address) throws IOException {
        take(fresh);
        try {
            fresh.connect(address, millis(config.connectTimeout()));
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private void secure(String host) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, socket.getPort(), true);
        take(secured);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
    }

    /** Whoever closed this meanwhile did not see the new socket. */
    private void take(Socket fresh) throws IOException {
        socket = fresh;
        if (closed) {
            close(fresh);
            throw new ConnectException("closed meanwhile");
        }
    }

    /** Whatever closing a socket complains of, the socket is of no more use and the answer, if any, is here. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            assert true;
        }
    }

    private Proxy proxy(URI host) {
        List<Proxy> chosen = proxies.select(host);
        return chosen == null || chosen.isEmpty() ? Proxy.NO_PROXY : chosen.getFirst();
    }

    private static int port(URI host) {
        return host.getPort() >= 0 ? host.getPort() : host.getScheme().equals("https") ? 443 : 80;
    }

    /** 0 would mean for ever. */
    private static int millis(Duration duration) {
        return Math.toIntExact(Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE));
    }

    private static IOException because(IOException e, IOException cause) {
        e.initCause(cause);
        return e;
    }
}
