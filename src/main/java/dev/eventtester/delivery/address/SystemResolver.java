package dev.eventtester.delivery.address;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;

/** Asks the operating system, on threads of its own: a name server that does not answer holds up nothing else. */
@ApplicationScoped
class SystemResolver implements Resolver {

    private static final int THREADS = 32;

    private final WorkerExecutor threads;

    SystemResolver(Vertx vertx) {
        threads = vertx.createSharedWorkerExecutor("event-tester-resolver", THREADS);
    }

    @Override
    public Future<List<InetAddress>> resolve(String name) {
        return threads.executeBlocking(() -> List.of(InetAddress.getAllByName(name)), false);
    }
}
