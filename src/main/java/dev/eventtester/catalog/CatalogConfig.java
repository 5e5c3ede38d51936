package dev.eventtester.catalog;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the catalog finds a team's own definitions. */
@ConfigMapping(prefix = "event-tester.catalog")
public interface CatalogConfig {

    /** The folder whose {@code *.yaml} files are destinations of the team's own. */
    Optional<Path> directory();
}
