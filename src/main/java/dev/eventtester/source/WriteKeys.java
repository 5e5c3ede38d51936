package dev.eventtester.source;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stored write keys. */
@ApplicationScoped
class WriteKeys implements PanacheRepositoryBase<WriteKey, String> {

    /** The keys of some sources, oldest first. */
    Uni<Map<UUID, List<String>>> of(Collection<UUID> sourceIds) {
        return list("sourceId in ?1 order by createdAt, writeKey", sourceIds)
                .map(keys -> keys.stream()
                        .collect(Collectors.groupingBy(
                                key -> key.sourceId, Collectors.mapping(key -> key.writeKey, Collectors.toList()))));
    }
}
