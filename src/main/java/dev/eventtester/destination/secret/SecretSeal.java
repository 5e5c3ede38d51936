package dev.eventtester.destination.secret;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM: a fresh nonce each time, and the place where a secret is stored as associated data, so
 * that a sealed value cannot be moved to another row or field.
 */
@Startup
@ApplicationScoped
public class SecretSeal {

    private static final String KEY = "event-tester.secrets.keys";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    SecretSeal(SecretsConfig config) {
        for (String entry : config.keys()) {
            String[] parts = entry.trim().split(":", 2);
            if (parts.length != 2 || parts[0].isEmpty() || !parts[0].chars().allMatch(Character::isDigit)) {
                throw refuse("each entry has the form version:key, for example 1:<32 bytes in base64>");
            }
            if (keys.put(parts[0], key(parts[1])) != null) {
                throw refuse("version " + parts[0] + " is given twice");
            }
        }
        if (keys.isEmpty()) {
            throw refuse("at least one key is required");
        }
    }

    private static SecretKey key(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.trim());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, "AES");
            }
        } catch (IllegalArgumentException e) {
            // the same rule is broken
        }
        throw refuse("a key must be 32 random bytes in base64");
    }

    private static ConfigurationException refuse(String rule) {
        return new ConfigurationException(KEY + ": " + rule + ".", Set.of(KEY));
    }

    /**
     * Seals a secret.
     *
     * @param place where it is stored: row and field
     */
    public String seal(String secret, String place) {
        Map.Entry<String, SecretKey> first = keys.entrySet().iterator().next();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, first.getValue(), nonce, place)
                    .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] stored = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return first.getKey() + ":" + Base64.getEncoder().encodeToString(stored);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /**
     * Opens a sealed secret.
     *
     * @throws IllegalStateException if its key is not configured any more, or it was sealed for another place
     */
    public String open(String sealed, String place) {
        int colon = sealed.indexOf(':');
        SecretKey key = keys.get(sealed.substring(0, colon));
        if (key == null) {
            throw new IllegalStateException(
                    KEY + " has no version " + sealed.substring(0, colon) + ", which sealed a stored secret");
        }
        byte[] stored = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = java.util.Arrays.copyOf(stored, NONCE_BYTES);
        try {
            byte[] secret = cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored secret does not open: wrong key or wrong place", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
