package dev.eventtester.tester;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.Event;
import dev.eventtester.outcome.document.OutcomeDocument.Note;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the events of tests known as such to destinations, where the operator wants that. */
@ApplicationScoped
class EventMark {

    private static final Note MARKED = new Note(
            "event-marked",
            "The mappings got the event with context.eventTester.outcomeId added; it is shown as the caller sent it.");

    private static final Note UNMARKABLE = new Note(
            "event-not-marked", "The event's context is not an object, so that the mappings got the event unmarked.");

    private final boolean marks;

    EventMark(Config config) {
        this.marks = config.markEvents();
    }

    /** What is done to the events of tests. */
    @ConfigMapping(prefix = "event-tester.tests")
    interface Config {

        /** Whether mappings get the event with {@code context.eventTester.outcomeId}, the id of its outcome, added. */
        @WithDefault("false")
        boolean markEvents();
    }

    /** The test, with its event marked where that is wanted. */
    TestPlan on(TestPlan plan) {
        if (!marks) {
            return plan;
        }
        JsonNode document = plan.event().document();
        JsonNode context = document.path("context");
        if (!context.isObject() && !context.isMissingNode()) {
            return plan.marked(plan.event(), UNMARKABLE);
        }
        ObjectNode marked = copy(document);
        copyInto(marked.putObject("context"), context)
                .putObject("eventTester")
                .put("outcomeId", plan.intent().id().toString());
        return plan.marked(new Event(marked.toString(), marked), MARKED);
    }

    private static ObjectNode copy(JsonNode object) {
        return copyInto(JsonNodeFactory.instance.objectNode(), object);
    }

    /** The members themselves are shared: nobody changes them. */
    private static ObjectNode copyInto(ObjectNode target, JsonNode object) {
        object.properties().forEach(member -> target.set(member.getKey(), member.getValue()));
        return target;
    }
}
