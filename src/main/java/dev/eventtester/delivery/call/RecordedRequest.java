package dev.eventtester.delivery.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.delivery.address.Target;
import dev.eventtester.delivery.secret.Redaction;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it is stored: redacted, with the headers that the action chose and not those that frame the message.
 *
 * @param headers names in lower case, in order
 * @param body null if the request has none; cut only if the request was refused for its size
 */
public record RecordedRequest(String method, String url, Map<String, String> headers, RecordedBody body) {

    static RecordedRequest of(OutgoingRequest request, int longestBody, Redaction redaction) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(redaction.apply(name), redaction.header(name, value)));
        return new RecordedRequest(
                redaction.apply(request.method()),
                redaction.apply(Target.withoutUserInfo(request.url(), Redaction.PLACEHOLDER)),
                Collections.unmodifiableMap(headers),
                body(request.body(), longestBody, redaction));
    }

    private static RecordedBody body(byte[] body, int longest, Redaction redaction) {
        if (body == null) {
            return null;
        }
        boolean cut = body.length > longest;
        return RecordedBody.of(cut ? Arrays.copyOf(body, longest) : body, cut, redaction);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("method", method);
        json.put("url", url);
        headers.forEach(json.putObject("headers")::put);
        if (body != null) {
            body.writeTo(json);
            if (body.truncated()) {
                json.put("truncated", true);
            }
        }
        return json;
    }
}
