package dev.eventtester.idempotency;

import dev.eventtester.api.ApiException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The keys that are in use. */
@ApplicationScoped
public class IdempotencyKeys {

    // the update that changes nothing makes an equal request wait until the first one has committed, and read it then
    private static final String CLAIM = """
        insert into idempotency_key as known (workspace_id, key, fingerprint, outcome_id, created_at)
        values (?1, ?2, ?3, ?4, now())
        on conflict (workspace_id, key) do update set
            fingerprint = case when known.created_at < now() - interval '24 hours'
                then excluded.fingerprint else known.fingerprint end,
            outcome_id = case when known.created_at < now() - interval '24 hours'
                then excluded.outcome_id else known.outcome_id end,
            created_at = case when known.created_at < now() - interval '24 hours'
                then excluded.created_at else known.created_at end
        returning outcome_id, fingerprint\
        """;

    private static final String CLEAN = """
        delete from idempotency_key where (workspace_id, key) in (
            select workspace_id, key from idempotency_key where created_at < now() - interval '24 hours'
            order by created_at limit 1000 for update skip locked)\
        """;

    /**
     * Takes a key for a test that is about to begin. Needs the transaction that begins it: if that fails, the key is
     * free again.
     *
     * @return the test that the key stands for: the given one, or the earlier one of an equal request; fails with 422 if
     *     the earlier request was another one
     */
    public Uni<UUID> claim(UUID workspaceId, IdempotencyKey key, UUID outcomeId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter(1, workspaceId)
                        .setParameter(2, key.text())
                        .setParameter(3, key.fingerprint())
                        .setParameter(4, outcomeId)
                        .getSingleResult())
                .map(row -> {
                    requireSameRequest(key, (String) row[1]);
                    return (UUID) row[0];
                });
    }

    private static void requireSameRequest(IdempotencyKey key, String fingerprint) {
        if (!key.fingerprint().equals(fingerprint)) {
            throw ApiException.invalid(
                    IdempotencyKey.HEADER,
                    "\"" + IdempotencyKey.HEADER + "\" was used within the last 24 hours with another body or path.");
        }
    }

    /** Small batches: a cleaning never holds many rows, and replicas that clean at the same time share the work. */
    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetTheOld() {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(CLEAN).executeUpdate()))
                .replaceWithVoid();
    }
}
