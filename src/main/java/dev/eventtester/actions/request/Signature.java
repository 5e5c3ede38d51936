package dev.eventtester.actions.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a request's body is signed: an HMAC over its exact bytes, in a header.
 *
 * @param algorithm {@code sha1}, {@code sha256} or {@code sha512}
 * @param header the header that carries it
 * @param secretSetting the destination setting that holds the secret
 * @param encoding {@code hex} or {@code base64}
 * @param prefix what the header's value begins with, such as {@code sha256=}
 */
public record Signature(String algorithm, String header, String secretSetting, String encoding, String prefix) {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

    /** The header's value for a body. */
    String of(byte[] body, String secret) {
        try {
            String name = ALGORITHMS.get(algorithm);
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
            byte[] code = mac.doFinal(body);
            return prefix
                    + (encoding.equals("hex")
                            ? HexFormat.of().formatHex(code)
                            : Base64.getEncoder().encodeToString(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK has " + algorithm, e);
        }
    }
}
