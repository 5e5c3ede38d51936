package dev.eventtester.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.catalog.ActionDefinition;
import dev.eventtester.catalog.Catalog;
import dev.eventtester.catalog.DestinationDefinition;
import dev.eventtester.catalog.OperatorAddresses;
import dev.eventtester.event.Product;
import dev.eventtester.field.Validation;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.trigger.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ready-made mapping of the built-in catalog, as a record of every product. */
class CatalogSamplesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final Catalog CATALOG = Catalog.load(Optional.empty(), OperatorAddresses.defaults());

    private record Case(Product product, String trigger, JsonNode mapping, ActionDefinition action) {

        Sample sample() {
            return SampleEvents.forMapping(
                    Wanted.of(product, null), Trigger.parse(trigger), mapping, action.fields(), CLOCK, new Random(5));
        }
    }

    static Stream<Named<Case>> presets() {
        List<Named<Case>> cases = new ArrayList<>();
        for (DestinationDefinition destination : CATALOG.destinations()) {
            destination.presets().forEach(preset -> {
                ActionDefinition action =
                        destination.action(preset.actionSlug()).orElseThrow();
                for (Product product : Product.values()) {
                    cases.add(Named.of(
                            destination.slug() + ", " + preset.name() + ", " + product,
                            new Case(product, preset.trigger(), preset.mapping(), action)));
                }
            });
        }
        return cases.stream();
    }

    static Stream<Named<Case>> defaults() {
        List<Named<Case>> cases = new ArrayList<>();
        for (DestinationDefinition destination : CATALOG.destinations()) {
            for (ActionDefinition action : destination.actions()) {
                String trigger = action.defaultTrigger() == null ? "type = \"track\"" : action.defaultTrigger();
                for (Product product : Product.values()) {
                    cases.add(Named.of(
                            destination.slug() + ", " + action.slug() + ", " + product,
                            new Case(product, trigger, action.defaultMapping(), action)));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void the_sample_of_a_preset_can_be_sent_as_it_is(Case preset) {
        Sample sample = preset.sample();

        assertThat(sample.fits()).as("%s", sample).isTrue();
        assertThat(sample.notes()).isEmpty();
        assertThat(Trigger.parse(preset.trigger).matches(sample.event())).isTrue();
        assertThat(validate(preset, sample.event()).errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void the_sample_of_an_actions_defaults_lacks_only_what_they_do_not_map(Case defaults) {
        Sample sample = defaults.sample();

        assertThat(Trigger.parse(defaults.trigger).matches(sample.event())).isTrue();
        assertThat(validate(defaults, sample.event()).errors()).noneMatch(error -> defaults.mapping.has(error.field()));
    }

    private static Validation validate(Case of, ObjectNode event) {
        return of.action.fields().validate(Mapping.compile(of.mapping).resolve(event, CLOCK));
    }
}
