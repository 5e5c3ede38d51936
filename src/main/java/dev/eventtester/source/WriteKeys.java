package dev.eventtester.source;

import dev.eventtester.api.ApiException;
import dev.eventtester.api.Require;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stored write keys. */
@ApplicationScoped
class WriteKeys implements PanacheRepositoryBase<WriteKey, String> {

    private static final int MOST = 20;

    /** Gives a source one more key; a 422 if it has as many as it may have. Needs a transaction. */
    Uni<WriteKey> add(Source source) {
        return count("sourceId", source.id)
                .invoke(WriteKeys::requireRoom)
                .chain(() -> persist(WriteKey.random(source.id)));
    }

    /** Throws a 422 unless these may be the keys of a new source. */
    static void check(List<String> wanted) {
        if (wanted.size() > MOST) {
            throw tooMany();
        }
        wanted.forEach(key -> Require.slug("writeKeys", key));
    }

    /** Gives a new source those of some keys that no source has, or a random one if that leaves none. */
    Uni<Void> give(Source source, List<String> wanted) {
        Set<String> distinct = new LinkedHashSet<>(wanted);
        return list("writeKey in ?1", distinct)
                .invoke(taken -> taken.forEach(key -> distinct.remove(key.writeKey)))
                .chain(() -> persist(keys(source, distinct)));
    }

    private static List<WriteKey> keys(Source source, Set<String> free) {
        return free.isEmpty()
                ? List.of(WriteKey.random(source.id))
                : free.stream().map(key -> new WriteKey(key, source.id)).toList();
    }

    private static void requireRoom(long count) {
        if (count >= MOST) {
            throw tooMany();
        }
    }

    private static ApiException tooMany() {
        return ApiException.invalid("writeKeys", "A source may have at most " + MOST + " write keys.");
    }

    /** Takes a key from a source; fails with 404 if the source does not have it. Needs a transaction. */
    Uni<Void> remove(Source source, String writeKey) {
        return (writeKey.indexOf('\0') >= 0
                        ? Uni.createFrom().item(0L)
                        : delete("sourceId = ?1 and writeKey = ?2", source.id, writeKey))
                .onItem()
                .invoke(removed -> {
                    if (removed == 0) {
                        throw ApiException.notFound("write key", writeKey);
                    }
                })
                .replaceWithVoid();
    }

    /** The keys of some sources, oldest first. */
    Uni<Map<UUID, List<String>>> of(Collection<UUID> sourceIds) {
        return list("sourceId in ?1 order by createdAt, writeKey", sourceIds)
                .map(keys -> keys.stream()
                        .collect(Collectors.groupingBy(
                                key -> key.sourceId, Collectors.mapping(key -> key.writeKey, Collectors.toList()))));
    }
}
