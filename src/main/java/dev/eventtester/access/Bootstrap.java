package dev.eventtester.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a new installation its workspace and its first owner; refuses to start where nobody could ever enter. */
@ApplicationScoped
class Bootstrap {

    static final int SHORTEST_TOKEN = 32;

    private static final String KEY = "event-tester.access.bootstrap-token";

    private final AccessConfig config;
    private final Workspaces workspaces;
    private final boolean openIdConnect;

    Bootstrap(
            AccessConfig config,
            Workspaces workspaces,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean openIdConnect) {
        this.openIdConnect = openIdConnect;
        this.config = config;
        this.workspaces = workspaces;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        if (config.bootstrapToken().isPresent()) {
            grant(config.bootstrapToken().get());
        } else if (LaunchMode.current() == LaunchMode.NORMAL && !openIdConnect) {
            throw new ConfigurationException(
                    KEY + " is missing: set it to the owner's first token, at least " + SHORTEST_TOKEN
                            + " characters, or configure OpenID Connect (quarkus.oidc.tenant-enabled=true).",
                    Set.of(KEY));
        }
    }

    private void grant(String token) throws Throwable {
        if (token.length() < SHORTEST_TOKEN) {
            throw new ConfigurationException(
                    KEY + " is too short: at least " + SHORTEST_TOKEN + " random characters.", Set.of(KEY));
        }
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> workspaces
                .ensure("default", "Workspace")
                .chain(workspace -> workspaces.grant(workspace, "bootstrap", Role.OWNER, token, false))));
    }
}
