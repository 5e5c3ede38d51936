package dev.eventtester.delivery.call;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a destination answered, as it came: not redacted, so not to be shown or stored.
 *
 * @param status the status code, redirects included: they are never followed
 * @param statusText the reason phrase, possibly empty
 * @param headers names in lower case to their values in order
 * @param body the body, gzip undone, cut at the configured size; empty where there is none
 * @param truncated whether the body was cut
 */
public record Answer(int status, String statusText, Map<String, List<String>> headers, byte[] body, boolean truncated) {

    /** Whether the status is 2xx. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The body as UTF-8, with replacement characters where it is not. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first value of a header, or null. */
    public String header(String lowerCaseName) {
        List<String> values = headers.get(lowerCaseName);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
