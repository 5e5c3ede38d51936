package dev.eventtester.tester.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.event.Event;
import dev.eventtester.event.JsonText;
import dev.eventtester.outcome.document.MappingVerdict;
import dev.eventtester.outcome.document.Summary.Identities;
import dev.eventtester.tester.mapping.MappingResult;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final Event EVENT =
            Event.of("{\"type\":\"track\",\"userId\":\"u1\",\"anonymousId\":\"a1\",\"properties\":{\"n\":7}}");

    @Test
    void counts_ids_by_their_name_at_any_depth() {
        assertThat(of(sent("{\"user_id\":\"x\",\"data\":[{\"userId\":\"y\",\"anonymousId\":12}]}")))
                .isEqualTo(new Identities(2, 1));
    }

    @Test
    void counts_the_events_own_ids_wherever_they_stand() {
        assertThat(of(sent("{\"distinct\":\"u1\",\"all\":[\"a1\"]}"))).isEqualTo(new Identities(1, 1));
    }

    @Test
    void counts_an_id_once_over_all_mappings() {
        assertThat(of(sent("{\"user_id\":\"u1\"}"), sent("{\"userId\":\"u1\",\"user_id\":\"u2\"}")))
                .isEqualTo(new Identities(2, 0));
    }

    @Test
    void counts_nothing_that_is_no_id() {
        assertThat(of(sent("{\"user_id\":\"\",\"userId\":null,\"anonymous_id\":{\"a\":1},\"anonymousId\":true}")))
                .isEqualTo(new Identities(0, 0));
    }

    @Test
    void counts_only_what_was_sent() {
        assertThat(of(
                        result("{\"user_id\":\"a\"}", "PREPARED"),
                        result("{\"user_id\":\"b\"}", "BLOCKED"),
                        result("{\"user_id\":\"c\"}", "UNREACHABLE"),
                        result("{\"user_id\":\"d\"}"),
                        result("{\"user_id\":\"e\"}", "UNREACHABLE", "TIMED_OUT")))
                .isEqualTo(new Identities(1, 0));
    }

    private static Identities of(MappingResult... results) {
        return dev.eventtester.tester.overview.Identities.of(EVENT, List.of(results));
    }

    private static MappingResult sent(String payload) {
        return result(payload, "ANSWERED");
    }

    private static MappingResult result(String payload, String... calls) {
        ObjectNode json = (ObjectNode) JsonText.parse("{\"payload\":" + payload + ",\"calls\":[]}");
        Arrays.stream(calls)
                .forEach(state -> json.withArrayProperty("calls").addObject().put("state", state));
        return new MappingResult(MappingVerdict.SUCCEEDED, json, "m", null, calls.length, 0, 0);
    }
}
