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

    Follower(VertxResteasyReactiveRequestContext request, Vertx vertx) {
        this.request = request;
        this.response = request.vertxServerResponse();
        this.vertx = vertx;
    }

    void follow(Multi<ServerSentEvent> events) {
        response.setChunked(true);
        long timer = vertx.setPeriodic(KEEP_ALIVE_MILLIS, ignored -> keepAlive());
        Cancellable following = events.onTermination()
                .invoke(() -> vertx.cancelTimer(timer))
                .subscribe()
                .with(this::write, ignored -> end(), this::end);
        request.addCloseHandler(() -> {
            following.cancel();
            leave();
        });
        if (response.closed()) {
            following.cancel();
            leave();
        }
    }

    private void write(ServerSentEvent event) {
        silent = false;
        response.write(event.frame());
    }

    private void keepAlive() {
        if (silent) {
            response.write(ServerSentEvent.KEEP_ALIVE);
        }
        silent = true;
    }

    private void end() {
        response.end().onComplete(ignored -> leave());
    }

    private void leave() {
        if (over.compareAndSet(false, true)) {
            request.resume();
        }
    }
}
