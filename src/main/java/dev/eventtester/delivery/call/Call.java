package dev.eventtester.delivery.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The redacted record of one request and of what became of it.
 *
 * @param id {@code c1}, {@code c2}, … in the order in which the calls of one delivery began
 * @param startedAt when the call began, to the millisecond
 * @param durationMillis from its beginning, resolving and waiting included, to its end
 * @param reason one sentence on why there is no complete answer; null if there is one, or if the call was only prepared
 * @param request what was sent, or would have been
 * @param response what was answered; null if nothing was. A call that failed while the body came has what had arrived.
 */
public record Call(
        String id,
        Instant startedAt,
        long durationMillis,
        State state,
        String reason,
        RecordedRequest request,
        RecordedResponse response) {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** What became of a call. */
    public enum State {
        /** An HTTP answer came, whatever its status. */
        ANSWERED,
        /** A limit of time passed first. */
        TIMED_OUT,
        /** The name, the connection, TLS or the answer failed. */
        UNREACHABLE,
        /** The request was refused before anything was opened. */
        BLOCKED,
        /** The service stopped waiting; the destination may have received the request. */
        INTERRUPTED,
        /** Built and checked, never sent. */
        PREPARED
    }

    /** The call as the outcome document shows it; members that do not apply are absent. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("startedAt", MILLIS.format(startedAt));
        json.put("durationMillis", durationMillis);
        json.put("state", state.name());
        if (reason != null) {
            json.put("reason", reason);
        }
        json.set("request", request.toJson());
        if (response != null) {
            json.set("response", response.toJson());
        }
        return json;
    }
}
