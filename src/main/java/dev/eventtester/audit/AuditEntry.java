package dev.eventtester.audit;

import dev.eventtester.access.Caller;
import dev.eventtester.api.Ids;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One thing that a caller did. */
@Entity
class AuditEntry {

    @Id
    UUID id;

    UUID workspaceId;
    Instant at;
    String who;
    String method;
    String path;
    int status;

    protected AuditEntry() {}

    AuditEntry(Caller caller, String method, String path, int status) {
        this.id = Ids.next();
        this.workspaceId = caller.workspaceId();
        this.at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        this.who = caller.name();
        this.method = method;
        this.path = path.replace('\0', '\uFFFD');
        this.status = status;
    }

    /** An entry as it is shown. */
    @RegisterForReflection
    record View(UUID id, Instant at, String who, String method, String path, int status) {

        static View of(AuditEntry entry) {
            return new View(entry.id, entry.at, entry.who, entry.method, entry.path, entry.status);
        }
    }
}
