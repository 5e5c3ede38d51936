package dev.eventtester.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The body of every failed answer.
 *
 * @param errors at least one
 */
@RegisterForReflection
public record Errors(List<ApiError> errors) {

    /** One error about the request as a whole. */
    public static Errors of(int status, String message) {
        return new Errors(List.of(ApiError.request(status, message)));
    }
}
