package dev.eventtester.delivery.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutgoingRequestTest {

    @Test
    void keeps_header_names_in_lower_case_and_in_order_and_the_later_value() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Z-One", "1");
        headers.put("A-Two", " 2\r\n");
        headers.put("z-one", "3");
        OutgoingRequest request = new OutgoingRequest("get", "http://x", headers, null);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.headers()).containsExactly(entry("z-one", "3"), entry("a-two", "2"));
        assertThatThrownBy(() -> request.headers().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refuses_what_is_missing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new OutgoingRequest(null, "http://x", Map.of(), null))
                .withMessage("method");
        assertThatNullPointerException()
                .isThrownBy(() -> new OutgoingRequest("GET", null, Map.of(), null))
                .withMessage("url");
        assertThatNullPointerException()
                .isThrownBy(() -> new OutgoingRequest("GET", "http://x", Collections.singletonMap("x-a", null), null))
                .withMessage("value of the header x-a");
    }
}
