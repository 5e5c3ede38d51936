package dev.eventtester.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.field.FieldSet;
import dev.eventtester.trigger.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerSamplesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    /** Conditions that hold where the second part is, or was taken from, the text at the first. */
    private static final List<String> TEXT_CONDITIONS = List.of(
            "%s = \"%s\"",
            "%s != \"x%s\"",
            "contains(%s, \"%s\")",
            "match(%s, \"%s*\")",
            "match(%s, \"*%s\")",
            "!contains(%s, \"#%s\")");

    private static final List<String> NUMBER_CONDITIONS =
            List.of("%s = %d", "%s >= %d", "%s <= %d", "%s > -%d", "%s < 1%d", "%s != 7%d");

    static Stream<String> triggersThatAnEventSatisfies() throws IOException {
        Set<String> triggers = new LinkedHashSet<>();
        for (JsonNode recorded : recorded()) {
            if (recorded.path("matches").booleanValue()) {
                triggers.add(recorded.get("trigger").asText());
            }
        }
        return triggers.stream();
    }

    static Stream<String> validTriggers() throws IOException {
        Set<String> triggers = new LinkedHashSet<>();
        for (JsonNode recorded : recorded()) {
            if (recorded.path("valid").booleanValue()) {
                triggers.add(recorded.get("trigger").asText());
            }
        }
        return triggers.stream();
    }

    private static JsonNode recorded() throws IOException {
        try (InputStream file = TriggerSamplesTest.class.getResourceAsStream("/conformance/fql.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    /** Triggers whose conditions all hold for one imagined event, in all shapes. */
    static Stream<String> triggersOfOneImaginedEvent() {
        Random random = new Random(20260102);
        return IntStream.range(0, 500).mapToObj(at -> {
            List<String> conditions = new ArrayList<>();
            int count = random.nextInt(1, 7);
            for (int i = 0; i < count; i++) {
                conditions.add(random.nextInt(4) == 0 ? "(" + pair(random) + ")" : condition(random));
            }
            return String.join(" and ", conditions);
        });
    }

    /** No functions inside: their parenthesis would end the group's. */
    private static String pair(Random random) {
        String holding = "properties.inner" + random.nextInt(3) + " != null";
        return switch (random.nextInt(3)) {
            case 0 -> holding + " or event = \"Never Sent\"";
            case 1 -> "event = \"" + TypicalEvent.TRACK_NAME + "\" and " + holding;
            default -> "properties.inner3 > \"many\" or " + holding + " or userId = \"x\"";
        };
    }

    private static String condition(Random random) {
        String section = List.of("properties", "traits", "context").get(random.nextInt(3));
        int place = random.nextInt(4);
        return switch (place) {
            case 0 -> {
                int number = random.nextInt(3) + 10;
                String path = section + ".count" + number;
                yield NUMBER_CONDITIONS
                        .get(random.nextInt(NUMBER_CONDITIONS.size()))
                        .formatted(path, number);
            }
            case 1 -> section + ".flags.on" + (random.nextBoolean() ? " = true" : " != null");
            case 2 -> section + ".nothing." + (random.nextBoolean() ? "here = null" : "there != \"x\"");
            default -> text(random, section + ".deep.text");
        };
    }

    private static String text(Random random, String path) {
        String text = "Sample Text";
        String condition = TEXT_CONDITIONS.get(random.nextInt(TEXT_CONDITIONS.size()));
        int length = random.nextInt(1, text.length());
        String piece = condition.contains("*%s")
                ? text.substring(text.length() - length)
                : condition.contains("= ") ? text : text.substring(0, length);
        return condition.formatted(path, piece);
    }

    private static Sample sample(String trigger, EventType type) {
        return SampleEvents.forMapping(
                Wanted.of(Product.CONNECTIONS, type),
                Trigger.parse(trigger),
                JsonNodeFactory.instance.objectNode(),
                FieldSet.of(Map.of()),
                CLOCK,
                new Random(3));
    }

    @ParameterizedTest
    @MethodSource({"triggersThatAnEventSatisfies", "triggersOfOneImaginedEvent"})
    void a_trigger_that_can_be_satisfied_is(String trigger) {
        Sample sample = sample(trigger, null);

        assertThat(Trigger.parse(trigger).matches(sample.event()))
                .as("%s", sample.event())
                .isTrue();
        assertThat(sample.fits()).isTrue();
        assertThat(sample.notes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("validTriggers")
    void a_sample_never_claims_more_than_the_engine_says(String trigger) {
        Sample sample = sample(trigger, null);

        assertThat(Trigger.parse(trigger).explain(sample.event()).matched()).isEqualTo(sample.fits());
        assertThat(sample.notes().isEmpty()).isEqualTo(sample.fits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "properties.a = \"x\" and properties.a = \"y\"",
                "properties.a > 5 and properties.a < 5",
                "properties.a = true and properties.a = false",
                "userId != null and userId = null",
                "properties.a like \"x\"",
                "properties.a > \"many\"",
                "!contains(event, \"\")",
                "type = \"track\" and ()"
            })
    void what_nothing_satisfies_is_told(String trigger) {
        Sample sample = sample(trigger, null);

        assertThat(sample.fits()).isFalse();
        assertThat(sample.notes())
                .singleElement()
                .asString()
                .startsWith("No event was found that satisfies the trigger");
    }

    @Test
    void the_nearest_event_satisfies_what_can_be_had() {
        Sample sample = sample("type = \"page\" and name = \"Docs\" and properties.a = 1 and properties.a = 2", null);

        assertThat(sample.event().path("type").asText()).isEqualTo("page");
        assertThat(sample.event().path("name").asText()).isEqualTo("Docs");
        assertThat(sample.event().at("/properties/a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type = \"screen\"                                   | screen",
                "type != \"track\" and type != \"identify\"          | page",
                "contains(event, \"Order\")                          | track",
                "(type = \"group\" or type = \"identify\")           | group"
            })
    void the_trigger_fixes_the_type(String trigger, String type) {
        assertThat(sample(trigger, null).event().path("type").asText()).isEqualTo(type);
    }

    @Test
    void the_asked_type_is_kept_where_the_trigger_lets_it_in() {
        Sample sample = sample("type = \"track\" or type = \"group\"", EventType.GROUP);

        assertThat(sample.event().path("type").asText()).isEqualTo("group");
        assertThat(sample.notes()).isEmpty();
    }

    @Test
    void another_type_than_asked_is_told() {
        Sample sample = sample("type = \"track\"", EventType.IDENTIFY);

        assertThat(sample.fits()).isTrue();
        assertThat(sample.event().path("event").isTextual()).isTrue();
        assertThat(sample.notes())
                .containsExactly("The trigger does not let identify events in, so the sample has the type track.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "properties.products.length > 2",
                "properties.products.length = 0",
                "properties.title.length >= 4 and contains(properties.title, \"ab\")",
                "properties.length = 3",
                "!contains(properties.products.length, \"a\")",
                "properties.a.b = null and properties.a <= 1"
            })
    void a_place_inside_of_another_gets_what_it_needs(String trigger) {
        assertThat(sample(trigger, null).fits()).isTrue();
    }

    @Test
    void a_place_stays_natural_if_it_can() {
        Sample sample = sample("contains(traits.email, \"vip\") and match(traits.site, \"https://shop*\")", null);

        assertThat(sample.event().at("/traits/email").asText()).contains("vip").contains("@example.com");
    }

    @Test
    void an_order_of_another_name_has_no_products() {
        Sample sample = sample("event = \"Signed Up\"", null);

        assertThat(sample.event().path("event").asText()).isEqualTo("Signed Up");
        assertThat(sample.event().at("/properties/products").isMissingNode()).isTrue();
    }
}
