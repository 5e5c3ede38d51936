package dev.eventtester.transfer;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** How things of one kind are imported. Every method needs a transaction; what is known is detached from its session. */
interface ImportStep<T> {

    /** What the workspace has of them; grows while the import runs. */
    Known<T> known();

    UUID id(T thing);

    /** What an entry means that has no counterpart under its id, but is there all the same; null if nothing is. */
    default T same(ImportItem item) {
        return null;
    }

    /** Stores what an entry says; fails with an {@code ApiException} that says why it cannot. */
    Uni<T> create(ImportItem item);

    /** Takes from an entry what is there but not complete; gives the thing as it is then. */
    default Uni<T> completed(T present, ImportItem item) {
        return Uni.createFrom().item(present);
    }

    /** What was left out of an entry that was taken, in sentences. */
    default Uni<List<String>> leftOut(T taken, ImportItem item) {
        return Uni.createFrom().item(List.of());
    }

    /** The settings that somebody has to give, since the document could not. */
    default List<String> missingSettings(T taken, ImportItem item) {
        return List.of();
    }
}
