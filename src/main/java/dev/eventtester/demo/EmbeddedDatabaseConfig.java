package dev.eventtester.demo;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Points the datasource to the embedded database where its folder is configured and no other database is. */
public final class EmbeddedDatabaseConfig implements ConfigSourceFactory {

    private static final String DIRECTORY = "event-tester.embedded-database.directory";
    private static final String URL = "quarkus.datasource.reactive.url";
    private static final int ABOVE_APPLICATION_PROPERTIES = 260;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue directory = context.getValue(DIRECTORY);
        ConfigValue url = context.getValue(URL);
        if (isBlank(directory) || !isBlank(url)) {
            return List.of();
        }
        int port = EmbeddedDatabase.start(Path.of(directory.getValue()));
        Map<String, String> datasource = Map.of(
                URL,
                "postgresql://127.0.0.1:" + port + "/postgres",
                "quarkus.datasource.username",
                "postgres",
                "quarkus.datasource.password",
                "postgres");
        return List.of(new PropertiesConfigSource(datasource, "embedded database", ABOVE_APPLICATION_PROPERTIES));
    }

    private static boolean isBlank(ConfigValue value) {
        return value == null || value.getValue() == null || value.getValue().isBlank();
    }
}
