package dev.eventtester.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.Event;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleEventsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    static Stream<Arguments> everyTypeAndProduct() {
        return Stream.of(EventType.values())
                .filter(EventType::isTestable)
                .flatMap(type -> Stream.of(Product.values()).map(product -> Arguments.of(type, product)));
    }

    private static ObjectNode sample(EventType type, Product product) {
        return SampleEvents.of(type, product, CLOCK, new Random(7));
    }

    @ParameterizedTest
    @MethodSource("everyTypeAndProduct")
    void say_who_when_and_what(EventType type, Product product) {
        ObjectNode event = sample(type, product);

        assertThat(EventType.of(event.path("type").asText())).isPresent();
        assertThat(event.path("userId").asText()).startsWith("user_");
        assertThat(event.path("messageId").asText()).startsWith("sample-").hasSizeLessThan(100);
        assertThat(event.path("timestamp").asText()).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(event.path("context").path("library").path("name").asText()).isNotBlank();
        assertThat(Event.isTooLarge(event.toString())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyTypeAndProduct")
    void are_nobodys_data(EventType type, Product product) {
        List<String> texts = new ArrayList<>();
        collectTexts(sample(type, product), texts);

        assertThat(texts).filteredOn(text -> text.contains("@")).allMatch(text -> text.endsWith("@example.com"));
        assertThat(texts)
                .filteredOn(text -> text.startsWith("http"))
                .allMatch(text -> text.startsWith("https://www.example.com"));
        assertThat(texts).filteredOn(text -> text.startsWith("+")).allMatch(text -> text.startsWith("+120255501"));
        assertThat(sample(type, product).at("/context/ip").asText("203.0.113.1"))
                .startsWith("203.0.113.");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACK", "IDENTIFY", "PAGE", "SCREEN", "GROUP"})
    void have_what_their_type_has(EventType type) {
        ObjectNode event = sample(type, Product.CONNECTIONS);
        String member = switch (type) {
            case TRACK -> "event";
            case IDENTIFY -> "traits";
            case PAGE, SCREEN -> "name";
            default -> "groupId";
        };

        assertThat(event.path("type").asText()).isEqualTo(type.wire());
        assertThat(event.has(member)).isTrue();
        assertThat(event.has("anonymousId")).isTrue();
    }

    @Test
    void are_the_same_for_the_same_clock_and_randomness() {
        assertThat(sample(EventType.TRACK, Product.JOURNEYS)).isEqualTo(sample(EventType.TRACK, Product.JOURNEYS));
    }

    @Test
    void have_identifiers_of_their_own() {
        ObjectNode one = SampleEvents.of(EventType.IDENTIFY, Product.CONNECTIONS, CLOCK, new Random(1));
        ObjectNode other = SampleEvents.of(EventType.IDENTIFY, Product.CONNECTIONS, CLOCK, new Random(2));

        assertThat(Stream.of("/userId", "/anonymousId", "/messageId", "/traits/email"))
                .allSatisfy(place -> assertThat(one.at(place)).isNotEqualTo(other.at(place)));
    }

    @Test
    void of_reverse_etl_are_new_rows() {
        ObjectNode row = sample(EventType.TRACK, Product.REVERSE_ETL);

        assertThat(row.path("event").asText()).isEqualTo("new");
        assertThat(row.at("/properties/email").asText()).endsWith("@example.com");
        assertThat(row.at("/properties/user_id")).isEqualTo(row.path("userId"));
        assertThat(row.has("anonymousId")).isFalse();
    }

    @Test
    void of_reverse_etl_keep_the_wanted_type_and_put_the_columns_where_it_has_its_data() {
        ObjectNode row = sample(EventType.IDENTIFY, Product.REVERSE_ETL);

        assertThat(row.path("type").asText()).isEqualTo("identify");
        assertThat(row.path("traits").has("lifetime_value")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TRACK, LINKED_AUDIENCES, properties, audience",
        "IDENTIFY, LINKED_AUDIENCES, traits, audience",
        "TRACK, JOURNEYS, properties, journey_step",
        "IDENTIFY, JOURNEYS, traits, journey_step"
    })
    void of_audiences_and_journeys_tell_the_membership(EventType type, Product product, String section, String kind) {
        ObjectNode event = sample(type, product);
        JsonNode personas = event.at("/context/personas");

        assertThat(event.path("type").asText()).isEqualTo(type.wire());
        assertThat(personas.path("computation_class").asText()).isEqualTo(kind);
        assertThat(personas.path("computation_id").isTextual()).isTrue();
        assertThat(personas.path("space_id").isTextual()).isTrue();
        assertThat(event.path(section)
                        .path(personas.path("computation_key").asText())
                        .booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LINKED_AUDIENCES", "JOURNEYS"})
    void of_audiences_and_journeys_are_tracks_where_the_type_makes_no_sense(Product product) {
        assertThat(sample(EventType.PAGE, product).path("type").asText()).isEqualTo("track");
    }

    @Test
    void of_linked_audiences_nest_entities() {
        ObjectNode event = sample(EventType.TRACK, Product.LINKED_AUDIENCES);

        assertThat(event.at("/properties/accounts/0/__entity").asText()).isEqualTo("account");
        assertThat(event.at("/properties/accounts/0/subscriptions/0/__entity").asText())
                .isEqualTo("subscription");
    }

    @Test
    void of_linked_events_are_ordinary_events_with_an_entity() {
        ObjectNode event = sample(EventType.TRACK, Product.LINKED_EVENTS);

        assertThat(event.path("event").asText()).isEqualTo("Order Completed");
        assertThat(event.at("/properties/order_id").isTextual()).isTrue();
        assertThat(event.at("/properties/account/name").isTextual()).isTrue();
    }

    @Test
    void of_journeys_have_context_and_metadata() {
        ObjectNode event = sample(EventType.TRACK, Product.JOURNEYS);

        assertThat(event.at("/properties/journey_context").isObject()).isTrue();
        assertThat(event.at("/properties/journey_metadata/journey_id").isTextual())
                .isTrue();
    }

    private static void collectTexts(JsonNode value, List<String> texts) {
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(child -> collectTexts(child, texts));
    }
}
