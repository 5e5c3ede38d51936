package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.event.JsonText;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A stream of server-sent events as its lines come in. */
final class EventLines {

    private final Iterator<String> lines;

    EventLines(HttpResponse<Stream<String>> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        this.lines = answer.body().iterator();
    }

    record Event(String name, String data) {

        JsonNode json() {
            return JsonText.parse(data);
        }
    }

    /** Waits for the next event, over comments. */
    Event next() {
        String name = null;
        List<String> data = new ArrayList<>();
        while (true) {
            String line = lines.next();
            if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                data.add(line.substring("data: ".length()));
            } else if (line.isEmpty() && name != null) {
                return new Event(name, String.join("\n", data));
            }
        }
    }

    /** Waits for the next comment, over events. */
    String comment() {
        while (true) {
            String line = lines.next();
            if (line.startsWith(":")) {
                return line;
            }
        }
    }

    /** Whether nothing follows; waits for the end. */
    boolean isAtItsEnd() {
        return !lines.hasNext();
    }
}
