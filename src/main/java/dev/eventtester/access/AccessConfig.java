package dev.eventtester.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may enter at first. */
@ConfigMapping(prefix = "event-tester.access")
interface AccessConfig {

    /**
     * The owner's token of a new installation, at least {@value Bootstrap#SHORTEST_TOKEN} characters. Changing it
     * replaces the old one at the next start.
     */
    Optional<String> bootstrapToken();

    /** How the tokens of an OpenID Connect provider are read, where one is configured. */
    Oidc oidc();

    /** The claims of a token that tell where its bearer belongs. */
    interface Oidc {

        /** The claim that holds the slug of the workspace. */
        @WithDefault("workspace")
        String workspaceClaim();

        /** The claim that holds the role: OWNER, MEMBER or VIEWER. */
        @WithDefault("role")
        String roleClaim();
    }
}
