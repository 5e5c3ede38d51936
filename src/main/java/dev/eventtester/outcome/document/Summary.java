package dev.eventtester.outcome.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/**
 * The counts of a whole test.
 *
 * @param calls how many were made or prepared
 * @param succeededCalls how many were answered with 2xx
 * @param failedCalls how many were made and not answered with 2xx
 * @param identities those that the test may have made at the destination
 */
public record Summary(
        int tested,
        int matched,
        int notMatched,
        int succeeded,
        int failed,
        int calls,
        int succeededCalls,
        int failedCalls,
        Identities identities) {

    /** How many different users and anonymous visitors what was really sent told of. */
    public record Identities(int userIds, int anonymousIds) {}

    /** Counts mappings by verdict; the calls are counted by who made them. */
    public static Summary of(
            Collection<MappingVerdict> mappings,
            int calls,
            int succeededCalls,
            int failedCalls,
            Identities identities) {
        int tested = mappings.size();
        int notMatched = (int) mappings.stream()
                .filter(verdict -> verdict == MappingVerdict.NOT_MATCHED)
                .count();
        int succeeded = (int) mappings.stream().filter(MappingVerdict::isGood).count();
        int matched = tested - notMatched;
        return new Summary(
                tested,
                matched,
                notMatched,
                succeeded,
                matched - succeeded,
                calls,
                succeededCalls,
                failedCalls,
                identities);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("mappings")
                .put("tested", tested)
                .put("matched", matched)
                .put("notMatched", notMatched)
                .put("succeeded", succeeded)
                .put("failed", failed);
        json.putObject("calls")
                .put("total", calls)
                .put("succeeded", succeededCalls)
                .put("failed", failedCalls);
        json.putObject("identities")
                .put("userIds", identities.userIds())
                .put("anonymousIds", identities.anonymousIds());
        return json;
    }
}
