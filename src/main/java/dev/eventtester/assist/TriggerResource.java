package dev.eventtester.assist;

import static dev.eventtester.access.Role.MEMBER_NAME;
import static dev.eventtester.access.Role.OWNER_NAME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Data;
import dev.eventtester.api.Require;
import dev.eventtester.event.Event;
import dev.eventtester.trigger.InvalidTriggerException;
import dev.eventtester.trigger.Trigger;
import dev.eventtester.trigger.TriggerLinter;
import dev.eventtester.trigger.TriggerWarning;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** {@code POST /api/triggers/explain}: what a trigger really says, and what it makes of an event. */
@Path("/api")
@RolesAllowed({OWNER_NAME, MEMBER_NAME})
class TriggerResource {

    /**
     * What to explain.
     *
     * @param event null to explain the trigger alone
     */
    record Question(String trigger, JsonNode event) {}

    private final Vertx vertx;

    TriggerResource(Vertx vertx) {
        this.vertx = vertx;
    }

    @POST
    @Path("/triggers/explain")
    public Uni<Data> explain(Question body) {
        Question question = Require.body(body);
        Require.present("trigger", question.trigger());
        return Uni.createFrom()
                .completionStage(() -> vertx.getOrCreateContext()
                        .executeBlocking(() -> explained(question), false)
                        .toCompletionStage());
    }

    private static Data explained(Question question) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("expression", question.trigger());
        try {
            Trigger trigger = Trigger.parse(question.trigger());
            json.put("valid", true);
            json.setAll(explained(trigger, question.event()));
        } catch (InvalidTriggerException e) {
            json.put("valid", false);
            json.put("error", e.getMessage());
        }
        json.set("warnings", warnings(TriggerLinter.lint(question.trigger())));
        return Data.of("explanation", json);
    }

    private static ObjectNode explained(Trigger trigger, JsonNode event) {
        if (event == null || event.isNull()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("conditions", trigger.conditions().toJson());
            return json;
        }
        if (!event.isObject()) {
            throw ApiException.invalid("event", "\"event\" must be an object.");
        }
        if (Event.isTooLarge(event.toString())) {
            throw ApiException.tooLarge("event", "\"event\" is larger than 32 KB.");
        }
        return trigger.explain(event).toJson();
    }

    private static ArrayNode warnings(List<TriggerWarning> warnings) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        warnings.forEach(warning -> json.add(warning.toJson()));
        return json;
    }
}
