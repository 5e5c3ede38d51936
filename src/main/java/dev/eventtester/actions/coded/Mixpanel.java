package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.actions.Action;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.Sender;
import dev.eventtester.actions.request.AnswerBody;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Mixpanel: ties a visitor to a user, then sets the user's traits; a failure of the first keeps back the second. */
final class Mixpanel implements Action {

    private static final List<String> RENAMED = List.of(
            "created", "createdAt", "created_at", "email", "firstName", "lastName", "name", "username", "phone");

    @Override
    public Uni<JsonNode> perform(ActionInput input, Sender send) {
        return Uni.createFrom().deferred(() -> identify(input, send)).chain(data -> engage(input, send, data));
    }

    private static Uni<JsonNode> identify(ActionInput input, Sender send) {
        if (!JsType.isTruthy(input.settings().path("projectToken"))) {
            throw new ActionException("Missing project token", "Missing required field", 400);
        }
        if (!JsType.isTruthy(input.payload().path("anonymous_id"))) {
            return Uni.createFrom().item(MissingNode.getInstance());
        }
        ObjectNode event = object().put("event", "$identify");
        ObjectNode properties = event.putObject("properties");
        properties.set("$identified_id", input.payload().path("user_id"));
        properties.set("$anon_id", input.payload().path("anonymous_id"));
        properties.set("token", input.settings().path("projectToken"));
        properties.set("segment_source_name", input.settings().path("sourceName"));
        return send.send(request(input, "/track", event)).map(AnswerBody::expected);
    }

    private static Uni<JsonNode> engage(ActionInput input, Sender send, JsonNode before) {
        JsonNode traits = input.payload().path("traits");
        if (traits.isEmpty()) {
            return Uni.createFrom().item(before);
        }
        ObjectNode engage = object();
        engage.set("$token", input.settings().path("projectToken"));
        engage.set("$distinct_id", first(input.payload(), "user_id", "anonymous_id"));
        engage.set("$ip", input.payload().path("ip"));
        engage.set("$set", renamed(traits));
        return send.send(request(input, "/engage", engage)).map(AnswerBody::expected);
    }

    private static ObjectNode renamed(JsonNode traits) {
        ObjectNode renamed = object();
        traits.properties().forEach(trait -> renamed.set(trait.getKey(), trait.getValue()));
        renamed.remove(RENAMED);
        renamed.set("$created", first(traits, "created", "createdAt", "created_at"));
        renamed.set("$email", traits.path("email"));
        renamed.set("$first_name", traits.path("firstName"));
        renamed.set("$last_name", traits.path("lastName"));
        renamed.set("$name", name(traits));
        renamed.set("$username", traits.path("username"));
        renamed.set("$phone", traits.path("phone"));
        return renamed;
    }

    private static JsonNode name(JsonNode traits) {
        JsonNode first = traits.path("firstName");
        JsonNode last = traits.path("lastName");
        if (!JsType.isNullish(traits.path("name"))) {
            return traits.path("name");
        }
        boolean both = JsType.isTruthy(first) && JsType.isTruthy(last);
        return both ? TextNode.valueOf(JsText.of(first) + " " + JsText.of(last)) : MissingNode.getInstance();
    }

    /** The first member that is neither null nor absent, otherwise the last one as it is. */
    private static JsonNode first(JsonNode object, String... members) {
        JsonNode value = MissingNode.getInstance();
        for (String member : members) {
            value = object.path(member);
            if (!JsType.isNullish(value)) {
                return value;
            }
        }
        return value;
    }

    private static OutgoingRequest request(ActionInput input, String path, ObjectNode data) {
        String region = input.settings().path("apiRegion").asText();
        String suffix = region.startsWith("EU") ? "-eu" : region.startsWith("IN") ? "-in" : "";
        return RequestDraft.post("https://api" + suffix + ".mixpanel.com" + path)
                .form(object().put("data", JsJson.stringify(data)))
                .build();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
