package dev.eventtester.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    @Test
    void takes_the_reason_from_the_cause_that_names_a_key() {
        assertThat(reason(new ConfigurationException("some.key is missing", Set.of("some.key"))))
                .contains("some.key is missing");
        assertThat(reason(new IllegalStateException("event-tester.delivery.allow: \"x\" is not CIDR:port")))
                .contains("event-tester.delivery.allow: \"x\" is not CIDR:port");
        assertThat(reason(new BindException("Port 8080 is taken"))).contains("Port 8080 is taken");
    }

    @Test
    void names_the_datasource_where_the_database_cannot_be_entered() {
        SQLException refused = new SQLException("Connection to db:5432 refused", "08001");

        assertThat(reason(refused)).contains("quarkus.datasource.reactive.url: Connection to db:5432 refused");
    }

    @Test
    void leaves_the_rest_to_the_stack_trace() {
        assertThat(reason(new SQLException("syntax error in a migration", "42601")))
                .isEmpty();
        assertThat(reason(new IllegalStateException("a bug"))).isEmpty();
        assertThat(reason(new NullPointerException())).isEmpty();
    }

    private static Optional<String> reason(Throwable cause) {
        return StartFailure.reason(new RuntimeException("Failed to start quarkus", cause));
    }
}
