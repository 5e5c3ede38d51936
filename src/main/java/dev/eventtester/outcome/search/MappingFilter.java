package dev.eventtester.outcome.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.outcome.document.MappingVerdict;
import dev.eventtester.outcome.document.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Which mapping results of one outcome are shown; every parameter that is absent lets all through, and all that are
 * given must hold. Everything else of the outcome stays as it is, its counts too.
 */
public class MappingFilter {

    @RestQuery
    String subscriptionId;

    /** The mapping's verdict. */
    @RestQuery
    String verdict;

    /** Where the mapping ended: the stage that failed, or the last one that passed if none did. */
    @RestQuery
    String stage;

    /** What at least one of its calls was answered with; {@code none} is a call without an answer. */
    @RestQuery
    String statusClass;

    /** What the parameters ask for; a 422 names a wrong one. */
    public Selection selection() {
        List<Predicate<JsonNode>> conditions = new ArrayList<>();
        Query.id("subscriptionId", subscriptionId)
                .ifPresent(wanted -> conditions.add(is("subscriptionId", wanted.toString())));
        Query.choice("verdict", MappingVerdict.class, verdict)
                .ifPresent(wanted -> conditions.add(is("verdict", wanted.name())));
        Query.choice("stage", Stage.class, stage)
                .ifPresent(wanted -> conditions.add(
                        mapping -> Stage.endOf(mapping).filter(wanted::equals).isPresent()));
        Query.choice("statusClass", StatusClass.class, statusClass)
                .ifPresent(wanted -> conditions.add(wanted::isAmongCallsOf));
        return new Selection(conditions);
    }

    private static Predicate<JsonNode> is(String member, String wanted) {
        return mapping -> wanted.equals(mapping.path(member).textValue());
    }
}
