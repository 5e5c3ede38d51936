package dev.eventtester.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredKeysTest {

    private static final String DATASOURCE = "quarkus.datasource.reactive.url";
    private static final String SEALING_KEYS = "event-tester.secrets.keys";

    @Test
    void names_every_missing_key_at_once() {
        List<String> problems = problems(Map.of());

        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith(DATASOURCE + " is missing");
        assertThat(problems.get(1)).startsWith(SEALING_KEYS + " is missing");
    }

    @Test
    void finds_nothing_wrong_where_all_are_set() {
        assertThat(problems(Map.of(DATASOURCE, "postgresql://db:5432/events", SEALING_KEYS, "1:key")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://u:pass-word@db/x", "vertx-reactive:postgresql://u:pass-word@db/x", "db/x"})
    void refuses_an_address_of_another_form_without_showing_it(String url) {
        List<String> problems = problems(Map.of(DATASOURCE, url, SEALING_KEYS, "1:key"));

        assertThat(problems).singleElement().asString().contains(DATASOURCE).doesNotContain("pass-word");
    }

    private static List<String> problems(Map<String, String> values) {
        return RequiredKeys.problems(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }
}
