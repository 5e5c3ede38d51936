package dev.eventtester.transfer;

import java.util.Locale;

/** What a configuration is made of; later kinds refer to earlier ones. */
enum ResourceKind {
    SOURCE("sources"),
    MODEL("models"),
    DESTINATION("destinations"),
    SUBSCRIPTION("subscriptions"),
    FILTER("filters");

    private final String member;

    ResourceKind(String member) {
        this.member = member;
    }

    /** The member of a list operation's answer that holds them. */
    String member() {
        return member;
    }

    /** One of them, in a sentence. */
    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }
}
