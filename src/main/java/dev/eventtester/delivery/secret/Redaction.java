package dev.eventtester.delivery.secret;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Replaces secrets by {@value #PLACEHOLDER}: by value wherever one occurs, and by name in the headers that carry
 * credentials. Immutable and thread-safe; the time is linear in the text.
 *
 * <p>A secret is found as it is and in base64 (alone, as either part of {@code user:password}, or inside a longer
 * text), each of these also percent-encoded, form-encoded or escaped as in JSON, up to two layers of such escapes.
 * A secret of fewer than {@value SecretScan#SHORTEST} bytes would take ordinary text with it, so it is replaced only
 * where it is a whole value: a whole header, a whole JSON string, the value of a query parameter.
 */
public final class Redaction {

    public static final String PLACEHOLDER = "<redacted>";

    private static final byte[] PLACEHOLDER_BYTES = PLACEHOLDER.getBytes(StandardCharsets.US_ASCII);

    /** The headers that the public test format hides, and those that well-known services take credentials in. */
    private static final Set<String> CREDENTIAL_HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "authentication",
            "www-authenticate",
            "proxy-authenticate",
            "cookie",
            "set-cookie",
            "x-client-id",
            "x-uid",
            "x-requested-with",
            "x-forwarded-for",
            "x-real-ip",
            "x-amz-content-sha256",
            "x-amz-date",
            "x-amz-user-agent",
            "x-functions-key",
            "x-auth-key",
            "x-access-key",
            "x-write-key",
            "ocp-apim-subscription-key",
            "token");

    private static final List<String> CREDENTIAL_ENDINGS =
            List.of("api-key", "apikey", "-token", "_token", "secret", "secret-key", "password", "-authorization");

    private static final Redaction NONE = new Redaction(SecretScan.of(List.of()));

    private final SecretScan scan;

    private Redaction(SecretScan scan) {
        this.scan = scan;
    }

    /**
     * @param secrets the values of a destination's secret settings; empty ones are ignored
     */
    public static Redaction of(Collection<String> secrets) {
        return new Redaction(SecretScan.of(secrets));
    }

    /** Knows no secret; hides only the headers that carry credentials. */
    public static Redaction none() {
        return NONE;
    }

    /** The text without secrets; the same object if it has none. */
    public String apply(String text) {
        if (scan.isEmpty()) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] redacted = apply(bytes, false);
        return redacted == bytes ? text : new String(redacted, StandardCharsets.UTF_8);
    }

    /**
     * @param name in any case
     * @return the value as it may be shown
     */
    public String header(String name, String value) {
        return isCredential(name.toLowerCase(Locale.ROOT)) ? PLACEHOLDER : apply(asUtf8(value));
    }

    /**
     * @param truncated whether the bytes end where they were cut: then the beginning of a secret at their end goes, too
     * @return the same array if it has no secret
     */
    public byte[] apply(byte[] bytes, boolean truncated) {
        int[] edges = scan.find(bytes, truncated);
        if (edges == null) {
            return bytes;
        }
        ByteArrayOutputStream redacted = new ByteArrayOutputStream(bytes.length);
        int depth = 0;
        for (int i = 0; i < bytes.length; i++) {
            int before = depth;
            depth += edges[i];
            if (depth == 0) {
                redacted.write(bytes[i]);
            } else if (before == 0) {
                redacted.writeBytes(PLACEHOLDER_BYTES);
            }
        }
        return redacted.toByteArray();
    }

    private static boolean isCredential(String name) {
        return CREDENTIAL_HEADERS.contains(name) || CREDENTIAL_ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** HTTP carries header values as bytes that Java shows as Latin-1; most of those beyond ASCII are UTF-8. */
    private static String asUtf8(String value) {
        Charset latin1 = StandardCharsets.ISO_8859_1;
        boolean ascii = value.chars().allMatch(c -> c < 0x80);
        if (ascii || !latin1.newEncoder().canEncode(value)) {
            return value;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(latin1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return value;
        }
    }
}
