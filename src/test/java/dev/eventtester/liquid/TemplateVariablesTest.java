package dev.eventtester.liquid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateVariablesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{{ userId }}`                                        | userId",
                "`{{ a.b }}-{{ c }}`                                   | a.b, c",
                "`{{ a[0].b }} {{ c['d e'].f }}`                       | a[0].b, c['d e'].f",
                "`{% if a == 'b' and c contains \"d\" %}{{e}}{% endif %}`  | a, c, e",
                "`{% assign x = a.b %}`                                | a.b",
                "`{{ 'a' }}{{ 12 }}{{ true }}{{ nil }}`                | ``",
                "`a.b {c} {{ unclosed`                                 | ``",
            })
    void finds_what_a_template_reads(String template, String variables) {
        assertThat(String.join(", ", variables(template))).isEqualTo(variables);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`{{ a | upcase }}`              ; a",
                "`{{ a | default: b }}`          ; a, b",
                "`{{ a | date: '%Y', zone: b }}` ; a, b",
            })
    void takes_no_filter_and_no_name_of_an_argument_for_a_variable(String template, String variables) {
        assertThat(String.join(", ", variables(template))).isEqualTo(variables);
    }

    private static List<String> variables(String template) {
        List<String> variables = new ArrayList<>();
        TemplateVariables.find(template, variables::add);
        return variables;
    }
}
