package dev.eventtester.api.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/**
 * What still comes of a request's body after the request was refused. Most clients read the answer only when they have
 * sent everything, so it is taken and thrown away, up to a size at which nobody can expect that any more.
 */
final class Leftover {

    private static final long MOST = 16L * 1024 * 1024;

    private final HttpServerRequest request;
    private long seen;

    Leftover(HttpServerRequest request) {
        this.request = request;
    }

    /** Takes all that comes from now on. */
    void discard() {
        if (!request.isEnded()) {
            request.handler(this::discard);
        }
    }

    void discard(Buffer chunk) {
        seen += chunk.length();
        if (seen > MOST) {
            end();
        }
    }

    private void end() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
