package dev.eventtester.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.delivery.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recorded call as a command for bash that sends the same request by curl. What was redacted is a shell variable; the
 * lines before the command say which to set. Used once, not thread-safe.
 */
final class CurlCommand {

    private static final Set<String> EXPECTING_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    private final RecordedCall call;
    private final JsonNode request;
    private final Secrets secrets = new Secrets();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private String input = "";

    private CurlCommand(RecordedCall call) {
        this.call = call;
        this.request = call.request();
    }

    /** The command with the comments before it, ending with a line break. */
    static String of(RecordedCall call) {
        CurlCommand command = new CurlCommand(call);
        command.method();
        command.headers();
        command.body();
        command.url();
        return command.text();
    }

    private void method() {
        String method = request.path("method").asText();
        if (!isToken(method)) {
            remarks.add("Its method is left out: HTTP has none of that form.");
        } else if (method.equals("HEAD") && !request.has("body")) {
            options.add("--head");
        } else {
            options.add("--request " + BashWord.quoted(method));
        }
    }

    private void headers() {
        for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
            header(header.getKey(), header.getValue().asText());
        }
        // curl names itself if nobody else does
        if (!request.path("headers").has("user-agent")) {
            options.add("--user-agent ''");
        }
    }

    private void header(String name, String value) {
        if (!isToken(name) || value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
            remarks.add("A header is left out: HTTP cannot carry it.");
        } else if (value.isEmpty()) {
            options.add("--header " + BashWord.quoted(name + ";"));
        } else if (name.equals("authorization") && value.equals(Redaction.PLACEHOLDER)) {
            options.add("--header 'authorization: '" + secrets.named("AUTHORIZATION", "the value of this header"));
        } else {
            options.add("--header " + BashWord.quoted(name + ": ") + secrets.word(value, "in the header " + name));
        }
    }

    private void body() {
        boolean has = request.has("body");
        if (has && request.path("truncated").asBoolean()) {
            remarks.add("Only the beginning of its body was kept.");
        }
        if (has || EXPECTING_BODY.contains(request.path("method").asText())) {
            CurlBody body = CurlBody.of(request, secrets);
            input = body.input();
            options.add(body.option());
            // curl takes a body for a form if nobody says what it is
            if (!request.path("headers").has("content-type")) {
                options.add("--header 'content-type:'");
            }
        }
    }

    private void url() {
        String url = WireUrl.sent(request.path("url").asText()).replace("%3Credacted%3E", Redaction.PLACEHOLDER);
        options.add("--url " + secrets.word(url, "in the URL, as it is written there"));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        text.append(BashWord.comment("Call " + call.id() + " of the mapping "
                + call.mapping().path("name").asText() + ": " + call.ending()));
        remarks.forEach(remark -> text.append(BashWord.comment(remark)));
        if (!secrets.comments().isEmpty()) {
            text.append(BashWord.comment("Secrets were redacted. Set these variables before:"));
            secrets.comments().forEach(comment -> text.append(BashWord.comment("  " + comment)));
        }
        text.append(input).append("curl --include --http1.1 --globoff --path-as-is --proto '=http,https'");
        options.forEach(option -> text.append(" \\\n  ").append(option));
        return text.append('\n').toString();
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || TOKEN_SIGNS.indexOf(c) >= 0);
    }
}
