package dev.eventtester.outcome;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.PathIds;
import io.quarkus.panache.common.Parameters;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Which outcomes a list shows; every member that is absent lets all through. */
class History {

    @RestQuery
    String destinationId;

    @RestQuery
    String subscriptionId;

    @RestQuery
    String verdict;

    @RestQuery
    String kind;

    /** The conditions for a query, each behind an "and"; their values go into the parameters. */
    String conditions(Parameters parameters) {
        StringBuilder conditions = new StringBuilder();
        if (destinationId != null) {
            conditions.append(" and destinationId = :destination");
            parameters.and("destination", id(destinationId));
        }
        if (subscriptionId != null) {
            conditions.append(" and mappingId = :mapping");
            parameters.and("mapping", id(subscriptionId));
        }
        if (verdict != null) {
            conditions.append(" and verdict = :verdict");
            parameters.and("verdict", choice("verdict", Verdict.class, verdict));
        }
        if (kind != null) {
            conditions.append(" and kind = :kind");
            parameters.and("kind", choice("kind", Kind.class, kind));
        }
        return conditions.toString();
    }

    /** An id that is none belongs to nothing. */
    private static UUID id(String text) {
        return PathIds.parse(text).orElse(PathIds.FIRST);
    }

    private static <E extends Enum<E>> E choice(String name, Class<E> choices, String text) {
        try {
            return Enum.valueOf(choices, text);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid(
                    name, "\"" + name + "\" must be one of " + Arrays.toString(choices.getEnumConstants()) + ".");
        }
    }
}
