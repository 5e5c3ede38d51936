package dev.eventtester.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        null  | null    | false
        true  | boolean | true
        false | boolean | false
        0     | number  | false
        0.0   | number  | false
        -1    | number  | true
        ""    | string  | false
        "0"   | string  | true
        []    | array   | true
        {}    | object  | true
        """)
    void knows_type_and_truth(String value, String label, boolean truthy) throws Exception {
        JsonNode json = new ObjectMapper().readTree(value);

        assertThat(JsType.of(json).label()).isEqualTo(label);
        assertThat(JsType.isTruthy(json)).isEqualTo(truthy);
        assertThat(JsType.isNullish(json)).isEqualTo(value.equals("null"));
    }

    @Test
    void a_missing_node_is_undefined() {
        JsonNode missing = MissingNode.getInstance();

        assertThat(JsType.of(missing).label()).isEqualTo("undefined");
        assertThat(JsType.isTruthy(missing)).isFalse();
        assertThat(JsType.isNullish(missing)).isTrue();
    }

    @Test
    void nan_is_not_true() {
        assertThat(JsType.isTruthy(DoubleNode.valueOf(Double.NaN))).isFalse();
    }
}
