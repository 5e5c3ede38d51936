package dev.eventtester.outcome.lifetime;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Deletes what is older than outcomes are kept, in small transactions that wait for nobody: replicas share the work. A
 * test that still runs is never deleted.
 */
@ApplicationScoped
class Retention {

    static final int BATCH = 500;

    /** The array makes the database choose the rows once. */
    private static final String DELETE_OLDEST = """
        delete from outcome where id = any(array(
            select id from outcome where started_at < ?1 and status <> 'RUNNING'
            order by started_at limit ?2 for update skip locked))\
        """;

    private final OutcomeConfig config;

    Retention(OutcomeConfig config) {
        this.config = config;
    }

    @Scheduled(every = "1m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deleteOld() {
        OffsetDateTime before = Instant.now().minus(config.retention()).atOffset(ZoneOffset.UTC);
        return Multi.createBy()
                .repeating()
                .uni(() -> deleteOldest(before))
                .whilst(deleted -> deleted == BATCH)
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Integer> deleteOldest(OffsetDateTime before) {
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(DELETE_OLDEST)
                        .setParameter(1, before)
                        .setParameter(2, BATCH)
                        .executeUpdate()));
    }
}
