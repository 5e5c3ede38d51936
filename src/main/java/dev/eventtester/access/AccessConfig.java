package dev.eventtester.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may enter at first. */
@ConfigMapping(prefix = "event-tester.access")
interface AccessConfig {

    /**
     * The owner's token of a new installation, at least {@value Bootstrap#SHORTEST_TOKEN} characters. Changing it
     * replaces the old one at the next start.
     */
    Optional<String> bootstrapToken();
}
