package dev.eventtester.destination.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSealTest {

    private static final String OLD = "1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW =
            "2:" + Base64.getEncoder().encodeToString("k".repeat(32).getBytes());

    @Test
    void opens_what_it_sealed() {
        SecretSeal seal = seal(OLD);
        assertThat(seal.open(seal.seal("s3cret ü", "a/b"), "a/b")).isEqualTo("s3cret ü");
    }

    @Test
    void seals_the_same_secret_differently_each_time() {
        SecretSeal seal = seal(OLD);
        assertThat(seal.seal("secret", "a")).isNotEqualTo(seal.seal("secret", "a"));
    }

    @Test
    void does_not_open_a_secret_that_was_moved_to_another_place() {
        SecretSeal seal = seal(OLD);
        String sealed = seal.seal("secret", "destination-1/key");
        assertThatThrownBy(() -> seal.open(sealed, "destination-2/key")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seals_with_the_first_key_and_opens_with_every_one() {
        String sealed = seal(OLD).seal("secret", "a");
        SecretSeal rotated = seal(NEW, OLD);
        assertThat(rotated.open(sealed, "a")).isEqualTo("secret");
        assertThat(rotated.seal("secret", "a")).startsWith("2:");
    }

    @Test
    void says_which_key_is_gone() {
        String sealed = seal(OLD).seal("secret", "a");
        assertThatThrownBy(() -> seal(NEW).open(sealed, "a")).hasMessageContaining("version 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1:", "x:AAAA", "1:not base64!", "1:c2hvcnQ="})
    void refuses_a_key_that_is_none(String entry) {
        assertThatThrownBy(() -> seal(entry))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("event-tester.secrets.keys");
    }

    private static SecretSeal seal(String... keys) {
        return new SecretSeal(() -> List.of(keys));
    }
}
