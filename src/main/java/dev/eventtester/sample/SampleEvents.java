package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.field.FieldSet;
import dev.eventtester.sample.row.Column;
import dev.eventtester.sample.row.ColumnType;
import dev.eventtester.trigger.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes sample events. The same clock and randomness make the same sample; other randomness makes other identifiers, so
 * that samples that are really sent do not meet. Safe for any number of threads that each bring their own randomness.
 */
public final class SampleEvents {

    private SampleEvents() {}

    /**
     * A typical event of a type as a product sends it: a row for Reverse ETL, somebody entering an audience, a step of
     * a journey, an enriched event. Audiences and journeys only know tracks and identifies, so for any other type they
     * give a track.
     */
    public static ObjectNode of(EventType type, Product product, InstantSource clock, RandomGenerator random) {
        EventType natural = ProductRecord.isNatural(type, product) ? type : EventType.TRACK;
        return ProductRecord.of(natural, product, null, new Inventions(clock, random));
    }

    /** A column of which the name alone is known, with the type that the name suggests. */
    public static Column likelyColumn(String name) {
        Inventions nobody = new Inventions(InstantSource.fixed(Instant.EPOCH), new SplittableRandom(0));
        JsonNode value = NamedValue.of(name, nobody).orElseGet(() -> NamedValue.any(name));
        ColumnType type = Stream.of(ColumnType.BOOLEAN, ColumnType.INTEGER, ColumnType.NUMBER)
                .filter(candidate -> candidate.holds(value))
                .findFirst()
                .orElse(startsWithDate(value.asText()) ? ColumnType.DATETIME : ColumnType.STRING);
        return Column.of(name, type);
    }

    private static boolean startsWithDate(String text) {
        return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    /**
     * A sample for one mapping: its trigger lets it in, and it has what the mapping reads, of the kind that the
     * action's fields take. Where that is impossible the nearest event comes with notes that say what is in the way.
     * A row has the columns of its model and no others; an example of a column stays unless the trigger asks for
     * something else. The effort is bounded, whatever the trigger and the mapping.
     *
     * @param mapping field values with their directives, any JSON value; one that does not compile is only noted
     */
    public static Sample forMapping(
            Wanted wanted,
            Trigger trigger,
            JsonNode mapping,
            FieldSet fields,
            InstantSource clock,
            RandomGenerator random) {
        return new Fitting(wanted, trigger, mapping, fields, clock, random).sample();
    }
}
