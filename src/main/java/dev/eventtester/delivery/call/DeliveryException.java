package dev.eventtester.delivery.call;

import java.util.Objects;

/**
 * A call that got no complete answer. It has no stack trace: it tells of the destination, not of this code.
 * The reason is one sentence that names what failed; it is not redacted, the call's record is.
 */
public final class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Call.State kind;

    public DeliveryException(Call.State kind, String reason) {
        super(Objects.requireNonNull(reason), null, false, false);
        this.kind = Objects.requireNonNull(kind);
    }

    /** The request was refused before anything was opened. */
    public static DeliveryException blocked(String reason) {
        return new DeliveryException(Call.State.BLOCKED, reason);
    }

    /** The name, the connection, TLS or the answer failed. */
    public static DeliveryException unreachable(String reason) {
        return new DeliveryException(Call.State.UNREACHABLE, reason);
    }

    /** A limit of time passed first. */
    public static DeliveryException timedOut(String reason) {
        return new DeliveryException(Call.State.TIMED_OUT, reason);
    }

    /** {@code TIMED_OUT}, {@code UNREACHABLE} or {@code BLOCKED}. */
    public Call.State kind() {
        return kind;
    }

    public String reason() {
        return getMessage();
    }
}
