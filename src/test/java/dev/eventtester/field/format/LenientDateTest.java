package dev.eventtester.field.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"1709622489", "1709622489010", "1709622489.5", "-5", "0", "1.5e-7", "8640000000000", "12", "13"})
    void takes_a_number_for_seconds(String text) {
        assertThat(LenientDate.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8640000000001", "NaN", "Infinity", "1e21", "13.0", "+13"})
    void refuses_numbers_that_are_no_point_in_time_or_not_in_their_shortest_form(String text) {
        assertThat(LenientDate.isDate(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "2024-13-45",
                "20240305",
                "2024/3/5 7:8:9.123456",
                "2024-02-30T25:61:61",
                "2024--1",
                "2024TT \u00a0T12",
                "202403051",
                "99999999999999999"
            })
    void takes_whatever_begins_with_a_year(String text) {
        assertThat(LenientDate.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05T07:08:09.010Z",
                "2024-03-05T07:08:09Z",
                "2024-03-05T24:00:00Z",
                "2024-03-05T07:08+01:00",
                "+275760-09-13T00:00:00Z",
                "-271821-04-20T00:00:00Z"
            })
    void takes_iso_dates(String text) {
        assertThat(LenientDate.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-13-05T07:08:09Z",
                "2024-03-05T25:08:09Z",
                "2024-03-05T07:60:09Z",
                "2024-03-05T24:00:01Z",
                "2024-03-05T07:08:09.Z",
                "2024-03-05TZ",
                "+275760-09-14T00:00:00Z",
                "-000000-01-01T00:00:00Z"
            })
    void refuses_iso_dates_out_of_range(String text) {
        assertThat(LenientDate.isDate(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo 1",
                "Mar 5, 2024",
                "5-Mar-2024",
                "Tue, 05 Mar 2024 07:08:09 GMT",
                "Thu Jan 01 1970 00:00:00 GMT+0100 (CET)",
                "05/03/2024",
                "1/1/2000 10:20 pm",
                "1/1/2000 24:00",
                "1/1 10::20",
                "january 1",
                "32",
                "1 (of many) 2 3"
            })
    void takes_nearly_anything_with_numbers(String text) {
        assertThat(LenientDate.isDate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "not a date",
                "10:20",
                "foo1",
                "5 noon",
                "1 2 3 4",
                "1) 2",
                "13/1/1 13:20 am",
                "1/1/2000 10:60",
                "13 ",
                "Jan 32 32",
                "1/1/2000 GMT+12345",
                "1/1/999999"
            })
    void refuses_the_rest(String text) {
        assertThat(LenientDate.isDate(text)).isFalse();
    }
}
