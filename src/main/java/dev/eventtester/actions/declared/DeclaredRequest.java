package dev.eventtester.actions.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.actions.request.RequestDraft;
import dev.eventtester.actions.request.Signature;
import dev.eventtester.delivery.call.Answer;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.mapping.MappingException;
import dev.eventtester.trigger.TriggerEvaluationException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One request of a definition, compiled once: its parts are a mapping over the scope. Immutable and thread-safe. */
public final class DeclaredRequest {

    private final String name;
    private final Optional<Condition> when;
    private final Mapping parts;
    private final Set<String> places;
    private final Optional<Signature> signature;
    private final Set<Integer> goOnAt;

    /**
     * A request.
     *
     * @param name what later requests call its answer; empty if it has none
     * @param when the condition under which it is made, empty for always
     * @param parts object of {@code method}, {@code url}, {@code path}, {@code query}, {@code headers}, {@code auth}
     *     and one of {@code json}, {@code form}, {@code text}; values are directives, checked before
     * @param every {@code headers} and {@code auth} of every request of the destination; the request's own win
     * @param goOnAt statuses besides 2xx after which the next request is made
     */
    public DeclaredRequest(
            String name,
            Optional<Condition> when,
            JsonNode parts,
            JsonNode every,
            Optional<Signature> signature,
            Set<Integer> goOnAt) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("every", every);
        all.set("request", parts);
        this.name = name;
        this.when = when;
        this.parts = Mapping.compile(all);
        this.places =
                parts.path("path").properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
        this.signature = signature;
        this.goOnAt = Set.copyOf(goOnAt);
    }

    /** What later requests call its answer; empty if it has no name. */
    public String name() {
        return name;
    }

    /** @throws ActionException if the condition cannot be judged for this scope */
    boolean applies(Scope scope) {
        try {
            return when.map(condition -> condition.holds(scope)).orElse(true);
        } catch (TriggerEvaluationException e) {
            throw ActionException.invalidPayload("The request's condition cannot be judged: " + e.getMessage());
        }
    }

    boolean goesOnAfter(Answer answer) {
        return answer.succeeded() || goOnAt.contains(answer.status());
    }

    /**
     * The request for a scope.
     *
     * @throws ActionException if the declaration gives no usable request for this payload
     */
    OutgoingRequest build(Scope scope) {
        JsonNode resolved = resolved(scope);
        JsonNode every = resolved.path("every");
        JsonNode request = resolved.path("request");
        RequestDraft draft = RequestDraft.of(method(request), url(request))
                .path(places, request.path("path"))
                .query(request.path("query"))
                .headers(every.path("headers"));
        authorize(draft, request.has("auth") ? request.path("auth") : every.path("auth"));
        draft.json(request.path("json")).form(request.path("form")).text(request.path("text"));
        signature.ifPresent(sign -> draft.sign(sign, scope.input().settings().path(sign.secretSetting())));
        return draft.headers(request.path("headers")).build();
    }

    private JsonNode resolved(Scope scope) {
        try {
            return parts.resolve(scope.root(), scope.input().clock());
        } catch (MappingException e) {
            throw ActionException.invalidPayload("The request cannot be made of this payload: " + e.getMessage());
        }
    }

    private static String method(JsonNode request) {
        JsonNode method = request.path("method");
        return JsType.isTruthy(method) ? JsText.of(method) : "GET";
    }

    private static String url(JsonNode request) {
        JsonNode url = request.path("url");
        if (!url.isTextual() || url.textValue().isBlank()) {
            throw ActionException.invalidPayload("The request has no address: its url resolved to nothing.");
        }
        return url.textValue();
    }

    private static void authorize(RequestDraft draft, JsonNode auth) {
        if (!JsType.isNullish(auth.path("bearer"))) {
            draft.header("authorization", "Bearer " + JsText.of(auth.path("bearer")));
        } else if (auth.has("basic")) {
            draft.basic(
                    text(auth.path("basic").path("username")),
                    text(auth.path("basic").path("password")));
        } else if (!JsType.isNullish(auth.path("header").path("value"))) {
            draft.header(
                    JsText.of(auth.path("header").path("name")),
                    JsText.of(auth.path("header").path("value")));
        }
    }

    private static String text(JsonNode value) {
        return JsType.isNullish(value) ? "" : JsText.of(value);
    }
}
