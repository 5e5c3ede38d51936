package dev.eventtester.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.declared.Condition;
import dev.eventtester.actions.declared.DeclaredRequest;
import dev.eventtester.actions.request.Signature;
import dev.eventtester.catalog.yaml.YamlObject;
import dev.eventtester.catalog.yaml.YamlValue;
import dev.eventtester.field.FieldSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the declared requests of one destination. */
public final class RequestReader {

    private static final Set<String> KEYS = Set.of(
            "name", "when", "method", "url", "path", "query", "headers", "auth", "json", "form", "text", "sign",
            "goOnAt");
    private static final Set<String> EVERY_KEYS = Set.of("headers", "auth");
    private static final Set<String> AUTH_KEYS = Set.of("bearer", "basic", "header");
    private static final Set<String> SIGN_KEYS = Set.of("algorithm", "header", "secret", "encoding", "prefix");
    private static final List<String> CHAINING = List.of("name", "when", "goOnAt");
    private static final List<String> BODIES = List.of("json", "form", "text");
    private static final List<String> VALUES =
            List.of("method", "url", "path", "query", "headers", "json", "form", "text");
    private static final Map<String, Set<String>> AUTH_PARTS =
            Map.of("basic", Set.of("username", "password"), "header", Set.of("name", "value"));
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]*");

    private final FieldSet settings;
    private final Readable readable;
    private final JsonNode every;

    /** @param everyRequest the headers and auth of every request of the destination, if it has any */
    public RequestReader(FieldSet settings, JsonNode constants, Optional<YamlValue> everyRequest) {
        this.settings = settings;
        this.readable = withFields("settings", settings, Readable.anything())
                .with(
                        "constants",
                        constants.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        this.every = everyRequest.map(this::every).orElse(JsonNodeFactory.instance.objectNode());
    }

    // Wrong fields have been told of and leave no names.
    private static Readable withFields(String root, FieldSet fields, Readable readable) {
        Set<String> names = fields.definitions().keySet();
        return names.isEmpty() ? readable : readable.with(root, names);
    }

    private JsonNode every(YamlValue value) {
        YamlObject object = value.object("\"everyRequest\"", EVERY_KEYS);
        ObjectNode every = JsonNodeFactory.instance.objectNode();
        object.value("headers").ifPresent(headers -> every.set("headers", checked("headers", headers, readable)));
        object.value("auth").ifPresent(auth -> every.set("auth", auth(auth, readable)));
        return every;
    }

    private static JsonNode checked(String key, YamlValue value, Readable readable) {
        JsonNode json = Directives.checked(key, value);
        readable.check(json, value);
        return json;
    }

    /** The one request of an action with these fields. */
    public DeclaredRequest read(YamlValue value, FieldSet fields) {
        return read(value, withFields("payload", fields, readable).with("answers", Set.of()));
    }

    /** The request of a credentials check, which is made alone and whose answer is 2xx or means no. */
    public DeclaredRequest readCheck(YamlValue value) {
        YamlObject request = value.object("a request", KEYS);
        for (String key : CHAINING) {
            request.value(key)
                    .ifPresent(place -> place.problem("\"" + key + "\" means nothing in a credentials check"));
        }
        return read(
                value,
                readable.with("payload", Set.of()).with("event", Set.of()).with("answers", Set.of()));
    }

    /** Requests of an action with these fields that are made one after the other. */
    public List<DeclaredRequest> readAll(YamlValue list, String what, FieldSet fields) {
        List<DeclaredRequest> requests = new ArrayList<>();
        Readable ofAction = withFields("payload", fields, readable);
        Set<String> earlier = new HashSet<>();
        for (YamlValue item : list.items(what)) {
            DeclaredRequest request = read(item, ofAction.with("answers", earlier));
            earlier.add(Integer.toString(requests.size()));
            requests.add(request);
            if (!request.name().isEmpty() && !earlier.add(request.name())) {
                item.problem("two requests have the name \"" + request.name() + "\"");
            }
        }
        return requests;
    }

    private DeclaredRequest read(YamlValue value, Readable readable) {
        YamlObject request = value.object("a request", KEYS);
        ObjectNode parts = JsonNodeFactory.instance.objectNode();
        request.required("method");
        request.required("url");
        for (String key : VALUES) {
            request.value(key).ifPresent(part -> parts.set(key, checked(key, part, readable)));
        }
        if (BODIES.stream().filter(request::has).count() > 1) {
            value.problem("a request has at most one body: json, form or text");
        }
        request.value("auth").ifPresent(auth -> parts.set("auth", auth(auth, readable)));
        RequestPlaces.check(request, parts);
        return new DeclaredRequest(
                request.has("name") ? request.text("name", NAME, "a small letter, then letters, digits and _") : "",
                request.value("when").flatMap(when -> condition(when, readable)),
                parts,
                every,
                request.value("sign").map(this::signature),
                goOnAt(request));
    }

    private static Optional<Condition> condition(YamlValue when, Readable readable) {
        Optional<Condition> condition = Directives.condition(when);
        condition.ifPresent(found -> readable.check(found, when));
        return condition;
    }

    private static JsonNode auth(YamlValue value, Readable readable) {
        YamlObject auth = value.object("\"auth\"", AUTH_KEYS);
        if (AUTH_KEYS.stream().filter(auth::has).count() != 1) {
            value.problem("\"auth\" needs exactly one of bearer, basic and header");
        }
        AUTH_PARTS.forEach((kind, parts) -> auth.value(kind).ifPresent(found -> {
            YamlObject object = found.object("\"" + kind + "\"", parts);
            parts.forEach(object::required);
        }));
        return checked("auth", value, readable);
    }

    private Signature signature(YamlValue value) {
        YamlObject sign = value.object("\"sign\"", SIGN_KEYS);
        String secret = sign.text("secret");
        if (!secret.isBlank() && !settings.definitions().containsKey(secret)) {
            value.problem("\"sign\" takes its secret from the setting \"" + secret + "\", which does not exist");
        }
        sign.required("algorithm");
        return new Signature(
                sign.oneOf("algorithm", List.of("sha1", "sha256", "sha512"), "sha256"),
                sign.text("header"),
                secret,
                sign.oneOf("encoding", List.of("hex", "base64"), "hex"),
                sign.text("prefix", ""));
    }

    private static Set<Integer> goOnAt(YamlObject request) {
        Set<Integer> statuses = new HashSet<>();
        request.value("goOnAt").ifPresent(list -> {
            for (YamlValue item : list.items("\"goOnAt\"")) {
                JsonNode status = item.json();
                if (!status.isInt() || status.intValue() < 300 || status.intValue() > 599) {
                    item.problem("\"goOnAt\" lists statuses from 300 to 599");
                }
                statuses.add(status.asInt());
            }
        });
        return statuses;
    }
}
