package dev.eventtester.limit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Counts what a workspace uses. One statement adds, starts a new minute or day where one began by the database's clock,
 * and says the sums; its row stays locked until the transaction ends, so that tests that begin together, wherever they
 * begin, never pass a limit together. What a transaction counted is undone where it fails.
 */
@ApplicationScoped
class Usage {

    private static final long MINUTE = 60;
    private static final long DAY = 24 * 60 * MINUTE;

    private static final String COUNT = """
        insert into test_usage as used (workspace_id, minute, tests, day, calls)
        select ?1, clock.seconds / 60, 1, clock.seconds / 86400, ?2
        from (select cast(floor(extract(epoch from now())) as bigint) as seconds) as clock
        on conflict (workspace_id) do update set
            tests = case when used.minute < excluded.minute then 1 else used.tests + 1 end,
            minute = greatest(used.minute, excluded.minute),
            calls = case when used.day < excluded.day then excluded.calls else used.calls + excluded.calls end,
            day = greatest(used.day, excluded.day)
        returning tests, calls, cast(floor(extract(epoch from now())) as bigint)\
        """;

    /**
     * The sums with what was just added.
     *
     * @param seconds since 1970, by the database
     */
    record Sums(long tests, long calls, long seconds) {

        Duration untilNextMinute() {
            return Duration.ofSeconds(MINUTE - seconds % MINUTE);
        }

        Duration untilNextDay() {
            return Duration.ofSeconds(DAY - seconds % DAY);
        }
    }

    /** Adds one test with so many calls. Needs a transaction. */
    Uni<Sums> add(UUID workspaceId, int calls) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(COUNT, Object[].class)
                        .setParameter(1, workspaceId)
                        .setParameter(2, (long) calls)
                        .getSingleResult())
                .map(row -> new Sums(number(row[0]), number(row[1]), number(row[2])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
