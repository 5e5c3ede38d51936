package dev.eventtester.service;

import dev.eventtester.access.Role;
import dev.eventtester.access.Workspaces;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import java.util.UUID;

/** A workspace that nobody else uses. */
final class NewWorkspace {

    private NewWorkspace() {}

    /** Its owner. */
    static Service owner(Workspaces workspaces) throws Throwable {
        String name = "workspace-" + UUID.randomUUID();
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> workspaces
                .ensure(name, name)
                .chain(workspace -> workspaces.grant(workspace, name, Role.OWNER, name, false))));
        return Service.as(name);
    }
}
