package dev.eventtester.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.api.ApiException;
import dev.eventtester.api.Errors;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import org.jboss.logging.Logger;

/** The events of one test for one follower. What happens before somebody reads them is kept; after that it is not. */
public final class ProgressStream implements Progress {

    private static final Logger LOG = Logger.getLogger(ProgressStream.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private final UnicastProcessor<ServerSentEvent> mappings = UnicastProcessor.create();

    @Override
    public void mapping(int done, int total, JsonNode result) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("done", done).put("total", total).set("mapping", result);
        mappings.onNext(new ServerSentEvent("mapping", data.toString()));
    }

    @Override
    public void ended() {
        mappings.onComplete();
    }

    /**
     * One event for every mapping, then one for the outcome, or for the error in its place. To be subscribed to once.
     *
     * @param outcome the exact text of the whole answer
     */
    public Multi<ServerSentEvent> events(Uni<String> outcome) {
        Uni<ServerSentEvent> last = outcome.map(answer -> new ServerSentEvent("outcome", answer));
        return Multi.createBy()
                .concatenating()
                .streams(mappings, last.toMulti())
                .onFailure()
                .recoverWithItem(ProgressStream::error);
    }

    /** The status can no longer be changed, so the error comes as an event, in its usual envelope. */
    private static ServerSentEvent error(Throwable failure) {
        if (failure instanceof ApiException expected) {
            return error(Errors.of(expected.status(), expected.getMessage()));
        }
        LOG.error("A test could not be followed to its end", failure);
        return error(Errors.of(500, "The service failed to answer; its log says why."));
    }

    private static ServerSentEvent error(Errors errors) {
        return new ServerSentEvent("error", MAPPER.valueToTree(errors).toString());
    }
}
