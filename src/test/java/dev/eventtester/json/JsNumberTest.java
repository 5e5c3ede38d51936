package dev.eventtester.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-7, -7",
        "42.0, 42",
        "3.75, 3.75",
        "0.1, 0.1",
        "-0.5, -0.5",
        "100000000000000000000, 100000000000000000000",
        "123456789012345680000, 123456789012345680000",
        "1e21, 1e+21",
        "1.5e21, 1.5e+21",
        "-1e21, -1e+21",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "-4.2e-05, -0.000042",
        "1.25e-9, 1.25e-9",
        "0.30000000000000004, 0.30000000000000004",
        "9007199254740991, 9007199254740991",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "5e-324, 5e-324",
        "1e-323, 1e-323",
        "2.5e-323, 2.5e-323",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1e23, 1e+23",
        "2e-3, 0.002",
        "1e15, 1000000000000000",
        "123456789.125, 123456789.125",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void writes_the_shortest_text(double number, String text) {
        assertThat(JsNumber.text(number)).isEqualTo(text);
    }

    @Test
    void what_it_writes_reads_back_as_the_same_number() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(JsNumber.text(number))).isEqualTo(number);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'  ', 0",
        "5, 5",
        "' 5 ', 5",
        "+5, 5",
        "-5, -5",
        "5., 5",
        ".5, 0.5",
        "1e3, 1000",
        "1E-2, 0.01",
        "0x10, 16",
        "0XfF, 255",
        "0o17, 15",
        "0b101, 5",
        "Infinity, Infinity",
        "-Infinity, -Infinity",
        "007, 7",
        "'\t\n5\u00a0\ufeff', 5"
    })
    void reads_text_as_unary_plus_does(String text, double number) {
        assertThat(JsNumber.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "+",
                "-",
                "1e",
                "1e+",
                "0x",
                "0xg",
                "-0x10",
                "1_000",
                "1 2",
                "1d",
                "0f",
                "infinity",
                "NaN",
                "١",
                "1e5x"
            })
    void what_is_no_number_is_nan(String text) {
        assertThat(JsNumber.parse(text)).isNaN();
    }

    @Test
    void converts_scalars() {
        assertThat(JsNumber.of(DoubleNode.valueOf(1.5))).isEqualTo(1.5);
        assertThat(JsNumber.of(BooleanNode.TRUE)).isEqualTo(1);
        assertThat(JsNumber.of(BooleanNode.FALSE)).isZero();
        assertThat(JsNumber.of(NullNode.getInstance())).isZero();
        assertThat(JsNumber.of(TextNode.valueOf("0x1F"))).isEqualTo(31);
        assertThat(JsNumber.of(MissingNode.getInstance())).isNaN();
        assertThat(JsNumber.of(JsonNodeFactory.instance.objectNode())).isNaN();
    }
}
