package dev.eventtester.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2024 | 2024-01-01T00:00:00.000Z
        2024-02 | 2024-02-01T00:00:00.000Z
        2024-01-15 | 2024-01-15T00:00:00.000Z
        2024-02-31 | 2024-03-02T00:00:00.000Z
        2024-01-15T10:00 | 2024-01-15T10:00:00.000Z
        2024-01-15T10:00Z | 2024-01-15T10:00:00.000Z
        2024-01-15T10:00:30.5Z | 2024-01-15T10:00:30.500Z
        2024-01-15T10:00:00.123456+02:00 | 2024-01-15T08:00:00.123Z
        2024-01-15T10:00-0330 | 2024-01-15T13:30:00.000Z
        2020-01-01T24:00 | 2020-01-02T00:00:00.000Z
        +012024-01-01 | +012024-01-01T00:00:00.000Z
        -000005-03-01 | -000005-03-01T00:00:00.000Z
        2024-1-5 | 2024-01-05T00:00:00.000Z
        2024-01-15 10:00 | 2024-01-15T10:00:00.000Z
        2024/01/15 10:00:30 | 2024-01-15T10:00:30.000Z
        1/2/2020 | 2020-01-02T00:00:00.000Z
        5 | 2001-05-01T00:00:00.000Z
        -5 | 2001-05-01T00:00:00.000Z
        12/31/99 | 1999-12-31T00:00:00.000Z
        1/1/49 | 2049-01-01T00:00:00.000Z
        Jan 5 | 2001-01-05T00:00:00.000Z
        5 Jan 2020 10:20 PM | 2020-01-05T22:20:00.000Z
        January 5, 2020 12:00 AM | 2020-01-05T00:00:00.000Z
        Tue Mar 05 2024 07:08:09 GMT+0100 (CET) | 2024-03-05T06:08:09.000Z
        Tue, 05 Mar 2024 07:08:09 EST | 2024-03-05T12:08:09.000Z
        2024-01-15 10:00 UTC+5 | 2024-01-15T05:00:00.000Z
        2024-01-15 10:00 +05:30 | 2024-01-15T04:30:00.000Z
        12:34 2020-01-01 | 2020-01-01T12:34:00.000Z
        foo 1 | 2001-01-01T00:00:00.000Z
        1 2::3 | 2001-01-01T02:00:03.000Z
        (note) 7 (x) | 2001-07-01T00:00:00.000Z
        000002024 | 2024-01-01T00:00:00.000Z
        """)
    void reads_almost_anything_with_numbers(String text, Instant instant) {
        assertThat(JsDate.parse(text)).isEqualTo(instant.toEpochMilli());
    }

    @Test
    void reads_up_to_the_first_nul() {
        assertThat(JsDate.parse("2024-01-15\0 or so")).isEqualTo(JsDate.parse("2024-01-15"));
        assertThat(JsDate.parse("\0002024-01-15")).isNaN();
    }

    @Test
    void takes_line_separators_for_letters() {
        assertThat(JsDate.parse("\u2028 5")).isEqualTo(JsDate.parse("5"));
        assertThat(JsDate.parse("5\u2028")).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "10:20",
                "12 foo",
                "20240115",
                "2024-01-15T",
                "2024-01-15T25:00",
                "2024-01-15T24:01",
                "2024-01-15T10",
                "2024-01-15T10:00Z x",
                "2024-13-01",
                "1/2/3/4",
                "13:00 PM 1/1/2020",
                "foo1",
                "1::2",
                "10:00 +12345 1/1/2020",
                "-000000-01-01T00:00"
            })
    void knows_what_is_not_a_date(String text) {
        assertThat(JsDate.parse(text)).isNaN();
    }
}
