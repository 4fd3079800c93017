package dev.portway.graphclient;

import dev.portway.graphclient.answer.Trouble;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** How a request ended, before anyone reads the answer. */
sealed interface Landing {
    /** From before the call to its end. */
    long millis();

    record Arrived(HttpAnswer answer, long millis) implements Landing {
        int status() {
            return answer.status();
        }

        HttpHeaders headers() {
            return answer.headers();
        }

        byte[] body() {
            return answer.body();
        }
    }

    /** @param left the request may have reached someone */
    record Lost(Trouble trouble, String detail, boolean left, long millis) implements Landing {
        static Lost because(Throwable cause, boolean left, long millis) {
            return new Lost(Landing.trouble(cause), names(cause), left, millis);
        }
    }

    private static Trouble trouble(Throwable cause) {
        return switch (cause) {
            case Departure.StayedHere _ -> Trouble.SEND_BY_PASSED;
            case InterruptedException _ -> Trouble.INTERRUPTED;
            case HttpConnectTimeoutException _ -> Trouble.CONNECT_TIMED_OUT;
            case HttpTimeoutException _,TimeoutException _ -> Trouble.ANSWER_TIMED_OUT;
            case UnknownHostException _ -> Trouble.HOST_NOT_FOUND;
            case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException -> Trouble.HOST_NOT_FOUND;
            case ConnectException refused ->
                refused.getCause() instanceof ConnectException inner ? trouble(inner) : Trouble.CONNECTION_REFUSED;
            case SSLException _ -> Trouble.SECURE_CHANNEL_FAILED;
            default -> Trouble.CONNECTION_BROKEN;
        };
    }

    /** Names only: the message of an exception may hold an address, and an address a token. */
    private static String names(Throwable cause) {
        StringBuilder names = new StringBuilder();
        int depth = 0;
        for (Throwable t = cause; t != null && depth < 5; t = t.getCause()) {
            names.append(depth++ == 0 ? "" : " < ").append(t.getClass().getSimpleName());
        }
        return names.toString();
    }
}
