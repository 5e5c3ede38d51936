package dev.eventtester.progress;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.reactive.server.vertx.VertxResteasyReactiveRequestContext;

/** One connection that events are written to, until they or it end. All that is ever written is one test's outcome. */
final class Follower {

    private static final long KEEP_ALIVE_MILLIS = 3000;

    private final VertxResteasyReactiveRequestContext request;
    private final HttpServerResponse response;
    private final Vertx vertx;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean silent = true;
    private volatile Cancellable following;
    private long timer;

    Follower(VertxResteasyReactiveRequestContext request, Vertx vertx) {
        this.request = request;
        this.response = request.vertxServerResponse();
        this.vertx = vertx;
    }

    void follow(Multi<ServerSentEvent> events) {
        response.setChunked(true);
        timer = vertx.setPeriodic(KEEP_ALIVE_MILLIS, ignored -> keepAlive());
        // before the first event: a test that has ended already ends the response at once
        request.addCloseHandler(this::leave);
        following = events.subscribe().with(this::write, ignored -> end(), this::end);
        if (response.closed()) {
            leave();
        }
        if (over.get()) {
            following.cancel();
        }
    }

    private void write(ServerSentEvent event) {
        silent = false;
        response.write(event.frame());
    }

    private void keepAlive() {
        if (silent && !response.ended()) {
            response.write(ServerSentEvent.KEEP_ALIVE);
        }
        silent = true;
    }

    private void end() {
        response.end().onComplete(ignored -> leave());
    }

    private void leave() {
        if (over.compareAndSet(false, true)) {
            vertx.cancelTimer(timer);
            if (following != null) {
                following.cancel();
            }
            request.resume();
        }
    }
}
