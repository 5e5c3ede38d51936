package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.field.FieldSet;
import dev.eventtester.trigger.Trigger;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

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

    /**
     * A sample for one mapping: its trigger lets it in, and it has what the mapping reads, of the kind that the
     * action's fields take. Where that is impossible the nearest event comes with notes that say what is in the way.
     * The effort is bounded, whatever the trigger and the mapping.
     *
     * @param type the wanted type; null for the one that suits best. The trigger has the last word.
     * @param mapping field values with their directives, any JSON value; one that does not compile is only noted
     */
    public static Sample forMapping(
            Product product,
            EventType type,
            Trigger trigger,
            JsonNode mapping,
            FieldSet fields,
            InstantSource clock,
            RandomGenerator random) {
        return new Fitting(product, type, trigger, mapping, fields, clock, random).sample();
    }
}
