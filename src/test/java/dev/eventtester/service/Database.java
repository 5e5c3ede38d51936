package dev.eventtester.service;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;

/** Does to stored rows what only time or another replica would do. */
final class Database {

    private Database() {}

    /** Runs one statement with one parameter. */
    static void run(String statement, Object parameter) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter(1, parameter)
                        .executeUpdate())));
    }
}
