package dev.eventtester.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Map;

/** Documents as the testers write them, piece by piece. */
final class Documents {

    private Documents() {}

    static ObjectNode outcome(ObjectNode... mappings) {
        ObjectNode outcome = JsonNodeFactory.instance.objectNode();
        outcome.put("id", "0198f000-0000-7000-8000-000000000001");
        outcome.put("kind", "EVENT_TESTER").put("delivery", "SEND").put("status", "COMPLETED");
        outcome.put("verdict", "PARTIAL").put("product", "CONNECTIONS");
        outcome.put("startedAt", "2026-01-02T03:04:05.678Z").put("durationMillis", 1212);
        outcome.put("startedBy", "token:ci");
        outcome.putObject("destination").put("id", "d1").put("name", "Prod").put("slug", "actions-webhook");
        outcome.putObject("event").put("type", "track");
        outcome.putArray("notes").addObject().put("code", "filters-bypassed").put("message", "Filters are bypassed.");
        ArrayNode all = outcome.putArray("mappings");
        for (ObjectNode mapping : mappings) {
            all.add(mapping);
        }
        return outcome;
    }

    static ObjectNode mapping(String name, String verdict, ObjectNode... calls) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        mapping.put("subscriptionId", "s-" + name).put("name", name).put("actionSlug", "send");
        mapping.put("verdict", verdict).put("durationMillis", 180);
        mapping.putArray("stages");
        mapping.putObject("trigger").put("expression", "type = \"track\"").put("matched", true);
        ArrayNode all = mapping.putArray("calls");
        for (ObjectNode call : calls) {
            all.add(call);
        }
        return mapping;
    }

    /** The same mapping with a stage that failed. */
    static ObjectNode failedAt(ObjectNode mapping, String stage, String message) {
        ((ArrayNode) mapping.get("stages"))
                .addObject()
                .put("stage", stage)
                .put("state", "FAILED")
                .putArray("reasons")
                .addObject()
                .put("message", message);
        return mapping;
    }

    static ObjectNode call(String id, String startedAt, ObjectNode request) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("id", id)
                .put("startedAt", startedAt)
                .put("durationMillis", 171)
                .put("state", "ANSWERED");
        call.set("request", request);
        return call;
    }

    static ObjectNode call(ObjectNode request) {
        return call("m1c1", "2026-01-02T03:04:05.700Z", request);
    }

    static ObjectNode answered(ObjectNode call, int status, String contentType, String body) {
        ObjectNode response = call.putObject("response");
        response.put("statusCode", status).put("statusMessage", "OK");
        response.putObject("headers").put("content-type", contentType);
        response.put("body", body).put("truncated", false);
        return call;
    }

    static ObjectNode unanswered(ObjectNode call, String state, String reason) {
        return call.put("state", state).put("reason", reason);
    }

    static ObjectNode request(String method, String url, Map<String, String> headers) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("method", method).put("url", url);
        headers.forEach(request.putObject("headers")::put);
        return request;
    }

    static ObjectNode request(String method, String url, Map<String, String> headers, String body) {
        return request(method, url, headers).put("body", body);
    }

    static ObjectNode request(String method, String url, Map<String, String> headers, byte[] body) {
        return request(method, url, headers, Base64.getEncoder().encodeToString(body))
                .put("encoding", "base64");
    }
}
