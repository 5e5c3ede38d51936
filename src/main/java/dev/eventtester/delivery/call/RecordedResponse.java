package dev.eventtester.delivery.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.delivery.secret.Redaction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response as it is stored: redacted.
 *
 * @param headers names in lower case; several values of one name are joined by a comma and a space
 */
public record RecordedResponse(int statusCode, String statusMessage, Map<String, String> headers, RecordedBody body) {

    static RecordedResponse of(Answer answer, Redaction redaction) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers()
                .forEach((name, values) ->
                        headers.put(redaction.apply(name), redaction.header(name, String.join(", ", values))));
        return new RecordedResponse(
                answer.status(),
                redaction.apply(answer.statusText()),
                Collections.unmodifiableMap(headers),
                RecordedBody.of(answer.body(), answer.truncated(), redaction));
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("statusCode", statusCode);
        json.put("statusMessage", statusMessage);
        headers.forEach(json.putObject("headers")::put);
        body.writeTo(json);
        json.put("truncated", body.truncated());
        return json;
    }
}
