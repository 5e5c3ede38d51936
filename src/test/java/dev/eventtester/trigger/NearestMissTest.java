package dev.eventtester.trigger;

import static dev.eventtester.trigger.Events.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestMissTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        type = "track"                        | {'type':'page'}                      | `type` is the text "page", the trigger wants the text "track"
        type = "track"                        | {'type':'Track'}                     | `type` is the text "Track", the trigger wants the text "track" (upper and lower case differ)
        type = "track"                        | {}                                   | `type` is missing, the trigger wants the text "track"
        properties.plan = "5"                 | {'properties':{'plan':5}}            | `properties.plan` is the number 5, the trigger wants the text "5"
        properties.plan = 5                   | {'properties':{'plan':'5'}}          | `properties.plan` is the text "5", the trigger wants the number 5
        properties.plan != 5                  | {'properties':{}}                    | `properties.plan` is missing, the trigger wants a number other than 5
        properties.plan != "a"                | {'properties':{'plan':'a'}}          | `properties.plan` is the text "a", the trigger wants anything but the text "a"
        properties.x < 5                      | {'properties':{'x':7.5}}             | `properties.x` is the number 7.5, the trigger wants a number less than 5
        properties.x >= 5                     | {'properties':{'x':null}}            | `properties.x` is null, the trigger wants a number of at least 5
        properties.x > "abc"                  | {'properties':{'x':1}}               | `properties.x` is the number 1, the trigger wants a number greater than "abc", which is no number
        properties.x = true                   | {'properties':{'x':'true'}}          | `properties.x` is the text "true", the trigger wants the boolean true
        properties.x = null                   | {'properties':{'x':[1,2]}}           | `properties.x` is an array of 2, the trigger wants none
        properties.x != null                  | {'properties':{'x':null}}            | `properties.x` is null, the trigger wants any value
        !contains(event, "x")                 | {}                                   | `event` is missing, the trigger wants a text that does not contain "x"
        match(properties.x, "*er")            | {'properties':{'x':{}}}              | `properties.x` is an object, the trigger wants a text that ends with "er"
        event = 'a'                           | {'event':'a'}                        | `event` is the text "a", the trigger wants the text "'a'" (single quotes are part of the value)
        type in ["a"]                         | {'type':'a'}                         | `type` is compared with the unknown operator "in", which never holds
        """)
    void says_what_is_and_what_is_wanted(String trigger, String event, String sentence) {
        assertThat(miss(trigger, event)).isEqualTo(sentence);
    }

    private static String miss(String trigger, String event) {
        return Trigger.parse(trigger).explain(json(event)).nearestMiss().orElseThrow();
    }

    @Test
    void counts_the_conditions_that_hold_also_after_the_first_miss() {
        assertThat(miss(
                        "properties.plan = \"5\" and type = \"track\" and event != \"x\" and userId != null",
                        "{'type':'track','userId':'u','properties':{'plan':5}}"))
                .isEqualTo(
                        "3 of 4 conditions hold; `properties.plan` is the number 5, the trigger wants the text \"5\"");
    }

    @Test
    void names_every_miss_up_to_three() {
        assertThat(miss("type = \"a\" and event = \"b\" and name = \"c\" and userId = \"d\" and name != \"e\"", "{}"))
                .startsWith("1 of 5 conditions holds; `type` is missing")
                .endsWith("; `name` is missing, the trigger wants the text \"c\"; and 1 more");
    }

    @Test
    void picks_the_nearest_alternative() {
        assertThat(miss("type = \"page\" or event = \"order\" or name = \"x\"", "{'type':'track','event':'Order'}"))
                .isEqualTo("none of 3 alternatives holds; the nearest: `event` is the text \"Order\", the trigger wants"
                        + " the text \"order\" (upper and lower case differ)");
    }

    @Test
    void looks_into_groups() {
        assertThat(miss(
                        "(type = \"page\" and name = \"x\") or (type = \"track\" and event = \"a\")",
                        "{'type':'track'}"))
                .isEqualTo("none of 2 alternatives holds; the nearest: 1 of 2 conditions holds; `event` is missing, the"
                        + " trigger wants the text \"a\"");
        assertThat(miss("type = \"track\" and (event = \"a\" or event = \"b\")", "{'type':'track'}"))
                .isEqualTo("1 of 2 conditions holds; (none of 2 alternatives holds; the nearest: `event` is missing,"
                        + " the trigger wants the text \"a\")");
    }

    @Test
    void shortens_long_texts() {
        assertThat(miss("event = \"a\"", "{'event':'" + "x".repeat(500) + "'}"))
                .hasSizeLessThan(200)
                .contains("…");
    }
}
