package dev.eventtester.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Starts the service. In production, what stops the start is one message, and the process ends with 1. */
@QuarkusMain
public final class Main {

    private static final String EMBEDDED_DATABASE = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String REFUSAL = "The service does not start:\n  ";

    public static void main(String... arguments) {
        if (!isProduction()) {
            Quarkus.run(arguments);
            return;
        }
        List<String> problems = RequiredKeys.problems(ConfigProvider.getConfig());
        if (problems.isEmpty()) {
            Quarkus.run(null, Main::end, arguments);
        } else {
            System.err.println(REFUSAL + String.join("\n  ", problems));
            System.exit(1);
        }
    }

    /** The launch mode is not known yet at this point, but only dev mode has the embedded database on its class path. */
    private static boolean isProduction() {
        try {
            Class.forName(EMBEDDED_DATABASE, false, Main.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }

    private static void end(int exitCode, Throwable failure) {
        if (failure != null) {
            StartFailure.reason(failure)
                    .ifPresentOrElse(
                            reason -> System.err.println(REFUSAL + reason),
                            () -> Logger.getLogger(Main.class).error("The service failed to start", failure));
        }
        System.exit(exitCode);
    }
}
