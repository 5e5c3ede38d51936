package dev.eventtester.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A description of an interface in OpenAPI 3.1, as a tree. */
final class OpenApiDocument {

    private static final List<String> ALL_ROLES = List.of("MEMBER", "OWNER", "VIEWER");

    private final JsonNode root;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    OpenApiDocument(JsonNode root) {
        this.root = root;
    }

    /** One method of one path. */
    record Operation(OpenApiDocument document, String method, String path, JsonNode json) {

        String name() {
            return method + " " + path;
        }

        /** The routes that it stands for, each with the roles that may use it. */
        List<String> routes() {
            List<String> paths = List.of(path);
            for (JsonNode parameter : json.path("parameters")) {
                List<String> choices = new ArrayList<>();
                parameter.at("/schema/enum").forEach(choice -> choices.add(choice.textValue()));
                if ("path".equals(parameter.path("in").textValue()) && !choices.isEmpty()) {
                    String place = "{" + parameter.get("name").textValue() + "}";
                    paths = choices.stream()
                            .map(choice -> path.replace(place, choice))
                            .toList();
                }
            }
            return paths.stream()
                    .map(each -> method + " " + each + " " + roles())
                    .toList();
        }

        private Set<String> roles() {
            if (!json.has("security")) {
                return new TreeSet<>(ALL_ROLES);
            }
            Set<String> roles = new TreeSet<>();
            json.get("security").forEach(choice -> choice.path("token").forEach(role -> roles.add(role.textValue())));
            return roles;
        }

        Set<String> statuses() {
            Set<String> statuses = new TreeSet<>();
            json.path("responses").fieldNames().forEachRemaining(statuses::add);
            return statuses;
        }

        /** What it takes and answers with, errors included. */
        List<Shown> shown() {
            List<Shown> shown = document.shown(name(), json.path("requestBody"));
            json.path("responses")
                    .properties()
                    .forEach(answer -> shown.addAll(document.shown(name() + " " + answer.getKey(), answer.getValue())));
            return shown;
        }
    }

    /** One media type of a request or an answer. An example that is elsewhere is a missing node. */
    record Shown(String place, JsonNode schema, Map<String, JsonNode> examples) {}

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    List<Shown> shown() {
        return operations().stream()
                .flatMap(operation -> operation.shown().stream())
                .toList();
    }

    private List<Shown> shown(String place, JsonNode body) {
        List<Shown> shown = new ArrayList<>();
        resolved(body).path("content").properties().forEach(type -> {
            Map<String, JsonNode> examples = new LinkedHashMap<>();
            type.getValue()
                    .path("examples")
                    .properties()
                    .forEach(example -> examples.put(
                            example.getKey(), resolved(example.getValue()).path("value")));
            shown.add(new Shown(place + " " + type.getKey(), type.getValue().path("schema"), examples));
        });
        return shown;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolve(node.get("$ref").textValue()) : node;
    }

    /** What a reference into this document refers to, or a missing node. */
    JsonNode resolve(String reference) {
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
    }

    /** Every reference outside of the examples. */
    Set<String> references() {
        ObjectNode described = root.deepCopy();
        ((ObjectNode) described.get("components")).remove("examples");
        return new TreeSet<>(described.findValuesAsText("$ref"));
    }

    /** What is wrong with a value; a member that no schema describes is, too. */
    Set<ValidationMessage> validate(JsonNode schema, JsonNode value) {
        if (value.isMissingNode()) {
            return Set.of();
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putObject("components")
                .set("schemas", root.at("/components/schemas").deepCopy());
        whole.putArray("allOf").add(schema.deepCopy());
        close(whole);
        return schemas.getSchema(whole, config).validate(value);
    }

    private static void close(JsonNode node) {
        if (node.path("properties").isObject() && !node.has("additionalProperties")) {
            ((ObjectNode) node).set("additionalProperties", BooleanNode.FALSE);
        }
        node.forEach(OpenApiDocument::close);
    }
}
