package dev.eventtester.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Which errors an operation can answer with follows from what it takes: a body, ids in its path, a query, a role. */
final class ErrorAnswers {

    private static final String TOKEN = "token";
    private static final String WRITE_KEY = "writeKey";

    private ErrorAnswers() {}

    static void addTo(Operation operation, String path) {
        APIResponses answers = operation.getResponses();
        if (operation.getRequestBody() != null) {
            add(answers, 400, "Malformed");
        }
        if (path.startsWith("/api")) {
            addOfApi(operation, path);
        } else if (asksFor(operation, WRITE_KEY)) {
            add(answers, 401, "UnknownWriteKey");
            add(answers, 403, "SourceDisabled");
        }
        add(answers, 500, "Failed");
    }

    private static void addOfApi(Operation operation, String path) {
        APIResponses answers = operation.getResponses();
        if (operation.getRequestBody() != null) {
            add(answers, 413, "TooLarge");
        }
        add(answers, 401, "Unauthorized");
        if (asksFor(operation, TOKEN)) {
            add(answers, 403, "Forbidden");
        }
        if (path.contains("{")) {
            add(answers, 404, "NotFound");
        }
        add(answers, 406, "NotAcceptable");
        if (operation.getRequestBody() != null) {
            add(answers, 415, "UnsupportedMediaType");
        }
        if (operation.getRequestBody() != null || hasQuery(operation)) {
            add(answers, 422, "Invalid");
        }
    }

    /** What every error is answered with. */
    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Errors")));
    }

    /** Whether the operation has a requirement of its own, which for a token means that not every role will do. */
    private static boolean asksFor(Operation operation, String scheme) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream().anyMatch(requirement -> requirement.hasScheme(scheme));
    }

    private static boolean hasQuery(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> parameter.getIn() != Parameter.In.PATH);
    }

    private static void add(APIResponses answers, int status, String name) {
        String key = Integer.toString(status);
        if (!answers.hasAPIResponse(key)) {
            answers.addAPIResponse(key, OASFactory.createAPIResponse().ref(name));
        }
    }
}
