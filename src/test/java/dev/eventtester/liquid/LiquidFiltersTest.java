package dev.eventtester.liquid;

import static dev.eventtester.liquid.SampleEvent.json;
import static dev.eventtester.liquid.SampleEvent.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.eventtester.liquid.value.LiquidException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidFiltersTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("{{ properties.plan | append: '!' | prepend: '>' }}", ">premium plan!"),
                arguments("{{ properties.uni | upcase }}{{ properties.uni | downcase }}", "CAFÉ ☕café ☕"),
                arguments("{{ 'hELLO wORLD' | capitalize }}", "Hello world"),
                arguments("{{ 'ΑΣ ΑΣΑ Σ' | downcase }}", "ας ασα σ"),
                arguments(
                        "[{{ properties.ws | strip }}][{{ properties.ws | lstrip }}][{{ properties.ws | rstrip }}]",
                        "[padded text][padded text  ][  padded text]"),
                arguments("{{ 'xxaxx' | strip: 'x' }}{{ 'xxaxx' | lstrip: 'x' }}{{ 'xxaxx' | rstrip: 'xa' }}", "aaxx"),
                arguments(
                        "{{ 'aXbXc' | replace: 'X', '-' }}{{ 'aXbXc' | replace_first: 'X', '-' }}{{ 'aXbXc' |"
                                + " replace_last: 'X', '-' }}",
                        "a-b-ca-bXcaXb-c"),
                arguments("{{ 'abc' | replace: '', '.' }}{{ 'abc' | replace_last: '', '.' }}", "a.b.cabc."),
                arguments(
                        "{{ 'aXbXc' | remove: 'X' }}{{ 'aXbXc' | remove_first: 'X' }}{{ 'aXbXc' | remove_last: 'X' }}",
                        "abcabXcaXbc"),
                arguments(
                        "{{ properties.csv | split: ',' | json }}{{ 'ab' | split: '' | json }}{{ '' | split: ',' |"
                                + " json }}",
                        "[\"a\",\"b\",\"\",\"c\"][\"a\",\"b\"][]"),
                arguments(
                        "{{ properties.plan | truncate: 8 }}{{ properties.plan | truncate: 8, '' }}{{ properties.plan"
                                + " | truncate: 2 }}",
                        "premi...premium ..."),
                arguments(
                        "{{ properties.plan | truncatewords: 1 }}{{ properties.plan | truncatewords: 3 }}{{"
                                + " properties.plan | truncatewords: 0, '-' }}",
                        "premium...premium planpremium-"),
                arguments("{{ ' a  b ' | normalize_whitespace }}{{ 'a\\r\\nb\\n' | strip_newlines }}", " a b ab"),
                arguments(
                        "{{ 'two words' | number_of_words }}{{ '東京 x' | number_of_words: 'cjk' }}{{ '東京 x' |"
                                + " number_of_words }}{{ 'a b' | number_of_words: 'auto' }}",
                        "2322"),
                arguments(
                        "{{ properties.plan | slice: 1, 3 }}{{ properties.plan | slice: -3, 2 }}{{ properties.plan |"
                                + " slice: 2 }}{{ 'abc' | slice: '1', 2 }}",
                        "remlaebc"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void builds_and_cuts_texts(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("{{ properties.html | escape }}", "&lt;b&gt;Tom &amp; &#39;J&#39;&lt;/b&gt;"),
                arguments("{{ '&lt;&amp;lt; &' | escape_once }}", "&lt;&amp;lt; &amp;"),
                arguments(
                        "{{ properties.html | strip_html }}{{ '<script>x</script>a<!-- b\\n"
                                + "> -->c<style>d' | strip_html }}{{ 'a<b' | strip_html }}",
                        "Tom & 'J'acda<b"),
                arguments(
                        "{{ properties.uni | url_encode }}{{ properties.uni | cgi_escape }}{{ properties.uni |"
                                + " uri_escape }}",
                        "Caf%C3%A9+%E2%98%95Caf%C3%A9+%E2%98%95Caf%C3%A9%20%E2%98%95"),
                arguments(
                        "{{ \"!'()*[]~ ?\" | url_encode }} {{ \"!'()*[]~ ?\" | cgi_escape }} {{ \"!'()*[]~ ?\" |"
                                + " uri_escape }}",
                        "!'()*%5B%5D~+%3F %21%27%28%29%2A%5B%5D~+%3F !'()*[]~%20?"),
                arguments("{{ 'a+b%20c%2B%C3%A9' | url_decode }}", "a b c é"),
                arguments(
                        "{{ properties.uni | base64_encode }}{{ 'Q2Fm_6k=ignored' | base64_decode }}{{ 'Q2!Fm' |"
                                + " base64_decode }}",
                        "Q2Fmw6kg4piVCaf��Caf"),
                arguments(
                        "{{ 'Héllo, Wörld & Co!' | slugify }} {{ 'Héllo & Ço' | slugify: 'latin' }} {{ 'Héllo & Ço' |"
                                + " slugify: 'ascii' }} {{ 'A b.c' | slugify: 'pretty' }} {{ 'A  b' | slugify: 'raw', true"
                                + " }} {{ 'A b' | slugify: 'none' }}",
                        "héllo-wörld-co hello-ço h-llo-o a-b.c A-b a b"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void encodes_and_decodes(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                arguments(
                        "{{ properties.n | plus: 1 }} {{ properties.n | minus: 2.5 }} {{ properties.n | times: '2' }}"
                                + " {{ properties.n | modulo: 5 }} {{ -7 | modulo: 5 }}",
                        "43 39.5 84 2 -2"),
                arguments(
                        "{{ properties.n | divided_by: 4 }} {{ properties.n | divided_by: 4, true }} {{ 1 |"
                                + " divided_by: 0 }} {{ 0 | divided_by: 0 }}",
                        "10.5 10 Infinity NaN"),
                arguments(
                        "{{ properties.neg | abs }} {{ properties.dec | ceil }} {{ properties.dec | floor }} {{ -0.5 |"
                                + " ceil }}",
                        "7 4 3 0"),
                arguments(
                        "{{ 2.5 | round }} {{ -2.5 | round }} {{ 3.14159 | round: 2 }} {{ 1234 | round: -2 }} {{ 1.005"
                                + " | round: 2 }}",
                        "3 -3 3.14 1200 1"),
                arguments("{{ 1 | at_least: 2, 3 }} {{ 5 | at_most: 2, 3 }}", "3 2"),
                arguments(
                        "{{ 0.1 | plus: 0.2 }} {{ 1e3 | plus: 1 }} {{ 100000 | times: 1000000000000000000 }} {{ 1 |"
                                + " divided_by: 10000000 }}",
                        "0.30000000000000004 1 1e+23 1e-7"),
                arguments(
                        "{{ 'abc' | plus: 1 }} {{ nope | plus: nope }} {{ 1 | plus }} {{ properties.list | plus: 1 }}",
                        "1 0 NaN 1"),
                arguments(
                        "{{ '3.5' | to_integer }} {{ 'x' | to_integer }} {{ nope | to_integer }} {{ properties.nil |"
                                + " to_integer }}",
                        "3.5 NaN NaN 0"),
                arguments("{{ properties.items | sum: 'price' }} {{ (1..4) | sum }} {{ 'x' | sum }}", "22.5 10 0"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void calculates_like_javascript(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                arguments(
                        "{{ properties.list | join }} {{ properties.list | join: ', ' }} {{ properties.mixed | join:"
                                + " '|' }} {{ 'x' | join }}",
                        "red green blue red, green, blue 1||x,2|[object Object] x"),
                arguments(
                        "{{ properties.list | first }}{{ properties.list | last }}{{ 'abc' | first }}{{ 5 | first }}{{"
                                + " properties.none | first }}",
                        "redbluea"),
                arguments(
                        "{{ properties.list | size }}{{ 'abc' | size }}{{ 5 | size }}{{ properties.bare | size }}{{"
                                + " nope | size }}",
                        "33000"),
                arguments("{{ properties.mixed | compact | json }}", "[1,[\"x\",[2]],{\"k\":1}]"),
                arguments(
                        "{{ properties.list | push: 'z' | json }}{{ properties.list | unshift: 'z' | json }}{{ nope |"
                                + " push: 1 | json }}",
                        "[\"red\",\"green\",\"blue\",\"z\"][\"z\",\"red\",\"green\",\"blue\"][1]"),
                arguments(
                        "{{ properties.list | pop | json }}{{ properties.list | shift | json }}{{ properties.none |"
                                + " pop | json }}",
                        "[\"red\",\"green\"][\"green\",\"blue\"][]"),
                arguments(
                        "{{ properties.list | slice: 0, 2 | json }}{{ properties.list | slice: -1 | json }}{{ nope |"
                                + " slice: 1 | json }}",
                        "[\"red\",\"green\"][\"blue\"][]"),
                arguments(
                        "{{ properties.items | where: 'price', 10 | json }}",
                        "[{\"sku\":\"A-1\",\"price\":10,\"tags\":[\"x\"]}]"),
                arguments(
                        "{{ properties.items | where: 'sku' | size }}{{ properties.items | where: 'tags[0]', 'x' |"
                                + " size }}{{ properties.items | where: 'sku', nil | size }}",
                        "211"),
                arguments("{{ 'a' | sample }}{{ properties.none | sample }}", "a"));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void handles_arrays(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(
                        "{{ nope | default: 'd' }}{{ properties.empty | default: 'd' }}{{ properties.none | default:"
                                + " 'd' }}{{ properties.no | default: 'd' }}",
                        "dddd"),
                arguments(
                        "{{ properties.no | default: 'd', allow_false: true }}{{ properties.zero | default: 'd' }}{{"
                                + " properties.bare | default: 'd' }}",
                        "false0[object Object]"),
                arguments(
                        "{{ properties.items[0] | json }}{{ nope | json }}{{ nil | json }}{{ 'a\"b' | json }}",
                        "{\"sku\":\"A-1\",\"price\":10,\"tags\":[\"x\"]}{}\"a\\\"b\""),
                arguments(
                        "{{ properties.items[1] | json: 2 }}",
                        "{\n  \"sku\": \"B-2\",\n  \"price\": 5.5,\n  \"tags\": []\n}"),
                arguments(
                        "{{ properties.list | inspect: '--' }}{{ properties.none | jsonify: 2 }}",
                        "[\n--\"red\",\n--\"green\",\n--\"blue\"\n][]"),
                arguments("{{ properties.html | raw }}", "<b>Tom & 'J'</b>"),
                arguments("{{ properties.n | no_such: 1, k: 2 | plus: 1 }}", "43"),
                arguments("{{ properties.plan | sha256 | squish }}", "premium plan"),
                arguments("{{ properties.n | append: k: 1 }}", "42k1"),
                arguments("{% if false %}{{ properties.list | sort }}{% endif %}ok", "ok"),
                arguments("{{ userId | }}", "u-42"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void knows_filters_for_everything(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                arguments("{{ timestamp | date: '%Y-%m-%d %H:%M:%S.%L' }}", "2024-03-05 07:08:09.010"),
                arguments("{{ timestamp | date }}", "Tuesday, March 5, 2024 at 7:08 am +0000"),
                arguments(
                        "{{ timestamp | date: '%a %A %b %B %h %d %-d %e %j %U %W %u %w' }}",
                        "Tue Tuesday Mar March Mar 05 5  5 065 09 09 2 2"),
                arguments(
                        "{{ timestamp | date: '%I %l %k %p %P %-H %y %C %s %N %3N %z %:z %Z %%' }}",
                        "07  7  7 AM am 7 24 20 1709622489 100000000 100 +0000 +00:00 UTC %"),
                arguments("{{ timestamp | date: '%c | %x | %X' }}", "3/5/2024, 7:08:09 AM | 3/5/2024 | 7:08:09 AM"),
                arguments(
                        "{{ timestamp | date: '%10Y %_m %05d %^a %#B %-m %Ey %Od %Q %' }}",
                        "0000002024  3 00005 TUE MARCH 3 24 05 %Q %"),
                arguments("{{ 'now' | date: '%s' }} {{ 'today' | date: '%H' }}", "1714566897 12"),
                arguments("{{ 0 | date: '%s' }} {{ '1700000000' | date: '%Y' }} {{ true | date: '%L' }}", "0 2023 001"),
                arguments(
                        "{{ 'Mar 5, 2024 5:06 PM' | date: '%Y-%m-%d %H:%M' }} {{ '2024-01-15 10:00' | date: '%d/%m/%Y"
                                + " %H' }}",
                        "2024-03-05 17:06 15/01/2024 10"),
                arguments("{{ '2023-01-01T00:30:00+05:30' | date: '%Y-%m-%d %H:%M' }}", "2022-12-31 19:00"),
                arguments(
                        "{{ timestamp | date: '%H:%M %z %Z', 'America/New_York' }} {{ timestamp | date: '%H:%M %z %Z',"
                                + " -330 }}",
                        "02:08 -0500 America/New_York 12:38 +0530 +0530"),
                arguments("{{ timestamp | date: '%H %Z', 'europe/berlin' }}", "08 europe/berlin"),
                arguments(
                        "{{ 'nonsense' | date: '%Y' }}{{ nope | date: '%Y' }}{{ properties.bare | date: '%Y' }}",
                        "nonsense[object Object]"),
                arguments(
                        "{{ timestamp | date_to_xmlschema }} {{ timestamp | date_to_rfc822 }}",
                        "2024-03-05T07:08:09+00:00 Tue, 05 Mar 2024 07:08:09 +0000"),
                arguments(
                        "{{ timestamp | date_to_string }} {{ timestamp | date_to_long_string: 'ordinal' }} {{"
                                + " timestamp | date_to_string: 'ordinal', 'US' }}",
                        "05 Mar 2024 5th March 2024 Mar 5th, 2024"),
                arguments("{{ '2020-12-31T23:59:59.999Z' | date: '%j %U %W %y' }}", "366 52 52 20"));
    }

    @ParameterizedTest
    @MethodSource("dates")
    void shows_dates_in_utc(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ userId | append }}",
                "{{ userId | append: 'a', 'b' }}",
                "{{ nope | reverse }}",
                "{{ userId | map: 'x' }}",
                "{{ '%zz' | url_decode }}",
                "{{ '%C3' | url_decode }}",
                "{{ 0 | date: '%Y', 'Nowhere/Land' }}",
                "{{ properties.no | default: 1, 2 }}",
                "{{ properties }}"
            })
    void fails_when_it_runs(String template) {
        Liquid compiled = Liquid.compile(template);

        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> compiled.render(SampleEvent.EVENT, SampleEvent.CLOCK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "array_to_sentence_string",
                "concat",
                "find",
                "find_exp",
                "find_index",
                "find_index_exp",
                "group_by",
                "group_by_exp",
                "has",
                "has_exp",
                "map",
                "newline_to_br",
                "reject",
                "reject_exp",
                "reverse",
                "sort",
                "sort_natural",
                "type",
                "uniq",
                "where_exp"
            })
    void refuses_disabled_filters_only_when_they_run(String filter) {
        String output = "{{ properties.list | " + filter + ": 'sku' }}";

        assertThat(render("{% if false %}" + output + "{% endif %}")).isEmpty();
        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> render(output))
                .withMessageStartingWith("filter \"" + filter + "\" is disabled");
    }

    @Test
    void takes_a_sample_of_what_is_there() {
        for (int i = 0; i < 20; i++) {
            assertThat(render("{{ properties.list | sample }}")).isIn("red", "green", "blue");
            assertThat(render("{{ properties.list | sample: 2 | size }}")).isEqualTo("2");
        }
    }

    @Test
    void filters_the_items_of_arrays_of_anything() {
        assertThat(render(
                        "{{ a | where: 'length', 2 | json }}",
                        json("{\"a\": [\"ab\", 5, null, [1, 2], {\"length\": 2}]}")))
                .isEqualTo("[\"ab\",[1,2],{\"length\":2}]");
    }
}
