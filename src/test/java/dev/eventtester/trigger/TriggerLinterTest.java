package dev.eventtester.trigger;

import static dev.eventtester.trigger.Events.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerLinterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        event = 'a'                                  | single-quotes         | 'a'        | event = "a"
        contains(event, 'a')                         | single-quotes         | 'a'        | contains(event, "a")
        event = 'say "hi"'                           | single-quotes         | 'say "hi"' | event = \\say\\ \\"hi\\"
        event = "say \\"hi\\" now"                   | escaped-quote         | "say \\"hi\\" now" | event = \\say\\ \\"hi\\"\\ now
        event = “a”                                  | typographic-quotes    | “a”        | event = "a"
        event = "a                                   | unterminated-string   | "a         | event = "a"
        type = "a"and event = "b"                    | no-space-after-text   | "          | type = "a" and event = "b"
        type = "a" and event = "b" or name = "c"     | mixed-operators       | and        | (type = "a" and event = "b") or name = "c"
        type = "a" or event = "b" and name = "c"     | mixed-operators       | or         | type = "a" or (event = "b" and name = "c")
        type = "a" and messageId = "m"               | unknown-field         | messageId  | ^^
        type = "a" and userid = "u"                  | unknown-field         | userid     | type = "a" and userId = "u"
        Properties.x = 1                             | unknown-field         | Properties.x | properties.x = 1
        event.foo = "a"                              | ignored-path          | event.foo  | ^^
        event.properties.x = "a"                     | ignored-path          | event.properties.x | properties.x = "a"
        properties != null                           | bare-section          | properties | ^^
        !(type = "a" and event = "b")                | ignored-negation      | !          | type != "a" or event != "b"
        type = "a" and not event = "b"               | ignored-negation      | not        | type = "a" and event != "b"
        !properties.x = 5                            | ignored-negation      | !          | properties.x != 5
        ! contains(event, "a")                       | stray-negation        | !          | !contains(event, "a")
        ((type = "a" or type = "b") and name = "c")  | nested-parentheses    | (          | (type = "a" or type = "b") and name = "c"
        (contains(event, "a") or type = "b") and name = "c" | function-in-group | contains(event, "a") | (event contains "a" or type = "b") and name = "c"
        (match(event, "a*") or type = "b") and name = "c"   | function-in-group | match(event, "a*")   | (event starts_with "a" or type = "b") and name = "c"
        (type = "a" or type = "b"                    | unclosed-parenthesis  | (          | type = "a" or type = "b"
        type = "a" or ()                             | empty-group           | ()         | ^^
        type = "a" or(event = "b")                   | keyword-without-space | or         | type = "a" or event = "b"
        type = "a" OR event = "b"                    | keyword-case          | OR         | type = "a" or event = "b"
        properties.x = True                          | keyword-case          | True       | properties.x = true
        type = "a" && event = "b"                    | unsupported-operator  | &&         | type = "a" and event = "b"
        type == "a"                                  | unsupported-operator  | ==         | type = "a"
        type <> "a"                                  | unsupported-operator  | <>         | type != "a"
        event !="a"                                  | operator-without-space | !=        | event != "a"
        properties.x>5                               | operator-without-space | >         | properties.x > 5
        properties.x <=5                             | operator-without-space | <=        | properties.x <= 5
        type in ["a", "b"]                           | unknown-operator      | in         | type = "a" or type = "b"
        event like "a%"                              | unknown-operator      | like       | ^^
        event does not contain "a"                   | unknown-operator      | does not contain | !contains(event, "a")
        properties.list[0].id = "a"                  | bracket-in-path       | [0]        | properties.list.\\0.id = "a"
        properties."my prop" = "a"                   | quoted-path           | ."my prop" | properties.my\\ prop = "a"
        properties.list.0 = "a"                      | number-in-path        | .0         | properties.list.\\0 = "a"
        properties.and = "a"                         | keyword-in-path       | .and       | properties.\\and = "a"
        properties.$x = 5                            | unescaped-character   | $          | properties.\\$x = 5
        properties.x = 5.                            | malformed-number      | 5.         | properties.x = 5
        properties.x = .5                            | malformed-number      | .5         | properties.x = 0.5
        properties.x = 1e3                           | exponent              | 1e3        | properties.x = 1000
        properties.x = nul                           | cut-off-word          | nul        | properties.x = "nul"
        event = Order Completed                      | unquoted-text         | Order Completed | event = "Order Completed"
        type =                                       | missing-value         | type =     | ^^
        type = "a" and event                         | missing-value         | event      | ^^
        contains(event)                              | wrong-arguments       | contains(event) | ^^
        contains(event "a")                          | missing-comma         | "a"        | contains(event, "a")
        contains(type, "a")                          | ignored-function      | type       | type contains "a"
        lowercase(event) = "a"                       | unknown-function      | lowercase(event) | ^^
        startsWith(event, "a")                       | unknown-function      | startsWith(event, "a") | match(event, "a*")
        "a" = type                                   | value-first           | "a" = type | type = "a"
        match(event, "*a*")                          | match-both-stars      | "*a*"      | contains(event, "a")
        match(event, "abc")                          | match-without-star    | "abc"      | event = "abc"
        match(event, "a*b")                          | match-inner-star      | "a*b"      | ^^
        event = null                                 | null-as-text          | null       | event not_exists null
        event != null                                | null-as-text          | null       | event exists null
        properties.x != true                         | boolean-inequality    | true       | properties.x = false or properties.x = null
        properties.x = "5"                           | quoted-number         | "5"        | properties.x = "5" or properties.x = 5
        properties.x = "true"                        | quoted-boolean        | "true"     | properties.x = "true" or properties.x = true
        properties.x = "null"                        | quoted-null           | "null"     | properties.x = "null" or properties.x = null
        properties.x != "null"                       | quoted-null           | "null"     | properties.x != null
        event = 5                                    | number-as-text        | 5          | event = "5" or event number_equals 5
        name = true                                  | boolean-as-text       | true       | ^^
        properties.x > "abc"                         | ordering-against-text | "abc"      | ^^
        type = "a" # b                               | illegal-character     | #          | ^^
        """)
    void warns_where_it_is_and_says_how_it_is_written(String text, String code, String covered, String rewrite) {
        List<TriggerWarning> warnings = TriggerLinter.lint(text);
        assertThat(warnings).extracting(TriggerWarning::code).contains(code);
        TriggerWarning warning = warnings.stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(text.substring(warning.position(), warning.position() + warning.length()))
                .isEqualTo(covered);
        assertThat(warning.rewrite()).isEqualTo(rewrite.isEmpty() ? null : rewrite);
        assertThat(warning.consequence()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
        event = 'a'                                       | {'event':'a'} | true
        event = 'say "hi"'                                | {'event':'say \\u0022hi\\u0022'} | true
        type = "a" and event = "b" or name = "c"          | {'type':'a'} | false
        type = "a" or event = "b" and name = "c"          | {'type':'a'} | true
        !(type = "a")                                     | {'type':'b'} | true
        ((type = "a" or type = "b") and name = "c")       | {'type':'b','name':'c'} | true
        (contains(event, "x") or type = "b") and name = "c" | {'type':'b','name':'c'} | true
        type = "a" OR event = "b"                         | {'event':'b'} | true
        type == "a"                                       | {'type':'a'} | true
        properties.x <=5                                  | {'properties':{'x':4}} | true
        properties.list[1].id = "a"                       | {'properties':{'list':[{},{'id':'a'}]}} | true
        properties.$x = 5                                 | {'properties':{'$x':5}} | true
        properties.and = "a"                              | {'properties':{'and':'a'}} | true
        properties.Café = "a"                             | {'properties':{'Café':'a'}} | true
        type not in ["a", "b"]                            | {'type':'c'} | true
        match(event, "*der*")                             | {'event':'Order Completed'} | true
        match(event, "abc")                               | {'event':'xbc'} | false
        event != null                                     | {} | false
        event = null                                      | {} | true
        properties.x != true                              | {'properties':{'x':true}} | false
        properties.x = 1e3                                | {'properties':{'x':1000}} | true
        properties.x = "5"                                | {'properties':{'x':5}} | true
        "a" = type                                        | {'type':'a'} | true
        """)
    void rewrites_decide_as_meant_where_the_text_does_not(String text, String event, boolean meant) {
        assertThat(matches(text, event)).as("the text as it is").isNotEqualTo(meant);
        String rewrite = TriggerLinter.lint(text).get(0).rewrite();
        assertThat(matches(rewrite, event)).as(rewrite).isEqualTo(meant);
    }

    private static boolean matches(String text, String event) {
        try {
            return Trigger.parse(text).matches(json(event));
        } catch (InvalidTriggerException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type = \"track\"",
                "type=\"track\"",
                "type = track",
                "type = \"track\" and event = \"Order Completed\"",
                "type = \"track\"\nand\tevent = \"b\"",
                "(type = \"a\" or type = \"b\") and (event = \"c\" or event = \"d\") and userId != null",
                "event contains \"x\" or !contains(event, \"y\")",
                "!match(event, \"Order*\") and match(name, \"*end\")",
                "properties.x > 5 and properties.y <= \"7\" and traits.z = -0.5",
                "properties.my\\ prop = \"a\" and properties.\\$x = 1",
                "properties.active = true and name != null and properties.gone = null",
                "context.app.version exists x",
                "event = \"C:\\\"",
                "event = \"it's\"",
                "properties.list.length >= 2",
                "type = \"a\" and",
                "type = \"a\" event = \"b\""
            })
    void says_nothing_where_the_engine_reads_what_is_written(String text) {
        assertThat(TriggerLinter.lint(text)).isEmpty();
        assertThat(Trigger.parse(text).warnings()).isEmpty();
    }

    @Test
    void warns_of_carriage_returns_outside_texts_only() {
        assertThat(TriggerLinter.lint("type = \"a\"\r\nand event = \"b\""))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("carriage-return");
                    assertThat(warning.position()).isEqualTo(10);
                    assertThat(warning.rewrite()).isEqualTo("type = \"a\" and event = \"b\"");
                });
        assertThat(TriggerLinter.lint("event = \"a\r\nb\"")).isEmpty();
    }

    @Test
    void orders_the_warnings_by_position_and_gives_them_one_rewrite() {
        List<TriggerWarning> warnings = TriggerLinter.lint("type == 'a' AND properties.x>5");
        assertThat(warnings)
                .extracting(TriggerWarning::code)
                .containsExactly("unsupported-operator", "single-quotes", "keyword-case", "operator-without-space");
        assertThat(warnings).extracting(TriggerWarning::rewrite).containsOnly("type = \"a\" and properties.x > 5");
    }

    @Test
    void falls_back_to_what_is_really_read() {
        assertThat(TriggerLinter.lint("properties.x = -")).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("read-differently");
            assertThat(warning.consequence()).isEqualTo("this is read as properties.x number_equals NaN");
        });
    }

    @Test
    void falls_back_to_why_it_is_invalid() {
        assertThat(TriggerLinter.lint("")).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("empty");
            assertThat(warning.consequence()).isEqualTo("the trigger is empty");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "()",
                "!",
                "!(",
                "\"",
                "'a",
                "a.",
                "a[",
                "a[]",
                "contains(",
                "#",
                "“",
                "\\",
                "not ",
                "5e",
                "x in ["
            })
    void survives_any_amount_of_anything(String piece) {
        String text = piece.repeat(Trigger.MAX_LENGTH / piece.length());
        assertThat(TriggerLinter.lint(text)).hasSizeBetween(1, 100);
    }

    @Test
    void refuses_to_rewrite_what_would_grow_without_bound() {
        String pairs = "((type = \"a\" or name = \"b\") and event = \"c\")";
        String text = "(" + String.join(" and ", List.of(pairs, pairs, pairs)) + ")";
        assertThat(TriggerLinter.lint(text).get(0).rewrite()).isNotNull();
        String deep = "(type = \"%d\" and (name = \"x\" or event = \"%d\"))";
        String wide = String.join(
                " or ",
                java.util.stream.IntStream.range(0, 40)
                        .mapToObj(i -> deep.replace("%d", "" + i))
                        .toList());
        assertThat(TriggerLinter.lint("(" + wide + ") and userId = \"u\"")
                        .get(0)
                        .rewrite())
                .isNull();
    }

    @Test
    void leaves_an_overlong_text_alone() {
        assertThat(TriggerLinter.lint("x".repeat(Trigger.MAX_LENGTH + 1)))
                .extracting(TriggerWarning::code)
                .containsExactly("too-long");
    }

    @Test
    void rewrites_any_nesting_and_negation_with_the_same_truth() {
        Random random = new Random(7);
        int written = 0;
        for (int i = 0; i < 400; i++) {
            Formula formula = Formula.random(random, 3);
            List<TriggerWarning> warnings = TriggerLinter.lint(formula.text());
            String rewrite =
                    warnings.isEmpty() ? formula.text() : warnings.get(0).rewrite();
            if (rewrite == null) {
                continue;
            }
            written++;
            Trigger trigger = Trigger.parse(rewrite);
            for (int values = 0; values < 16; values++) {
                assertThat(trigger.matches(Formula.event(values)))
                        .as("%s, written as %s, for %s", formula.text(), rewrite, values)
                        .isEqualTo(formula.holds(values));
            }
        }
        assertThat(written).isGreaterThan(300);
    }
}
