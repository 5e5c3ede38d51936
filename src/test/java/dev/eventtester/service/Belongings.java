package dev.eventtester.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.service.Service.NewSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a workspace has, one thing of each kind; each is made when it is first asked for. */
final class Belongings {

    private static final List<String> KINDS = List.of(
            "source", "writeKey", "destination", "mapping", "filter", "warehouse", "model", "outcome", "call", "token");

    private final Service owner;
    private final Map<String, String> ids = new LinkedHashMap<>();

    Belongings(Service owner) {
        this.owner = owner;
    }

    /** The id of the thing of a kind; for the kind "name" a name that nothing has. */
    String id(String kind) {
        if (kind.equals("name")) {
            return "name-" + UUID.randomUUID();
        }
        String known = ids.get(kind);
        if (known != null) {
            return known;
        }
        String made = make(kind);
        ids.put(kind, made);
        return made;
    }

    /** The ids of one thing of each kind. */
    Collection<String> all() {
        KINDS.forEach(this::id);
        return ids.values();
    }

    private String make(String kind) {
        return switch (kind) {
            case "source" -> source();
            case "writeKey" -> asked("/api/sources/" + id("source"), "/source/writeKeys/0");
            case "destination" ->
                owner.destination(new NewSource(id("source"), id("writeKey")), "actions-webhook", Map.of());
            case "mapping" -> owner.webhook(id("destination"), "m", "type = \"track\"", "http://127.0.0.1/");
            case "filter" -> filter();
            case "warehouse" -> owner.source("postgres").id();
            case "model" -> model();
            case "outcome" -> outcome();
            case "call" -> asked("/api/outcomes/" + id("outcome"), "/outcome/mappings/0/calls/0/id");
            case "token" -> made("/api/tokens", Map.of("name", id("name"), "role", "VIEWER"), 201, "/token/id");
            default -> throw new IllegalArgumentException("no thing is called " + kind);
        };
    }

    private String source() {
        NewSource source = owner.source("http-api");
        ids.put("writeKey", source.writeKey());
        return source.id();
    }

    private String filter() {
        Map<String, ?> body = Map.of(
                "sourceId",
                id("source"),
                "if",
                "all",
                "actions",
                List.of(Map.of("type", "DROP")),
                "title",
                "t",
                "enabled",
                false);
        return made("/api/destination/" + id("destination") + "/filters", body, 200, "/filter/id");
    }

    private String model() {
        Map<String, ?> body = Map.of(
                "sourceId", id("warehouse"),
                "name", "n",
                "description", "",
                "enabled", true,
                "query", "select 1",
                "queryIdentifierColumn", "id");
        return made("/api/reverse-etl-models", body, 201, "/reverseEtlModel/id");
    }

    private String outcome() {
        id("mapping");
        JsonNode outcome = owner.test(id("destination"), "{\"event\":{\"type\":\"track\"},\"delivery\":\"VALIDATE\"}");
        return outcome.get("id").textValue();
    }

    private String made(String path, Map<String, ?> body, int status, String place) {
        return Service.data(owner.post(path, body), status).at(place).textValue();
    }

    private String asked(String path, String place) {
        return Service.data(owner.get(path), 200).at(place).textValue();
    }
}
