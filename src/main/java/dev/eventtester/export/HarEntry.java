package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * One call as an entry of an HTTP Archive. What is not known is -1, as the format has it; cookies are always redacted,
 * so there are none to be listed one by one.
 */
final class HarEntry {

    private static final int UNKNOWN = -1;
    private static final String HTTP = "HTTP/1.1";

    private HarEntry() {}

    static ObjectNode of(RecordedCall call) {
        long millis = call.call().path("durationMillis").asLong();
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("pageref", call.mapping().path("subscriptionId").asText());
        entry.put("startedDateTime", call.startedAt());
        entry.put("time", millis);
        entry.set("request", request(call.request()));
        entry.set("response", response(call));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        entry.put("comment", call.ending());
        entry.put("_callId", call.id());
        entry.set("_state", call.call().path("state"));
        return entry;
    }

    private static ObjectNode request(JsonNode request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String url = request.path("url").asText();
        json.put("method", request.path("method").asText());
        json.put("url", WireUrl.uri(url));
        json.put("httpVersion", HTTP);
        json.putArray("cookies");
        json.set("headers", headers(request));
        json.set("queryString", query(url));
        if (request.has("body")) {
            json.set("postData", postData(request));
        }
        json.put("headersSize", UNKNOWN);
        json.put("bodySize", request.has("truncated") ? UNKNOWN : RecordedCall.body(request).length);
        return json;
    }

    private static ObjectNode postData(JsonNode request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("mimeType", request.path("headers").path("content-type").asText(""));
        json.put("text", request.get("body").textValue());
        // the format has no member that says so for requests
        if (RecordedCall.isBase64(request)) {
            json.put("_encoding", "base64");
        }
        return json;
    }

    private static ArrayNode headers(JsonNode message) {
        ArrayNode headers = JsonNodeFactory.instance.arrayNode();
        message.path("headers")
                .properties()
                .forEach(header -> headers.addObject()
                        .put("name", header.getKey())
                        .put("value", header.getValue().textValue()));
        return headers;
    }

    private static ArrayNode query(String url) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        int hash = url.indexOf('#');
        String sent = hash < 0 ? url : url.substring(0, hash);
        int query = sent.indexOf('?');
        if (query < 0) {
            return parameters;
        }
        for (String pair : sent.substring(query + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                parameters
                        .addObject()
                        .put("name", decoded(equals < 0 ? pair : pair.substring(0, equals)))
                        .put("value", equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static ObjectNode response(RecordedCall call) {
        JsonNode response = call.response();
        boolean answered = !response.isMissingNode();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", response.path("statusCode").asInt(0));
        json.put("statusText", response.path("statusMessage").asText(""));
        json.put("httpVersion", answered ? HTTP : "");
        json.putArray("cookies");
        json.set("headers", headers(response));
        json.set("content", content(response));
        json.put("redirectURL", response.path("headers").path("location").asText(""));
        json.put("headersSize", UNKNOWN);
        json.put("bodySize", UNKNOWN);
        if (!answered || call.call().has("reason")) {
            json.put("_error", call.ending());
        }
        return json;
    }

    private static ObjectNode content(JsonNode response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("size", RecordedCall.body(response).length);
        json.put("mimeType", response.path("headers").path("content-type").asText("x-unknown"));
        if (response.has("body")) {
            json.set("text", response.get("body"));
        }
        if (RecordedCall.isBase64(response)) {
            json.put("encoding", "base64");
        }
        if (response.path("truncated").asBoolean()) {
            json.put("comment", "Only the beginning of the body was kept.");
        }
        return json;
    }
}
