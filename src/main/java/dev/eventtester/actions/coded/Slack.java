package dev.eventtester.actions.coded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.ActionInput;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Slack: a message, to addresses that look like one of Slack's. */
final class Slack {

    // dst-slack-postToChannel-url: any character may stand before "com", and a hyphen in the path is refused.
    private static final Pattern ADDRESS = Pattern.compile("https://[a-zA-Z0-9.-]+\\.slack.com[/a-zA-Z0-9]+");
    private static final List<String> MEMBERS = List.of("channel", "text", "username", "icon_url");

    private Slack() {}

    static OutgoingRequest message(ActionInput input) {
        JsonNode payload = input.payload();
        String url = payload.path("url").asText();
        if (!ADDRESS.matcher(url).matches()) {
            throw new ActionException("Invalid Slack URL", "Bad Request", 400);
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        for (String member : MEMBERS) {
            message.set(member, payload.path(member));
        }
        return RequestDraft.post(url).json(message).build();
    }
}
