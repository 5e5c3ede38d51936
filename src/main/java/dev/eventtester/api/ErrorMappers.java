package dev.eventtester.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into the one envelope. */
final class ErrorMappers {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    @ServerExceptionMapper
    Response broken(ApiException failure) {
        Response.ResponseBuilder response = Response.status(failure.status()).type(MediaType.APPLICATION_JSON_TYPE);
        failure.headers().forEach(response::header);
        return response.entity(new Errors(failure.errors())).build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return Response.fromResponse(answer(401, "A valid access token is required: Authorization: Bearer <token>."))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        return answer(403, "The role of this token does not allow this.");
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadable(JsonMappingException failure) {
        String field = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        if (field.isEmpty()) {
            return answer(400, "The request's body is not the JSON object that this route takes.");
        }
        return broken(ApiException.invalid(field, "\"" + field + "\" has the wrong type."));
    }

    /** The framework has a mapper of its own for this kind alone, which answers nothing. */
    @ServerExceptionMapper(priority = 1)
    Response mismatched(MismatchedInputException failure) {
        return unreadable(failure);
    }

    @ServerExceptionMapper(priority = 1)
    Response malformed(JsonProcessingException failure) {
        String what = failure.getOriginalMessage();
        int detail = what.indexOf(" (start marker");
        return answer(
                400,
                "The request's body is not valid JSON: " + (detail < 0 ? what : what.substring(0, detail))
                        + where(failure) + ".");
    }

    private static String where(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? ""
                : " at line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (failure.getCause() instanceof JsonMappingException mapping) {
            return unreadable(mapping);
        }
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed);
        }
        return answer(status, sentence(status));
    }

    @ServerExceptionMapper
    Response contradicts(ConstraintViolationException failure) {
        return answer(409, "The request contradicts what is stored, perhaps by a request at the same time.");
    }

    @ServerExceptionMapper
    Response unstorable(DataException failure) {
        return answer(400, "A text of the request has a character that cannot be stored, such as NUL.");
    }

    @ServerExceptionMapper
    Response failed(Throwable failure) {
        LOG.error("A request failed", failure);
        return answer(500, "The service failed to answer; its log says why.");
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is no such route.";
            case 405 -> "This route does not take this method.";
            case 406 -> "The answer is JSON; the Accept header excludes it.";
            case 413 -> "The request's body is too large.";
            case 415 -> "The request's body must be JSON; say so in Content-Type.";
            default ->
                Response.Status.fromStatusCode(status) == null
                        ? "The request failed."
                        : Response.Status.fromStatusCode(status).getReasonPhrase() + ".";
        };
    }

    private static Response answer(int status, String message) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Errors.of(status, message))
                .build();
    }
}
