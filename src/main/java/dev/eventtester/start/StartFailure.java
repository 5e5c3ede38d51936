package dev.eventtester.start;

import dev.eventtester.catalog.CatalogException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a person can put right from what only a stack trace explains. */
final class StartFailure {

    private static final String OWN_KEYS = "event-tester.";
    /** Classes of SQLSTATE: no connection, not let in, no such database. */
    private static final Set<String> OUTSIDE = Set.of("08", "28", "3D");

    private StartFailure() {}

    /** What to put right, naming the key; empty for every other failure. */
    static Optional<String> reason(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(StartFailure::reasonOf)
                .flatMap(Optional::stream)
                .reduce((outer, inner) -> inner);
    }

    private static Optional<String> reasonOf(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof SQLException sql) {
            return isOutside(sql) ? Optional.of(RequiredKeys.DATASOURCE + ": " + message) : Optional.empty();
        }
        boolean configured = cause instanceof ConfigurationException
                || cause instanceof ConfigValidationException
                || cause instanceof CatalogException
                || cause instanceof BindException
                || message.startsWith(OWN_KEYS);
        return configured ? Optional.of(message) : Optional.empty();
    }

    private static boolean isOutside(SQLException sql) {
        String state = sql.getSQLState();
        return state != null && state.length() > 2 && OUTSIDE.contains(state.substring(0, 2));
    }
}
