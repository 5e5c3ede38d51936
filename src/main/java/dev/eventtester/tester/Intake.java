package dev.eventtester.tester;

import dev.eventtester.api.Ids;
import dev.eventtester.idempotency.IdempotencyKeys;
import dev.eventtester.limit.Admission;
import dev.eventtester.outcome.Outcomes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes a test in, in one short transaction: its key is claimed, what it needs is read, its intent is written down, it
 * is held against the limits. Where one of these fails, nothing of it remains.
 */
@ApplicationScoped
class Intake {

    private final IdempotencyKeys keys;
    private final Planner planner;
    private final EventMark mark;
    private final Outcomes outcomes;

    Intake(IdempotencyKeys keys, Planner planner, EventMark mark, Outcomes outcomes) {
        this.keys = keys;
        this.planner = planner;
        this.mark = mark;
        this.outcomes = outcomes;
    }

    /**
     * A test that was taken in.
     *
     * @param plan empty if an earlier request with the same key has begun it
     */
    record Taken(UUID outcomeId, Optional<TestPlan> plan) {}

    Uni<Taken> take(TestOrder order, Admission admission) {
        UUID fresh = Ids.next();
        return Panache.withTransaction(() -> claimed(order, fresh)
                .chain(id -> id.equals(fresh)
                        ? begun(order, id, admission)
                        : Uni.createFrom().item(new Taken(id, Optional.empty()))));
    }

    private Uni<UUID> claimed(TestOrder order, UUID fresh) {
        return order.key()
                .map(key -> keys.claim(order.caller().workspaceId(), key, fresh))
                .orElse(Uni.createFrom().item(fresh));
    }

    private Uni<Taken> begun(TestOrder order, UUID id, Admission admission) {
        return planner.plan(order, id)
                .call(Intake::forgetEntities)
                .map(mark::on)
                .call(plan -> outcomes.begin(plan.workspaceId(), plan.intent()))
                .call(plan -> admission.admit(plan.sends() ? plan.mappings().size() : 0))
                .map(plan -> new Taken(id, Optional.of(plan)));
    }

    /** What was read is not changed; fifty mappings would be compared again at every statement that follows. */
    private static Uni<Void> forgetEntities() {
        return Panache.getSession().invoke(Mutiny.Session::clear).replaceWithVoid();
    }
}
