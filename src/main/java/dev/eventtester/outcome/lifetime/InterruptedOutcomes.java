package dev.eventtester.outcome.lifetime;

import dev.eventtester.outcome.Instance;
import dev.eventtester.outcome.Outcome;
import dev.eventtester.outcome.Outcomes;
import dev.eventtester.outcome.document.Status;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Finds the tests that ended with their replica. A replica shows that it lives by a beat in the database. At its start
 * it ends what an earlier life of it left behind; later every replica ends what dead ones left. Nothing is sent again.
 */
@ApplicationScoped
class InterruptedOutcomes {

    private static final String BEAT = """
        insert into instance (name, beat_at) values (?1, ?2)
        on conflict (name) do update set beat_at = excluded.beat_at\
        """;

    private static final String LEFT_BY_DEAD = """
        select id from outcome where status = 'RUNNING' and instance not in (
            select name from instance where beat_at > ?1) for update skip locked\
        """;

    private final Outcomes outcomes;
    private final Instance instance;
    private final OutcomeConfig config;

    InterruptedOutcomes(Outcomes outcomes, Instance instance, OutcomeConfig config) {
        this.outcomes = outcomes;
        this.instance = instance;
        this.config = config;
    }

    void start(@Observes StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> beatOnce()
                .chain(() -> outcomes.list(
                        "status = ?1 and instance = ?2 and startedAt < ?3",
                        Status.RUNNING,
                        instance.name(),
                        instance.startedAt()))
                .invoke(InterruptedOutcomes::interrupt)));
    }

    @Scheduled(every = "2s", delayed = "2s")
    Uni<Void> keepBeating() {
        return Panache.withTransaction(this::beatOnce);
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> endWhatDeadReplicasLeft() {
        Instant alive = Instant.now().minus(config.deadAfter());
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LEFT_BY_DEAD, java.util.UUID.class)
                        .setParameter(1, utc(alive))
                        .getResultList())
                .chain(ids ->
                        ids.isEmpty() ? Uni.createFrom().item(List.<Outcome>of()) : outcomes.list("id in ?1", ids))
                .invoke(InterruptedOutcomes::interrupt)
                .replaceWithVoid());
    }

    private Uni<Void> beatOnce() {
        return Panache.getSession().chain(session -> beat(session)).replaceWithVoid();
    }

    private Uni<Integer> beat(Mutiny.Session session) {
        return session.createNativeQuery(BEAT)
                .setParameter(1, instance.name())
                .setParameter(2, utc(Instant.now()))
                .executeUpdate();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static void interrupt(List<Outcome> left) {
        left.forEach(Outcome::interrupt);
    }
}
