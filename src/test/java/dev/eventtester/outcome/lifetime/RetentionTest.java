package dev.eventtester.outcome.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventtester.access.Workspaces;
import dev.eventtester.api.Ids;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {

    private static final String INSERT = """
        insert into outcome (id, workspace_id, destination_id, kind, delivery, status, started_at, started_by,
            instance, head, document)
        select gen_random_uuid(), ?1, ?2, 'EVENT_TESTER', 'SEND', ?3, now() - make_interval(days => ?4), 'me',
            'another', '{}', '{}'
        from generate_series(1, ?5)\
        """;

    @Inject
    Retention retention;

    @Inject
    Workspaces workspaces;

    private final UUID destination = Ids.next();
    private UUID workspace;

    @BeforeEach
    void makeWorkspace() throws Throwable {
        workspace = await(() -> Panache.withTransaction(() -> workspaces.ensure("retention", "retention")))
                .id();
    }

    @Test
    void deletes_what_is_older_than_it_is_kept_however_much_that_is() throws Throwable {
        insert("COMPLETED", 31, 2 * Retention.BATCH + 1);
        insert("INTERRUPTED", 31, 1);
        insert("COMPLETED", 29, 2);

        await(() -> retention.deleteOld());

        assertThat(left()).isEqualTo(2);
    }

    @Test
    void never_deletes_a_test_that_still_runs() throws Throwable {
        insert("RUNNING", 31, 1);

        await(() -> retention.deleteOld());

        assertThat(left()).isEqualTo(1);
    }

    @Test
    void forgets_which_mappings_a_deleted_outcome_told_of() throws Throwable {
        insert("COMPLETED", 31, 1);
        execute(
                "insert into outcome_mapping (outcome_id, mapping_id)"
                        + " select id, destination_id from outcome where destination_id = ?1",
                destination);

        await(() -> retention.deleteOld());

        assertThat(count("select count(*) from outcome_mapping where mapping_id = ?1"))
                .isZero();
    }

    private void insert(String status, int days, int number) throws Throwable {
        execute(INSERT, workspace, destination, status, days, number);
    }

    private long left() throws Throwable {
        return count("select count(*) from outcome where destination_id = ?1");
    }

    private long count(String query) throws Throwable {
        return await(() -> Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(query, Long.class)
                        .setParameter(1, destination)
                        .getSingleResult())));
    }

    private static void execute(String statement, Object... parameters) throws Throwable {
        await(() -> Panache.withTransaction(() -> Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(statement);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        })));
    }

    private static <T> T await(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(work);
    }
}
