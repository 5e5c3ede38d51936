package dev.eventtester.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventtester.access.Workspaces;
import dev.eventtester.api.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyKeysTest {

    @Inject
    Workspaces workspaces;

    @Inject
    IdempotencyKeys keys;

    @Test
    void forgets_keys_that_are_older_than_a_day_and_no_others() throws Throwable {
        UUID workspace = run(() -> workspaces.ensure("default", "Workspace")).id();
        String old = claim(workspace, "25 hours");
        String young = claim(workspace, "23 hours");

        run(() -> keys.forgetTheOld());

        List<String> left = run(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select key from idempotency_key", String.class)
                        .getResultList()));
        assertThat(left).contains(young).doesNotContain(old);
    }

    private String claim(UUID workspace, String age) throws Throwable {
        String text = UUID.randomUUID().toString();
        IdempotencyKey key = IdempotencyKey.of(List.of(text), "path", "body").orElseThrow();
        run(() -> keys.claim(workspace, key, Ids.next()));
        run(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update idempotency_key set created_at = now() - interval '" + age + "' where key = ?1")
                        .setParameter(1, text)
                        .executeUpdate()));
        return text;
    }

    private static <T> T run(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(work));
    }
}
