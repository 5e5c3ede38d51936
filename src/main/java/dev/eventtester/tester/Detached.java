package dev.eventtester.tester;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A place of its own for work that goes on when the request that began it is gone. */
final class Detached {

    private final Context context;

    private Detached(Context context) {
        this.context = context;
    }

    /** A new place on the event loop of the caller. */
    static Detached from(Vertx vertx) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return new Detached(context);
    }

    /** Runs tasks here. */
    Executor executor() {
        return task -> context.runOnContext(ignored -> task.run());
    }

    /** Begins work here, now and once; whoever subscribes to what it gives, and leaves, does not touch it. */
    <T> Uni<T> begin(Supplier<Uni<? extends T>> work) {
        Uni<T> begun = Uni.createFrom()
                .deferred(work)
                .runSubscriptionOn(executor())
                .memoize()
                .indefinitely();
        begun.subscribe().with(done -> {}, failure -> {});
        return begun;
    }
}
