package dev.eventtester.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Where the demo's webhook sends to: answers with what it got. */
@IfBuildProfile("dev")
@Path("/demo/receiver")
@PermitAll
class DemoReceiver {

    @POST
    public Map<String, JsonNode> receive(JsonNode body) {
        return Map.of("received", body);
    }
}
