package dev.eventtester.outcome.search;

import dev.eventtester.outcome.document.Kind;
import dev.eventtester.outcome.document.Verdict;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which outcomes a list shows; every parameter that is absent lets all through. A subscription's outcomes are those of
 * both tools. The times take in what began at {@code startedAfter} or later and before {@code startedBefore}, so that
 * neighbouring spans share no outcome.
 */
public class History {

    @RestQuery
    String destinationId;

    @RestQuery
    String subscriptionId;

    @RestQuery
    String verdict;

    @RestQuery
    String kind;

    @RestQuery
    String startedBy;

    @RestQuery
    String startedAfter;

    @RestQuery
    String startedBefore;

    /** The conditions for a query, each behind an "and"; their values go into the parameters. */
    public String conditions(Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        Query.id("destinationId", destinationId).ifPresent(id -> {
            conditions.append(" and destinationId = :destination");
            parameters.put("destination", id);
        });
        Query.id("subscriptionId", subscriptionId).ifPresent(id -> {
            conditions.append(" and id in (select t.outcomeId from TestedMapping t where t.mappingId = :mapping)");
            parameters.put("mapping", id);
        });
        Query.choice("verdict", Verdict.class, verdict).ifPresent(value -> {
            conditions.append(" and verdict = :verdict");
            parameters.put("verdict", value);
        });
        Query.choice("kind", Kind.class, kind).ifPresent(value -> {
            conditions.append(" and kind = :kind");
            parameters.put("kind", value);
        });
        return conditions.append(starts(parameters)).toString();
    }

    private StringBuilder starts(Map<String, Object> parameters) {
        StringBuilder conditions = new StringBuilder();
        Query.text(startedBy).ifPresent(name -> {
            conditions.append(" and startedBy = :startedBy");
            parameters.put("startedBy", name);
        });
        Query.time("startedAfter", startedAfter).ifPresent(time -> {
            conditions.append(" and startedAt >= :startedAfter");
            parameters.put("startedAfter", time);
        });
        Query.time("startedBefore", startedBefore).ifPresent(time -> {
            conditions.append(" and startedAt < :startedBefore");
            parameters.put("startedBefore", time);
        });
        return conditions;
    }
}
