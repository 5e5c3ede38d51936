package dev.eventtester.delivery.address;

/** A URL or an address that may not be called, with the reason in one sentence. It has no stack trace. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason, null, false, false);
    }
}
