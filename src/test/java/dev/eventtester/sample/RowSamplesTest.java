package dev.eventtester.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.EventType;
import dev.eventtester.event.JsonText;
import dev.eventtester.event.Product;
import dev.eventtester.field.FieldSet;
import dev.eventtester.sample.row.Column;
import dev.eventtester.sample.row.ColumnType;
import dev.eventtester.sample.row.RowColumns;
import dev.eventtester.trigger.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples of the rows of a model whose columns are known. */
class RowSamplesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    private static final String NEW = "event = \"new\"";
    private static final RowColumns CUSTOMERS = columns(
            column("customer_no", ColumnType.INTEGER, "7001"),
            column("email", ColumnType.STRING, null),
            column("plan", ColumnType.STRING, "\"Gold\""),
            column("orders", ColumnType.INTEGER, null),
            column("address", ColumnType.OBJECT, null));

    private static Column column(String name, ColumnType type, String example) {
        return example == null ? Column.of(name, type) : new Column(name, type, JsonText.parse(example));
    }

    private static RowColumns columns(Column... columns) {
        return new RowColumns(List.of(columns), columns[0].name(), true);
    }

    private static Sample sample(RowColumns columns, EventType type, String trigger, String mapping, String fields) {
        return SampleEvents.forMapping(
                new Wanted(Product.REVERSE_ETL, type, columns),
                Trigger.parse(trigger),
                JsonText.parse(mapping),
                FieldSet.of(JsonText.parse(fields)),
                CLOCK,
                new Random(4));
    }

    private static ObjectNode row(String trigger) {
        return sample(CUSTOMERS, null, trigger, "{}", "{}").event();
    }

    private static List<String> names(JsonNode row) {
        List<String> names = new ArrayList<>();
        row.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void have_the_models_columns_in_their_order_and_no_others() {
        ObjectNode event = row(NEW);

        assertThat(event.path("type").textValue()).isEqualTo("track");
        assertThat(event.path("event").textValue()).isEqualTo("new");
        assertThat(event.has("anonymousId")).isFalse();
        assertThat(names(event.path("properties")))
                .containsExactly("customer_no", "email", "plan", "orders", "address");
    }

    @Test
    void have_the_examples_and_for_the_others_what_their_names_suggest() {
        JsonNode row = row(NEW).path("properties");

        assertThat(row.path("customer_no").intValue()).isEqualTo(7001);
        assertThat(row.path("plan").textValue()).isEqualTo("Gold");
        assertThat(row.path("email").textValue()).endsWith("@example.com");
        assertThat(row.at("/address/city").isTextual()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ColumnType.class)
    void have_a_value_of_each_columns_type(ColumnType type) {
        for (String name : List.of("email", "is_active", "created_at", "total", "item", "0", "billing_address")) {
            JsonNode row = sample(columns(Column.of(name, type)), null, NEW, "{}", "{}")
                    .event()
                    .path("properties");

            assertThat(type.holds(row.path(name))).as("%s %s", name, row).isTrue();
        }
    }

    @Test
    void tell_a_lifetime_from_a_time() {
        RowColumns columns =
                columns(Column.of("lifetime_value", ColumnType.NUMBER), Column.of("event_time", ColumnType.NUMBER));
        JsonNode row = sample(columns, null, NEW, "{}", "{}").event().path("properties");

        assertThat(row.path("lifetime_value").doubleValue()).isEqualTo(49.95);
        assertThat(row.path("event_time").longValue()).isEqualTo(1767323045L);
    }

    @Test
    void have_the_columns_among_the_traits_of_an_identify() {
        ObjectNode event = sample(CUSTOMERS, EventType.IDENTIFY, "type = \"identify\"", "{}", "{}")
                .event();

        assertThat(names(event.path("traits"))).hasSize(5).contains("customer_no");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "properties.plan = \"Silver\"     | /properties/plan   | \"Silver\"",
                "properties.orders > 50           | /properties/orders | 51",
                "properties.orders = null         | /properties/orders | null",
                "properties.address.city = \"X\"  | /properties/address/city | \"X\""
            })
    void satisfy_the_trigger_even_against_an_example(String condition, String place, String value) {
        Sample sample = sample(CUSTOMERS, null, NEW + " and " + condition, "{}", "{}");

        assertThat(sample.notes()).isEmpty();
        assertThat(sample.fits()).isTrue();
        assertThat(sample.event().at(place)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "properties.region = \"north\" | properties.region",
                "properties.orders = \"many\"  | properties.orders",
                "properties.customer_no = null | properties.customer_no"
            })
    void never_get_what_the_model_cannot_give(String condition, String place) {
        Sample sample = sample(CUSTOMERS, null, NEW + " and " + condition, "{}", "{}");

        assertThat(sample.fits()).isFalse();
        assertThat(sample.notes()).singleElement().asString().contains(place);
        assertThat(names(sample.event().path("properties"))).hasSize(5);
        assertThat(sample.event().at("/properties/customer_no").isNumber()).isTrue();
    }

    @Test
    void are_adapted_to_the_fields_that_read_them() {
        Sample sample = sample(
                CUSTOMERS,
                null,
                NEW,
                "{\"tier\": {\"@path\": \"$.properties.email\"}, \"count\": {\"@path\": \"$.properties.orders\"}}",
                "{\"tier\": {\"label\": \"Tier\", \"type\": \"string\", \"choices\": [\"a\", \"b\"]},\"count\":"
                        + " {\"label\": \"Count\", \"type\": \"integer\", \"choices\": [{\"label\": \"Three\", \"value\":"
                        + " 3}]}}");

        assertThat(sample.notes()).isEmpty();
        assertThat(sample.event().at("/properties/email").textValue()).isEqualTo("a");
        assertThat(sample.event().at("/properties/orders").intValue()).isEqualTo(3);
    }

    @Test
    void hold_a_number_as_text_where_the_column_is_a_text() {
        Sample sample = sample(
                columns(Column.of("no", ColumnType.STRING)),
                null,
                NEW,
                "{\"n\": {\"@path\": \"$.properties.no\"}}",
                "{\"n\": {\"label\": \"N\", \"type\": \"integer\", \"minimum\": 500}}");

        assertThat(sample.notes()).isEmpty();
        assertThat(sample.event().at("/properties/no").textValue()).isEqualTo("500");
    }

    @Test
    void keep_an_example_that_a_field_does_not_take_and_say_so() {
        Sample sample = sample(
                CUSTOMERS,
                null,
                NEW,
                "{\"mail\": {\"@path\": \"$.properties.plan\"}}",
                "{\"mail\": {\"label\": \"Mail\", \"type\": \"string\", \"format\": \"email\"}}");

        assertThat(sample.event().at("/properties/plan").textValue()).isEqualTo("Gold");
        assertThat(sample.fits()).isFalse();
        assertThat(sample.notes()).singleElement().asString().contains("email");
    }

    @Test
    void tell_which_columns_the_mapping_misses() {
        Sample sample = sample(
                CUSTOMERS,
                null,
                NEW,
                "{\"a\": {\"@path\": \"$.properties.region\"}, \"b\": {\"@template\": \"{{properties.city}} x\"}}",
                "{\"a\": {\"label\": \"A\", \"type\": \"string\"}, \"b\": {\"label\": \"B\", \"type\": \"string\"}}");

        assertThat(sample.fits()).isTrue();
        assertThat(sample.notes())
                .containsExactly("The mapping reads columns that the model does not have: city, region.");
        assertThat(sample.event().path("properties").has("region")).isFalse();
    }

    @Test
    void of_deleted_rows_keep_the_identifier_alone() {
        ObjectNode event = row("event = \"deleted\"");

        assertThat(event.at("/properties/customer_no").intValue()).isEqualTo(7001);
        assertThat(List.of("email", "plan", "orders", "address"))
                .allSatisfy(name ->
                        assertThat(event.path("properties").path(name).isNull()).isTrue());
    }

    @Test
    void of_a_model_with_unknown_columns_have_the_identifier_beside_the_typical_ones() {
        RowColumns columns =
                new RowColumns(List.of(Column.of("customer_key", ColumnType.STRING)), "customer_key", false);
        JsonNode row = sample(columns, null, NEW, "{\"a\": {\"@path\": \"$.properties.region\"}}", "{}")
                .event()
                .path("properties");

        assertThat(names(row)).contains("customer_key", "email", "region");
    }

    @Test
    void have_columns_in_reverse_etl_only() {
        assertThat(new Wanted(Product.JOURNEYS, null, CUSTOMERS).columns()).isEqualTo(RowColumns.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "email, STRING",
        "id, STRING",
        "postal_code, STRING",
        "item_1, STRING",
        "uuid, STRING",
        "is_active, BOOLEAN",
        "quantity, INTEGER",
        "total, NUMBER",
        "createdAt, DATETIME",
        "birthday, DATETIME"
    })
    void guess_a_columns_type_by_its_name(String name, ColumnType type) {
        assertThat(SampleEvents.likelyColumn(name)).isEqualTo(Column.of(name, type));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "STRING, 1",
                "INTEGER, 1.5",
                "INTEGER, \"1\"",
                "NUMBER, \"1.5\"",
                "BOOLEAN, \"true\"",
                "DATETIME, \"soon\"",
                "DATETIME, 5",
                "OBJECT, []",
                "ARRAY, {}"
            })
    void an_example_is_of_its_columns_type(ColumnType type, String example) {
        assertThatThrownBy(() -> column("c", type, example)).isInstanceOf(IllegalArgumentException.class);
    }
}
