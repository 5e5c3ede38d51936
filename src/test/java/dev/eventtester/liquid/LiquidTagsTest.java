package dev.eventtester.liquid;

import static dev.eventtester.liquid.SampleEvent.EVENT;
import static dev.eventtester.liquid.SampleEvent.json;
import static dev.eventtester.liquid.SampleEvent.render;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.liquid.value.LiquidException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTagsTest {
    static Stream<Arguments> tags() {
        return Stream.of(
                arguments("{% if userId %}a{% else %}b{% endif %}", "a"),
                arguments("{% if nope %}a{% elsif properties.zero %}b{% else %}c{% endif %}", "b"),
                arguments("{% if properties.empty %}truthy{% endif %}", "truthy"),
                arguments("{% unless nope %}a{% else %}b{% endunless %}", "a"),
                arguments("{% unless true %}a{% elsif true %}b{% endunless %}", "b"),
                arguments("{% unless true %}a{% else %}b{% else %}c{% elsif true %}d{% endunless %}", "b"),
                arguments("{% assign x = properties.n | plus: 1 %}{{ x }}", "43"),
                arguments("{% assign userId = nope %}[{{ userId }}]", "[]"),
                arguments("{% capture c %}<{{ userId }}>{% endcapture %}{{ c }}{{ c }}", "<u-42><u-42>"),
                arguments("{% capture 'my var' %}v{% endcapture %}{{ ['my var'] }}", "v"),
                arguments("{% comment %}{{ x }}{% if %}{% endcomment %}a", "a"),
                arguments("{% raw %}{{ x }} {% if %}{% endraw %}a", "{{ x }} {% if %}a"),
                arguments("{% increment i %}{% increment i %}{% decrement i %}{{ i }}", "0111"),
                arguments("{% decrement d %}{% decrement d %}", "-1-2"),
                arguments("{% cycle 'a','b' %}{% cycle 'a','b' %}{% cycle 'c','d' %}{% cycle g: 'x','y' %}", "abcy"),
                arguments("{% cycle 0, 1 %}{% cycle 0, 1 %}", "1"),
                arguments("{% echo userId | upcase %}{% echo %}", "U-42"),
                arguments("{% # note %}a{% #\n # two lines\n%}b", "ab"),
                arguments("a{% break %}b", "a"),
                arguments("a{% if true %}b{% continue %}c{% endif %}d", "ab"),
                arguments("{% block b %}[{{ block }}{{ block.super }}]{% endblock %}", "[[object Object]]"),
                arguments("{% liquid\n assign x = 3\n if x == 3\n  echo x\n  echo '!'\n endif\n cycle 1, 2 %}", "3!1"));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void runs_tags(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    static Stream<Arguments> dashes() {
        return Stream.of(
                arguments("a  {%- if true -%}  b  {%- endif -%}  c", "abc"),
                arguments("a \n {{- userId -}} \t b", "au-42b"),
                arguments("a {{ userId -}}  b {{- userId }} c", "a u-42bu-42 c"),
                arguments("a\n{% if true %}\nb\n{% endif %}\nc", "a\n\nb\n\nc"),
                arguments("a  {%- raw -%}  x  {%- endraw -%}  b{% endraw -%}  c", "a  x  {%- endraw -%}  bc"),
                arguments("a {%- # note -%} b", "ab"),
                arguments("\u00a0{{- userId -}}\u3000x", "u-42x"));
    }

    @ParameterizedTest
    @MethodSource("dashes")
    void trims_blanks_where_a_dash_asks_for_it(String template, String text) {
        assertThat(render(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ userId",
                "{{ }}",
                "{{ | upcase }}",
                "{{ $.userId }}",
                "{{ userId ; }}",
                "{{ userId || upcase }}",
                "{{ userId | append 'x' }}",
                "{{ userId | append: 'x' ! }}",
                "{{ a[0 }}",
                "{{ (1..) }}",
                "{{ (1.2) }}",
                "{% if userId %}x",
                "{% if %}x{% endif %}",
                "{% if a %}{% else x %}{% endif %}",
                "{% if a %}{% else %}{% else %}{% endif %}",
                "{% if a %}{% else %}{% elsif b %}{% endif %}",
                "{% if a %}{% endif x %}",
                "{% endif %}",
                "{% nosuchtag %}",
                "{% %}",
                "{% assign %}",
                "{% assign x %}",
                "{% assign x = %}",
                "{% capture %}{% endcapture %}",
                "{% capture x %}",
                "{% comment %}",
                "{% raw %}x",
                "{% raw %}{%- endraw %}",
                "{% cycle %}",
                "{% block x %}",
                "{% # a\nb %}",
                "{% liquid\n if a\n%}{% endif %}",
                "{% liquid\n !x\n%}",
                "{% if false %}{% for i in x %}{% endfor %}{% endif %}",
                "{% case x %}{% endcase %}",
                "{% include 'x' %}",
                "{% layout 'x' %}",
                "{% render 'x' %}",
                "{% tablerow x in y %}{% endtablerow %}"
            })
    void refuses_to_compile(String template) {
        assertThatExceptionOfType(LiquidException.class).isThrownBy(() -> Liquid.compile(template));
    }

    @Test
    void says_what_is_wrong_and_where() {
        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> Liquid.compile("a\n {% for x in y %}"))
                .withMessage("tag \"for\" is disabled, line:2, col:2");
        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> Liquid.compile("{{ $.userId }}"))
                .withMessage("a value is expected at \"$.userId\", line:1, col:4");
        assertThatExceptionOfType(LiquidException.class)
                .isThrownBy(() -> render("{{ userId | upcase | sort }}"))
                .withMessage("filter \"sort\" is disabled, line:1, col:21");
    }

    @Test
    void counts_on_from_the_number_of_an_event_without_changing_it() {
        JsonNode event = json("{\"n\": 7}");

        String text = render("{% increment n %}{{ n }}", event);

        assertThat(text).isEqualTo("78");
        assertThat(event).isEqualTo(json("{\"n\": 7}"));
    }

    @Test
    void forgets_what_one_rendering_assigned_and_counted() {
        Liquid template = Liquid.compile("{{ x }}{% assign x = 1 %}{% increment i %}{% cycle 'a', 'b' %}");

        assertThat(template.render(EVENT, SampleEvent.CLOCK)).isEqualTo("0a");
        assertThat(template.render(EVENT, SampleEvent.CLOCK)).isEqualTo("0a");
    }
}
