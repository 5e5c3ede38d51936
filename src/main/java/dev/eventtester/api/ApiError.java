package dev.eventtester.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;

/**
 * One entry of an {@code errors} envelope, with exactly the members that the Public API's clients know.
 *
 * @param type what kind of failure it is, for example {@code input-validation}
 * @param message one sentence for a person
 * @param field the member of the request that is wrong, or null
 * @param data numbers that a client can act on, or null
 * @param status the HTTP status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record ApiError(String type, String message, String field, Map<String, Object> data, int status) {

    /** An error about one member of the request. */
    static ApiError input(int status, String field, String message) {
        return new ApiError("input-validation", message, field, null, status);
    }

    /** An error about the request as a whole. */
    static ApiError request(int status, String message) {
        return new ApiError("RequestError", message, null, null, status);
    }
}
