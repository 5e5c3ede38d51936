package dev.eventtester.transfer;

import dev.eventtester.api.ApiException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of one kind a workspace has while an import runs, under each id that a document may use for it. */
final class Known<T> {

    private final ResourceKind kind;
    private final Map<String, T> byId = new HashMap<>();

    /**
     * Begins with what is there.
     *
     * @param origins the ids under which earlier imports took something, with what it became
     */
    Known(ResourceKind kind, List<T> present, Function<T, UUID> id, List<Origin> origins) {
        this.kind = kind;
        present.forEach(thing -> byId.put(id.apply(thing).toString(), thing));
        for (Origin origin : origins) {
            T thing = byId.get(origin.takenAs.toString());
            if (origin.kind == kind && thing != null) {
                byId.put(origin.id, thing);
            }
        }
    }

    ResourceKind kind() {
        return kind;
    }

    Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Stream<T> all() {
        return byId.values().stream();
    }

    /** What an entry refers to; throws a 422 that names the member if it is not there. */
    T require(String member, String id) {
        return find(id).orElseThrow(() -> ApiException.invalid(
                member, "The " + kind.noun() + " \"" + id + "\" is neither in the workspace nor was it taken."));
    }

    void add(String id, T thing) {
        byId.put(id, thing);
    }
}
