package dev.eventtester.catalog;

import java.util.Optional;

/** Where the requests of a destination are made, and so whether it can be tested from here. */
public enum DestinationMode {
    /** On a server. */
    CLOUD(null),
    /** In the visitor's browser or app. */
    DEVICE("it is a device-mode destination: its requests are made in the visitor's browser or app, not by a server"),
    /** Bulk loading into a warehouse or a data lake. */
    WAREHOUSE("it is a data lake or warehouse: it loads data in bulk and makes no request per event");

    private final String notTestableBecause;

    DestinationMode(String notTestableBecause) {
        this.notTestableBecause = notTestableBecause;
    }

    Optional<String> notTestableBecause() {
        return Optional.ofNullable(notTestableBecause);
    }
}
