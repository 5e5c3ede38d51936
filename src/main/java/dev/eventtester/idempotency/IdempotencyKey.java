package dev.eventtester.idempotency;

import dev.eventtester.api.ApiException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A caller's name for one request.
 *
 * @param text 1 to 255 visible ASCII characters
 * @param fingerprint of the request, to know it again
 */
public record IdempotencyKey(String text, String fingerprint) {

    /** The header that carries it. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * The key of a request; empty if it has none.
     *
     * @param values of the header, as they came
     * @param path what the request is sent to
     * @param body its exact body
     */
    public static Optional<IdempotencyKey> of(List<String> values, String path, String body) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String text = values.get(0);
        if (values.size() > 1
                || text.isEmpty()
                || text.length() > LONGEST
                || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw ApiException.invalid(
                    HEADER, "\"" + HEADER + "\" must be one key of 1 to 255 visible ASCII characters.");
        }
        return Optional.of(new IdempotencyKey(text, fingerprint(path + "\n" + body)));
    }

    private static String fingerprint(String request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
