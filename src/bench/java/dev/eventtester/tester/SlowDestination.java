package dev.eventtester.tester;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** A server on loopback that answers every request after the same time, and counts how many wait for that at once. */
final class SlowDestination implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final long millis;
    private int open;
    private int mostOpen;

    SlowDestination(long millis) {
        this.millis = millis;
        HttpServerOptions options = new HttpServerOptions().setAcceptBacklog(4096);
        this.server = vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen(0, HOST)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void answer(HttpServerRequest request) {
        count(1);
        vertx.setTimer(millis, timer -> {
            count(-1);
            request.response().putHeader("content-type", "application/json").end("{\"ok\":true}");
        });
    }

    private synchronized void count(int change) {
        open += change;
        mostOpen = Math.max(mostOpen, open);
    }

    synchronized int mostOpenAtOnce() {
        return mostOpen;
    }

    String url() {
        return "http://" + HOST + ":" + server.actualPort() + "/";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
