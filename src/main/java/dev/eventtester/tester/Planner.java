package dev.eventtester.tester;

import dev.eventtester.api.ApiException;
import dev.eventtester.destination.ConfiguredDestinations;
import dev.eventtester.destination.MappingRules;
import dev.eventtester.destination.configured.ConfiguredDestination;
import dev.eventtester.destination.configured.ConfiguredMapping;
import dev.eventtester.outcome.document.DeliveryMode;
import dev.eventtester.outcome.document.Kind;
import dev.eventtester.outcome.document.OutcomeDocument;
import dev.eventtester.outcome.document.OutcomeDocument.Tested;
import dev.eventtester.outcome.document.Status;
import dev.eventtester.tester.mapping.MappingResult;
import dev.eventtester.tester.overview.Notes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads what a test needs. Needs a session; from then on the test needs none until it ends. */
@ApplicationScoped
class Planner {

    private final ConfiguredDestinations destinations;

    Planner(ConfiguredDestinations destinations) {
        this.destinations = destinations;
    }

    /** The test that is wanted: of every enabled mapping, or of one, enabled or not, as saved or as drafted. */
    Uni<TestPlan> plan(TestOrder order, UUID outcomeId) {
        return destinations
                .read(order.caller().workspaceId(), order.destination())
                .map(destination -> {
                    requireTestable(destination);
                    return order.mapping().isPresent()
                            ? one(order, outcomeId, destination)
                            : allEnabled(order, outcomeId, destination);
                });
    }

    private static TestPlan allEnabled(TestOrder order, UUID outcomeId, ConfiguredDestination destination) {
        List<ConfiguredMapping> enabled = destination.mappings().stream()
                .filter(ConfiguredMapping::enabled)
                .toList();
        DeliveryMode mode = order.request().delivery().orElse(DeliveryMode.SEND);
        return plan(order, outcomeId, destination, enabled, Kind.EVENT_TESTER, mode);
    }

    private static TestPlan one(TestOrder order, UUID outcomeId, ConfiguredDestination destination) {
        ConfiguredMapping saved = destination.requireMapping(order.mapping().orElseThrow());
        ConfiguredMapping mapping = drafted(saved, order.request().draft());
        DeliveryMode mode = mode(destination, order.request());
        return plan(order, outcomeId, destination, List.of(mapping), Kind.MAPPINGS_TESTER, mode);
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
            TestOrder order,
            UUID outcomeId,
            ConfiguredDestination destination,
            List<ConfiguredMapping> mappings,
            Kind kind,
            DeliveryMode mode) {
        TestRequest request = order.request();
        OutcomeDocument intent = new OutcomeDocument(
                outcomeId,
                kind,
                mode,
                request.product().orElse(destination.usualProduct()),
                Instant.now(),
                order.caller().name(),
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
                mappings.stream().map(MappingResult::intended).toList());
        return new TestPlan(
                order.caller().workspaceId(),
                destination,
                mappings,
                request.tested(),
                request.tested(),
                request.ignoreTrigger(),
                intent);
    }
}
