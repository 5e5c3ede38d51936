package dev.eventtester.api;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New ids: UUIDv7, so that they grow with time and a list can be paged by them. */
public final class Ids {

    private Ids() {}

    /** An id greater than every one made before in this process. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
