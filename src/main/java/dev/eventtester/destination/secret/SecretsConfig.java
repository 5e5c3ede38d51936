package dev.eventtester.destination.secret;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** The keys that seal the secrets of destinations. */
@ConfigMapping(prefix = "event-tester.secrets")
interface SecretsConfig {

    /**
     * Entries of the form {@code version:key}: a whole number and 32 random bytes in base64. The first one seals, every
     * one opens what it has sealed, so a key is replaced by putting a new one in front.
     */
    List<String> keys();
}
