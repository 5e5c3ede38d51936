package dev.eventtester.delivery;

import dev.eventtester.delivery.address.RefusedException;
import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.call.DeliveryException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/**
 * Says in one sentence why a call has no complete answer. What a destination sent is not quoted where it is not HTTP:
 * the parser changes it, and a secret in it would no longer be found.
 */
final class Failures {

    private Failures() {}

    static DeliveryException unresolved(Target target, Limits limits) {
        return DeliveryException.timedOut(
                "the name " + target.host() + " was not resolved within " + limits.connectMillis() + " ms");
    }

    /** The whole call took too long. */
    static DeliveryException timedOut(Exchange.Phase phase, Target target, int received, Limits limits) {
        String within = " within " + limits.callMillis() + " ms";
        return DeliveryException.timedOut(
                switch (phase) {
                    case RESOLVING -> "the name " + target.host() + " was not resolved" + within;
                    case QUEUED ->
                        "none of the " + limits.concurrentCalls() + " connections of the service became free" + within;
                    case CONNECTING ->
                        "no " + (target.secure() ? "TLS connection" : "connection") + " to " + target.authority()
                                + within;
                    case ANSWERING, DONE -> "no answer" + within;
                    case READING -> "the answer did not end" + within + "; " + received + " bytes of its body had come";
                });
    }

    /**
     * @param cause null if a name has no address
     * @param address the one that was dialled, or null
     */
    static DeliveryException of(
            Throwable cause, Exchange.Phase phase, Target target, InetAddress address, Limits limits) {
        if (cause instanceof DeliveryException known) {
            return known;
        }
        if (cause instanceof RefusedException refused) {
            return DeliveryException.blocked(refused.getMessage());
        }
        return switch (phase) {
            case RESOLVING -> DeliveryException.unreachable("the name " + target.host() + " does not resolve");
            case READING -> DeliveryException.unreachable("the answer broke off: " + broken(cause, limits));
            case ANSWERING -> DeliveryException.unreachable(unanswered(cause, limits));
            default -> unconnected(cause, target, address, limits);
        };
    }

    /** Whether no connection came about at all. */
    static boolean isUnconnected(Throwable cause) {
        return find(cause, ConnectException.class) != null || find(cause, NoRouteToHostException.class) != null;
    }

    private static DeliveryException unconnected(Throwable cause, Target target, InetAddress address, Limits limits) {
        String where =
                target.authority() + (target.literal() == null ? " (" + NetUtil.toAddressString(address) + ")" : "");
        if (find(cause, ConnectTimeoutException.class) != null) {
            return DeliveryException.timedOut(
                    "no connection to " + where + " within " + limits.connectMillis() + " ms");
        }
        CertificateException certificate = find(cause, CertificateException.class);
        if (certificate != null) {
            return DeliveryException.unreachable(
                    "the TLS certificate of " + target.host() + " is not accepted: " + message(innermost(certificate)));
        }
        if (find(cause, NotSslRecordException.class) != null) {
            return DeliveryException.unreachable(where + " does not speak TLS");
        }
        SSLException tls = find(cause, SSLException.class);
        if (tls != null) {
            return DeliveryException.unreachable(
                    "the TLS handshake with " + where + " failed: " + message(innermost(tls)));
        }
        if (find(cause, NoRouteToHostException.class) != null) {
            return DeliveryException.unreachable("there is no route to " + where);
        }
        if (find(cause, ConnectException.class) != null) {
            return DeliveryException.unreachable("the connection to " + where + " was refused");
        }
        return DeliveryException.unreachable("the connection to " + where + " failed: " + message(innermost(cause)));
    }

    private static String unanswered(Throwable cause, Limits limits) {
        if (find(cause, HttpClosedException.class) != null) {
            return "the connection was closed before an answer came";
        }
        SSLException tls = find(cause, SSLException.class);
        if (tls != null) {
            return "TLS failed before an answer came: " + message(innermost(tls));
        }
        if (cause instanceof IOException) {
            return "the connection was reset before an answer came";
        }
        if (find(cause, TooLongHttpHeaderException.class) != null
                || find(cause, TooLongHttpLineException.class) != null) {
            return "the answer's headers have more than " + limits.headers() + " bytes";
        }
        return "the answer is not valid HTTP";
    }

    private static String broken(Throwable cause, Limits limits) {
        if (find(cause, HttpClosedException.class) != null) {
            return "the connection was closed before its end";
        }
        SSLException tls = find(cause, SSLException.class);
        if (tls != null) {
            return "TLS failed: " + message(innermost(tls));
        }
        return cause instanceof IOException ? "the connection was reset" : "it is not valid HTTP";
    }

    private static <T> T find(Throwable failure, Class<T> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return wanted.cast(cause);
            }
        }
        return null;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String message(Throwable cause) {
        if (cause instanceof ClosedChannelException) {
            return "the connection was closed";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
