package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.actions.ActionException;
import dev.eventtester.delivery.call.OutgoingRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked example of a team's own destination. */
class InternalCrmTest {

    private static final DestinationDefinition CRM = Catalog.load(
                    Optional.of(Path.of("deploy", "catalog")), OperatorAddresses.defaults())
            .destination("internal-crm")
            .orElseThrow();
    private static final String SETTINGS =
            "{\"base_url\":\"https://crm.test/api\",\"token\":\"t0p\",\"signing_secret\":\"shh\"}";
    private static final String CONTACT =
            "{\"email\":\"ann+1@example.com\",\"plan\":\"paid\",\"attributes\":{\"age\":42}}";

    @Test
    void looks_a_contact_up_and_changes_the_one_it_finds() {
        RecordingSender crm =
                answering("[{\"status\":200,\"body\":{\"id\":\"c/7\"}},{\"status\":200,\"body\":{\"ok\":true}}]");
        JsonNode data = Runs.perform(CRM, "upsertContact", CONTACT, SETTINGS, crm);
        assertThat(data).hasToString("{\"ok\":true}");
        assertThat(lines(crm))
                .containsExactly(
                        "GET https://crm.test/api/contacts?email=ann%2B1%40example.com",
                        "PATCH https://crm.test/api/contacts/c%2F7");
        assertThat(crm.requests())
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("authorization", "Bearer t0p")
                        .containsEntry("accept", "application/json")
                        .containsEntry("user-agent", "Segment (Actions)"));
        assertThat(body(crm.requests().get(1)))
                .isEqualTo("{\"email\":\"ann+1@example.com\",\"stage\":\"Customer\",\"attributes\":{\"age\":42}}");
    }

    @Test
    void creates_a_contact_when_the_lookup_finds_none() {
        RecordingSender crm = answering("[{\"status\":404,\"body\":{}},{\"status\":201,\"body\":{\"id\":\"c8\"}}]");
        assertThat(Runs.perform(CRM, "upsertContact", CONTACT, SETTINGS, crm)).hasToString("{\"id\":\"c8\"}");
        assertThat(lines(crm))
                .containsExactly(
                        "GET https://crm.test/api/contacts?email=ann%2B1%40example.com",
                        "POST https://crm.test/api/contacts");
    }

    @Test
    void ends_at_an_answer_that_is_not_expected() {
        RecordingSender crm = answering("[{\"status\":503,\"body\":\"down\"}]");
        assertThatThrownBy(() -> Runs.perform(CRM, "upsertContact", CONTACT, SETTINGS, crm))
                .isInstanceOfSatisfying(ActionException.class, failure -> {
                    assertThat(failure).hasMessage("Service Unavailable");
                    assertThat(failure.status()).isEqualTo(503);
                    assertThat(failure.code()).isEmpty();
                });
        assertThat(crm.requests()).hasSize(1);
    }

    @Test
    void refuses_a_contact_without_an_id_for_the_address() {
        RecordingSender crm = answering("[{\"status\":200,\"body\":{}}]");
        assertThatThrownBy(() -> Runs.perform(CRM, "upsertContact", CONTACT, SETTINGS, crm))
                .isInstanceOf(ActionException.class)
                .hasMessageContaining("{id}");
        assertThat(crm.requests()).hasSize(1);
    }

    @Test
    void signs_the_exact_bytes_of_an_activity() {
        RecordingSender crm = answering("[]");
        String payload = "{\"contact\":\"c7\",\"activity\":\"Caf\u00e9\",\"at\":\"2024-01-02\"}";
        Runs.perform(CRM, "addActivity", payload, SETTINGS, crm);
        OutgoingRequest request = crm.requests().get(0);
        assertThat(body(request)).isEqualTo("{\"activity\":\"Caf\u00e9\",\"at\":\"2024-01-02\"}");
        assertThat(request.headers())
                .containsEntry("idempotency-key", "m-1")
                .containsEntry("x-crm-signature", "sha256=" + Hmac.sha256Hex("shh", body(request)));
    }

    @Test
    void asks_whether_its_settings_are_right() {
        RecordingSender crm = answering("[{\"status\":401,\"body\":\"who are you?\"}]");
        var result = CRM.credentialsCheck()
                .orElseThrow()
                .check(RecordedCases.parsed(SETTINGS), Runs.CLOCK, crm)
                .await()
                .atMost(Duration.ofSeconds(10));
        assertThat(lines(crm)).containsExactly("GET https://crm.test/api/me");
        assertThat(result.valid()).isFalse();
        assertThat(result.words()).isEqualTo("401 Unauthorized: who are you?");
    }

    private static RecordingSender answering(String stubs) {
        return new RecordingSender(RecordedCases.parsed(stubs));
    }

    private static List<String> lines(RecordingSender sender) {
        return sender.requests().stream()
                .map(request -> request.method() + " " + request.url())
                .toList();
    }

    private static String body(OutgoingRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
