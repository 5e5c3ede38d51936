package dev.eventtester.actions.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.delivery.call.OutgoingRequest;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsText;
import dev.eventtester.json.JsType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request in the making, by the rules of the reference engine's request client: lower-case header names in order,
 * later headers win, JSON decides the content type, a query replaces the address's own. Used by one thread, once.
 */
public final class RequestDraft {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String NAME_MARKS = "!#$%&'*+-.^_`|~";

    private final String method;
    private final Map<String, String> headers = new TreeMap<>();
    private RequestUrl url;
    private byte[] body;
    private String bodyType;

    private RequestDraft(String method, String url) {
        this.method = method;
        this.url = new RequestUrl(url);
        headers.put("user-agent", "Segment (Actions)");
    }

    public static RequestDraft of(String method, String url) {
        return new RequestDraft(method, url);
    }

    public static RequestDraft post(String url) {
        return new RequestDraft("POST", url);
    }

    public RequestDraft header(String name, String value) {
        merge(Map.of(name, value));
        return this;
    }

    /**
     * Adds the members of an object; anything else adds nothing. Of names that differ only in case the values are
     * joined.
     */
    public RequestDraft headers(JsonNode object) {
        if (object.isObject()) {
            Map<String, String> group = new LinkedHashMap<>();
            JsJson.members(object).forEach(member -> {
                if (!member.getValue().isMissingNode()) {
                    group.put(member.getKey(), JsText.of(member.getValue()));
                }
            });
            merge(group);
        }
        return this;
    }

    private void merge(Map<String, String> group) {
        Map<String, String> joined = new LinkedHashMap<>();
        group.forEach((name, value) -> {
            requireLegal(name, value);
            joined.merge(lowerCase(name), value, (first, second) -> first + ", " + second);
        });
        joined.forEach((name, value) -> {
            // The text "undefined" takes a header away, whoever set it.
            if (value.equals("undefined")) {
                headers.remove(name);
            } else {
                headers.put(name, value);
            }
        });
    }

    public RequestDraft basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Fills the {@code {name}} places of the address with the object's members of these names, percent-encoded. */
    public RequestDraft path(Set<String> names, JsonNode object) {
        for (String name : names) {
            url = url.fill(name, object.path(name));
        }
        return this;
    }

    /**
     * Replaces the query by the members of an object; an array gives its name several times; nothing is kept when
     * empty.
     */
    public RequestDraft query(JsonNode object) {
        String query = encode(object);
        if (!query.isEmpty()) {
            url = url.withQuery(query);
        }
        return this;
    }

    /** Compact JSON as the body; undefined gives no body and no content type. */
    public RequestDraft json(JsonNode value) {
        return value.isMissingNode() ? this : body(JsJson.stringify(value), JSON);
    }

    /** The members of an object as a form; undefined gives no body. */
    public RequestDraft form(JsonNode object) {
        return object.isMissingNode() ? this : body(encode(object), FORM);
    }

    /** Plain text as the body, with that content type unless a header gives another; undefined gives no body. */
    public RequestDraft text(JsonNode value) {
        return value.isMissingNode() ? this : body(JsText.of(value), TEXT);
    }

    private RequestDraft body(String text, String type) {
        body = text.getBytes(StandardCharsets.UTF_8);
        bodyType = type;
        return this;
    }

    /** Signs the body as it is now; does nothing without a body or a secret. */
    public RequestDraft sign(Signature signature, JsonNode secret) {
        if (body != null && JsType.isTruthy(secret)) {
            header(signature.header(), signature.of(body, JsText.of(secret)));
        }
        return this;
    }

    public OutgoingRequest build() {
        if (TEXT.equals(bodyType)) {
            headers.putIfAbsent("content-type", TEXT);
        } else if (bodyType != null) {
            headers.put("content-type", bodyType);
        }
        return new OutgoingRequest(method, url.normalized(), headers, body);
    }

    private static String encode(JsonNode object) {
        StringBuilder form = new StringBuilder();
        if (object.isObject()) {
            JsJson.members(object).forEach(member -> {
                if (member.getValue().isArray()) {
                    member.getValue().forEach(item -> append(form, member.getKey(), item));
                } else {
                    append(form, member.getKey(), member.getValue());
                }
            });
        }
        return form.toString();
    }

    private static void append(StringBuilder form, String name, JsonNode value) {
        if (JsType.isNullish(value)) {
            return;
        }
        if (!form.isEmpty()) {
            form.append('&');
        }
        form.append(encode(name)).append('=').append(encode(JsText.of(value)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(RequestUrl.wellFormed(text), StandardCharsets.UTF_8);
    }

    private static void requireLegal(String name, String value) {
        if (!isLegalName(name)) {
            throw ActionException.invalidPayload(name + " is not a legal HTTP header name");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < ' ' || c == 127 || c > 255)) {
                throw ActionException.invalidPayload(value + " is not a legal HTTP header value");
            }
        }
    }

    private static boolean isLegalName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!alphanumeric && NAME_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
