package dev.eventtester.tester;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.access.Caller;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Ids;
import dev.eventtester.destination.ConfiguredDestination;
import dev.eventtester.destination.ConfiguredDestinations;
import dev.eventtester.destination.ConfiguredMapping;
import dev.eventtester.destination.MappingRules;
import dev.eventtester.outcome.DeliveryMode;
import dev.eventtester.outcome.Kind;
import dev.eventtester.outcome.OutcomeDocument;
import dev.eventtester.outcome.OutcomeDocument.Tested;
import dev.eventtester.outcome.Outcomes;
import dev.eventtester.outcome.Status;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Reads what a test needs and writes down its intent, in one short transaction. From then on the test needs no database
 * session until it ends.
 */
@ApplicationScoped
class Planner {

    private final ConfiguredDestinations destinations;
    private final Outcomes outcomes;

    Planner(ConfiguredDestinations destinations, Outcomes outcomes) {
        this.destinations = destinations;
        this.outcomes = outcomes;
    }

    /** A test of every enabled mapping. */
    Uni<TestPlan> allEnabled(Caller caller, String destinationId, TestRequest request) {
        return Panache.withTransaction(() -> destinations
                .read(caller.workspaceId(), destinationId)
                .map(destination -> {
                    requireTestable(destination);
                    List<ConfiguredMapping> enabled = destination.mappings().stream()
                            .filter(ConfiguredMapping::enabled)
                            .toList();
                    DeliveryMode mode = request.delivery().orElse(DeliveryMode.SEND);
                    return plan(caller, destination, enabled, request, Kind.EVENT_TESTER, mode);
                })
                .call(this::begin));
    }

    /** A test of one mapping, enabled or not, as saved or as drafted. */
    Uni<TestPlan> one(Caller caller, String destinationId, String mappingId, TestRequest request) {
        return Panache.withTransaction(() -> destinations
                .read(caller.workspaceId(), destinationId)
                .map(destination -> {
                    requireTestable(destination);
                    ConfiguredMapping mapping = drafted(destination.requireMapping(mappingId), request.draft());
                    DeliveryMode mode = mode(destination, request);
                    return plan(caller, destination, List.of(mapping), request, Kind.MAPPINGS_TESTER, mode);
                })
                .call(this::begin));
    }

    private Uni<Void> begin(TestPlan plan) {
        return outcomes.begin(plan.workspaceId(), plan.intent());
    }

    private static void requireTestable(ConfiguredDestination destination) {
        destination.definition().notTestableBecause().ifPresent(reason -> {
            throw ApiException.invalid("destination", reason);
        });
    }

    private static ConfiguredMapping drafted(ConfiguredMapping saved, TestRequest.Draft draft) {
        if (draft.trigger() != null) {
            MappingRules.trigger("draft.trigger", draft.trigger());
        }
        if (draft.settings() != null) {
            MappingRules.settings("draft.settings", draft.settings(), saved.action());
        }
        return saved.drafted(draft.trigger(), draft.settings());
    }

    private static DeliveryMode mode(ConfiguredDestination destination, TestRequest request) {
        boolean sends = destination.definition().mappingTestSends();
        DeliveryMode mode = request.delivery().orElse(sends ? DeliveryMode.SEND : DeliveryMode.VALIDATE);
        if (mode == DeliveryMode.SEND && !sends) {
            throw ApiException.invalid(
                    "delivery",
                    "A mapping test of " + destination.definition().name()
                            + " never sends: \"delivery\" must be VALIDATE or absent.");
        }
        return mode;
    }

    private static TestPlan plan(
            Caller caller,
            ConfiguredDestination destination,
            List<ConfiguredMapping> mappings,
            TestRequest request,
            Kind kind,
            DeliveryMode mode) {
        OutcomeDocument intent = new OutcomeDocument(
                Ids.next(),
                kind,
                mode,
                request.product().orElse(destination.usualProduct()),
                Instant.now(),
                caller.name(),
                new Tested(
                        destination.id(),
                        destination.name(),
                        destination.definition().slug()),
                kind == Kind.MAPPINGS_TESTER ? mappings.get(0).id() : null,
                request.event().text(),
                Status.RUNNING,
                null,
                null,
                null,
                Notes.of(destination, mappings, request.event()),
                request.enrichment() == null ? null : request.enrichment().toJson(),
                null,
                mappings.stream().map(Planner::intended).toList());
        return new TestPlan(
                caller.workspaceId(), destination, mappings, request.tested(), request.ignoreTrigger(), intent);
    }

    private static ObjectNode intended(ConfiguredMapping mapping) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        MappingReport.identify(mapping, json);
        return json;
    }
}
