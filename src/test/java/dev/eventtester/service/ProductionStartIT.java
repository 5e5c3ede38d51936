package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Production does not start without what it needs, and says in one message what that is. */
class ProductionStartIT {

    @Test
    void names_every_key_that_is_missing() {
        assertThat(refusal(Map.of()))
                .contains("quarkus.datasource.reactive.url is missing", "event-tester.secrets.keys is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "event-tester.secrets.keys, 1:c2hvcnQ=",
        "event-tester.access.bootstrap-token, a-short-token",
        "event-tester.delivery.allow, 10.0.0.0/99:443",
        "quarkus.datasource.reactive.url, postgresql://127.0.0.1:1/nobody-listens"
    })
    void names_the_key_whose_value_cannot_be_used(String key, String value) {
        Map<String, String> configuration = new HashMap<>(PackagedServiceIT.Configuration.of("refused"));
        configuration.put("quarkus.http.port", "0");
        configuration.put(key, value);

        String refusal = refusal(configuration);

        assertThat(refusal).contains("The service does not start:\n  " + key);
        assertThat(refusal).doesNotContain(configuration.get("event-tester.secrets.keys"));
        assertThat(refusal).doesNotContain(configuration.get("event-tester.access.bootstrap-token"));
    }

    private static String refusal(Map<String, String> configuration) {
        try (PackagedService service = PackagedService.start(configuration)) {
            assertThat(service.awaitExit()).isEqualTo(1);
            assertThat(service.output()).doesNotContain("\tat ");
            return service.output();
        }
    }
}
