package dev.eventtester.tester;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** How a caller wants the answer. */
enum AnswerMode {
    /** The outcome, once the test has ended. */
    WHOLE,
    /** Events while the test runs. */
    STREAMED,
    /** The outcome as it is when the test begins, and where it will be. */
    LATER;

    /** The value of {@code Prefer} that asks for {@link #LATER}. */
    static final String RESPOND_ASYNC = "respond-async";

    static AnswerMode of(HttpHeaders headers) {
        if (wantsEvents(headers)) {
            return STREAMED;
        }
        return prefersAsync(headers) ? LATER : WHOLE;
    }

    private static boolean wantsEvents(HttpHeaders headers) {
        for (MediaType type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean prefersAsync(HttpHeaders headers) {
        for (String values : headers.getRequestHeader("Prefer")) {
            for (String value : values.split(",")) {
                String preference = value.split(";", 2)[0].strip();
                if (preference.toLowerCase(Locale.ROOT).equals(RESPOND_ASYNC)) {
                    return true;
                }
            }
        }
        return false;
    }
}
