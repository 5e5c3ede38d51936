package dev.eventtester.source;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** What a client shows to send events to a source. It is no secret: browsers carry it. */
@Entity
class WriteKey {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    String writeKey;

    UUID sourceId;
    Instant createdAt;

    protected WriteKey() {}

    WriteKey(String writeKey, UUID sourceId) {
        this.writeKey = writeKey;
        this.sourceId = sourceId;
        this.createdAt = Instant.now();
    }

    static WriteKey random(UUID sourceId) {
        StringBuilder key = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> key.append(ALPHABET.charAt(i)));
        return new WriteKey(key.toString(), sourceId);
    }
}
