package dev.eventtester.source.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The write key in an {@code Authorization: Basic} header: the user name, with or without the colon behind it. */
final class BasicKey {

    private static final String SCHEME = "basic ";

    private BasicKey() {}

    static Optional<String> of(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
            String user = new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0].trim();
            return user.isEmpty() ? Optional.empty() : Optional.of(user);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
