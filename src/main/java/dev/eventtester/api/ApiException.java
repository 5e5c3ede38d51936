package dev.eventtester.api;

import java.util.List;
import java.util.Map;

/** A request that cannot be served: it knows its status, the entries of its envelope and its extra headers. */
public final class ApiException extends RuntimeException {

    private final int status;
    private final transient List<ApiError> errors;
    private final transient Map<String, String> headers;

    private ApiException(int status, List<ApiError> errors, Map<String, String> headers) {
        super(errors.get(0).message(), null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** 400: the request cannot be read at all. */
    public static ApiException malformed(String message) {
        return of(400, message);
    }

    /** 404: there is no such thing in the caller's workspace; the same answer for what belongs to another one. */
    public static ApiException notFound(String what, String id) {
        return of(404, "There is no " + what + " \"" + id + "\".");
    }

    /** 409: the request contradicts what is stored. */
    public static ApiException conflict(String field, String message) {
        return new ApiException(409, List.of(ApiError.input(409, field, message)), Map.of());
    }

    /** 413: a part of the request is larger than its limit. */
    public static ApiException tooLarge(String field, String message) {
        return new ApiException(413, List.of(ApiError.input(413, field, message)), Map.of());
    }

    /** 422: a member of the request breaks a rule. */
    public static ApiException invalid(String field, String message) {
        return new ApiException(422, List.of(ApiError.input(422, field, message)), Map.of());
    }

    /** 422 with one entry per broken rule. */
    public static ApiException invalid(List<Violation> violations) {
        List<ApiError> errors = violations.stream()
                .map(violation -> ApiError.input(422, violation.field(), violation.message()))
                .toList();
        return new ApiException(422, errors, Map.of());
    }

    /** 429: a limit of the workspace is reached; the caller may come back after the given seconds. */
    public static ApiException tooMany(String message, long retryAfterSeconds, Map<String, Object> data) {
        ApiError error = new ApiError("RequestError", message, null, data, 429);
        return new ApiException(429, List.of(error), Map.of("Retry-After", Long.toString(retryAfterSeconds)));
    }

    /** Any other status, with one sentence. */
    public static ApiException of(int status, String message) {
        return new ApiException(status, List.of(ApiError.request(status, message)), Map.of());
    }

    public int status() {
        return status;
    }

    /** The entries of its envelope; never empty. */
    public List<ApiError> errors() {
        return errors;
    }

    Map<String, String> headers() {
        return headers;
    }

    /**
     * One broken rule of a request.
     *
     * @param field the member that breaks it, as a path with dots
     * @param message the rule, as a sentence
     */
    public record Violation(String field, String message) {}
}
