package dev.eventtester.start;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The keys that have no safe default. Whether a sealing key or a token is good enough is judged where it is used. */
final class RequiredKeys {

    static final String DATASOURCE = "quarkus.datasource.reactive.url";

    private static final String SEALING_KEYS = "event-tester.secrets.keys";
    private static final String DATABASE_SCHEME = "postgresql://";

    private RequiredKeys() {}

    /** One sentence per key that is missing or unusable; none of them shows a value. */
    static List<String> problems(Config config) {
        List<String> problems = new ArrayList<>();
        String datasource = config.getOptionalValue(DATASOURCE, String.class).orElse("");
        if (datasource.isBlank()) {
            problems.add(
                    DATASOURCE + " is missing: set it to the database, " + DATABASE_SCHEME + "host:port/database.");
        } else if (!datasource.startsWith(DATABASE_SCHEME)) {
            // the migrations' JDBC address is made from this one
            problems.add(DATASOURCE + " must have the form " + DATABASE_SCHEME + "host:port/database.");
        }
        if (config.getOptionalValues(SEALING_KEYS, String.class).isEmpty()) {
            problems.add(SEALING_KEYS + " is missing: set it to 1:<32 random bytes in base64>, which seals secrets.");
        }
        return problems;
    }
}
