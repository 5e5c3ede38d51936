package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What each product makes of an event: rows, audience memberships, steps of journeys, enrichments. */
final class ProductRecord {

    static final String ROW_DELETED = "deleted";

    private static final String AUDIENCE_KEY = "sample_audience";
    private static final String STEP_KEY = "sample_step";

    private ProductRecord() {}

    /** Whether the product sends events of this type by itself. */
    static boolean isNatural(EventType type, Product product) {
        return switch (product) {
            case CONNECTIONS, LINKED_EVENTS, REVERSE_ETL -> true;
            case LINKED_AUDIENCES, JOURNEYS -> type == EventType.TRACK || type == EventType.IDENTIFY;
        };
    }

    /**
     * A record of a product.
     *
     * @param name what a track, page or screen is called; null for what the product usually calls it
     */
    static ObjectNode of(EventType type, Product product, String name, Inventions invent) {
        String given = name == null && type == EventType.TRACK ? usualName(product) : name;
        ObjectNode event = TypicalEvent.of(type, given, invent);
        switch (product) {
            case CONNECTIONS -> {}
            case REVERSE_ETL -> row(event, type, invent);
            case LINKED_AUDIENCES -> membership(event, type, invent);
            case LINKED_EVENTS -> enrichment(event, type, invent);
            case JOURNEYS -> step(event, type, invent);
        }
        return event;
    }

    private static String usualName(Product product) {
        return switch (product) {
            case CONNECTIONS, LINKED_EVENTS -> TypicalEvent.TRACK_NAME;
            case REVERSE_ETL -> "new";
            case LINKED_AUDIENCES -> "Audience Entered";
            case JOURNEYS -> "Sample Step";
        };
    }

    /** The member of an event that holds what a product knows. */
    static String section(EventType type) {
        return type == EventType.IDENTIFY || type == EventType.GROUP ? "traits" : "properties";
    }

    /** A row has neither a browser nor an anonymous person behind it. */
    private static void row(ObjectNode event, EventType type, Inventions invent) {
        event.remove(List.of("anonymousId", "category"));
        ObjectNode columns = event.putObject(section(type));
        columns.put("id", invent.id("row"));
        columns.put("user_id", invent.userId());
        columns.put("email", invent.email());
        columns.put("first_name", "Alex");
        columns.put("last_name", "Example");
        columns.put("plan", "Pro");
        columns.put("lifetime_value", 1234.5);
        columns.put("is_active", true);
        columns.put("created_at", invent.timeBefore(30 * 86_400L));
        columns.put("updated_at", invent.time());
        ObjectNode context = event.putObject("context");
        context.putObject("library").put("name", "reverse-etl");
    }

    /** Gives a deleted row null in every column that it does not keep. */
    static void emptyRow(ObjectNode event, Predicate<String> kept) {
        if (event.path("properties") instanceof ObjectNode columns) {
            columns.properties().forEach(column -> {
                if (!kept.test(column.getKey())) {
                    column.setValue(NullNode.getInstance());
                }
            });
        }
    }

    static boolean isDeletedRow(JsonNode event) {
        return ROW_DELETED.equals(event.path("event").textValue());
    }

    /** Whether a column, by its name, tells rows apart. */
    static boolean identifies(String column) {
        return column.equals("id") || column.endsWith("_id") || column.endsWith("Id");
    }

    private static void membership(ObjectNode event, EventType type, Inventions invent) {
        ObjectNode section =
                section(type).equals("traits") ? event.withObject("/traits") : event.putObject("properties");
        section.put("audience_key", AUDIENCE_KEY);
        section.put(AUDIENCE_KEY, !leaves(event));
        account(section.putArray("accounts").addObject(), invent);
        personas(event, "audience", AUDIENCE_KEY, invent);
    }

    /** An entity that hangs on a profile, with another one hanging on it. */
    private static void account(ObjectNode account, Inventions invent) {
        account.put("__entity", "account");
        account.put("id", invent.id("account"));
        account.put("name", "Example Inc.");
        account.put("balance", 250.5);
        ObjectNode subscription = account.putArray("subscriptions").addObject();
        subscription.put("__entity", "subscription");
        subscription.put("id", invent.id("subscription"));
        subscription.put("plan", "Pro");
        subscription.put("renews_at", invent.timeBefore(-30 * 86_400L));
    }

    /** Brings the membership in line with what the event has come to be called. */
    static void settleMembership(ObjectNode event) {
        if (event.path("properties") instanceof ObjectNode properties && properties.has(AUDIENCE_KEY)) {
            properties.put(AUDIENCE_KEY, !leaves(event));
        }
    }

    private static boolean leaves(ObjectNode event) {
        String name = event.path("event").asText().toLowerCase(Locale.ROOT);
        return name.contains("exit") || name.contains("remov");
    }

    /** The row of an entity that the event tells of. */
    private static void enrichment(ObjectNode event, EventType type, Inventions invent) {
        ObjectNode account = event.withObject("/" + section(type)).putObject("account");
        account.put("id", invent.id("account"));
        account.put("name", "Example Inc.");
        account.put("plan", "enterprise");
        account.put("balance", 250.5);
    }

    private static void step(ObjectNode event, EventType type, Inventions invent) {
        ObjectNode section =
                section(type).equals("traits") ? event.withObject("/traits") : event.putObject("properties");
        section.put(STEP_KEY, true);
        ObjectNode entry = section.putObject("journey_context").putObject("order_completed");
        entry.put("order_id", invent.id("order"));
        entry.put("total", 54.95);
        entry.put("currency", "USD");
        ObjectNode metadata = section.putObject("journey_metadata");
        metadata.put("journey_id", invent.id("jou"));
        metadata.put("journey_name", "Sample journey");
        metadata.put("step_id", invent.id("step"));
        metadata.put("step_name", "Sample step");
        metadata.put("epoch_id", invent.id("epoch"));
        personas(event, "journey_step", STEP_KEY, invent);
    }

    /** How a destination tells which audience or step the membership is about. */
    private static void personas(ObjectNode event, String kind, String key, Inventions invent) {
        String space = invent.id("spa");
        ObjectNode context = event.putObject("context");
        context.putObject("library").put("name", "engage");
        ObjectNode personas = context.putObject("personas");
        personas.put("computation_class", kind);
        personas.put("computation_id", invent.id(kind.equals("audience") ? "aud" : "jou"));
        personas.put("computation_key", key);
        personas.put("namespace", space);
        personas.put("space_id", space);
        personas.putObject("audience_settings");
    }
}
