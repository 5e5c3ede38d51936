package dev.eventtester.field.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static final int LONG = 1_000_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        date                      | 2024-02-29
        date                      | 2000-02-29
        time                      | 10:20:30
        time                      | 23:59:60z
        time                      | 10:20:30.123+05:30
        date-time                 | 2024-02-29t10:20:30
        date-time                 | 2024-02-29 10:20:30-0800
        duration                  | P1Y2M3DT4H5M6S
        duration                  | P3W
        uri                       | http://user:pw@shop.example.com:80/a%20b?q=1#top
        uri                       | mailto:jane@example.com
        uri                       | http://[::ffff:1.2.3.4]:80/
        uri                       | http://[v1.a:b]
        uri                       | a:/[::1]
        uri-reference             | ../a?b#c
        uri-reference             | //[::1]/x
        uri-reference             | say"hi"
        uri-reference             | ''
        uri-template              | http://x/{+path,n:3}{?q*}
        url                       | https://jane@shop.example.com:8080/a?b
        url                       | http://11.22.33.44
        url                       | http://10.0.0.1.com
        email                     | o'neil.j+tag@mail.example.com
        hostname                  | a-1.example.com.
        ipv4                      | 01.02.003.255
        ipv6                      | ::
        ipv6                      | 1:2:3:4:5:6:7::
        ipv6                      | 1::1.2.3.4
        uuid                      | URN:uuid:123e4567-e89b-12d3-a456-426614174000
        json-pointer              | /a~1b/~0
        json-pointer              | ''
        json-pointer-uri-fragment | #/a%20b/~1
        relative-json-pointer     | 1/a
        relative-json-pointer     | 0#
        byte                      | YWJjZA==
        byte                      | ''
        regex                     | ^(?<year>\\d{4})-(?:[0-9]{2,})\\k<year>?$
        regex                     | a{,5}]}
        regex                     | (?=a)*[\\d-z]
        date-like                 | 2024-13-45
        """)
    void accepts(String format, String text) {
        assertThat(isAccepted(format, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        date                      | 2023-02-29
        date                      | 1900-02-29
        date                      | 2024-00-10
        time                      | 10:20
        time                      | 24:00:00
        time                      | 22:59:60
        date-time                 | 2024-02-29
        date-time                 | 2024-02-29 10:20:30 Z
        duration                  | P
        duration                  | P1YT
        duration                  | P1M1Y
        uri                       | /no/scheme
        uri                       | http:
        uri                       | http://a b
        uri                       | http://[::1
        uri                       | http://a/%4
        uri-reference             | a#b#c
        uri-reference             | [::1]
        uri-template              | {x:0}
        uri-template              | {}
        url                       | http://localhost
        url                       | http://192.168.1.1
        url                       | http://a--b.com
        email                     | jane@localhost
        email                     | jane..doe@example.com
        hostname                  | -a.example.com
        hostname                  | a..b
        ipv4                      | 256.1.1.1
        ipv4                      | 1.2.3
        ipv6                      | 1:2:3:4:5:6:7
        ipv6                      | 1::2::3
        ipv6                      | ::01.2.3.4
        uuid                      | 123e4567e89b12d3a456426614174000
        json-pointer              | a
        json-pointer              | /~2
        json-pointer-uri-fragment | #/~%41
        relative-json-pointer     | 01
        byte                      | YWJ
        regex                     | (
        regex                     | a**
        regex                     | [z-a]
        regex                     | a{2,1}
        regex                     | (?<=a)*
        regex                     | (?<a>x)(?<a>y)
        regex                     | (?<a>x)\\k<b>
        regex                     | end\\Z
        date-like                 | now
        """)
    void refuses(String format, String text) {
        assertThat(isAccepted(format, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "password", "binary"})
    void knows_names_that_check_nothing(String name) {
        assertThat(Formats.isKnown(name)).isTrue();
        assertThat(Formats.named(name)).isEmpty();
    }

    @Test
    void does_not_know_other_names() {
        assertThat(Formats.isKnown("nope")).isFalse();
        assertThat(Formats.named("nope")).isEmpty();
    }

    @Test
    void judges_numbers_by_number_formats_only() {
        Format int32 = Formats.named("int32").orElseThrow();

        assertThat(int32.accepts(IntNode.valueOf(Integer.MIN_VALUE))).isTrue();
        assertThat(int32.accepts(DoubleNode.valueOf(2147483648.0))).isFalse();
        assertThat(int32.accepts(DoubleNode.valueOf(0.5))).isFalse();
        assertThat(int32.accepts(TextNode.valueOf("x"))).isTrue();
        assertThat(Formats.named("int64").orElseThrow().accepts(DoubleNode.valueOf(1e300)))
                .isTrue();
        assertThat(Formats.named("uri").orElseThrow().accepts(IntNode.valueOf(1)))
                .isTrue();
    }

    /** Texts that a backtracking matcher would try again and again. */
    @ParameterizedTest
    @CsvSource({
        "email, a., @",
        "email, a@a.a, !",
        "hostname, a-, _",
        "uri, http://a@, <",
        "uri, a:/[1:, x",
        "uri-reference, a/, <",
        "uri-template, {a, }}",
        "url, http://a@a-, .",
        "url, http://@, x",
        "ipv6, 1:, x",
        "json-pointer, /~0, ~",
        "byte, AAAA, A",
        "regex, (a{1, (",
        "regex, (?<a, >",
        "date-like, 20240101TT, x",
        "date-like, (1), x",
        "date-like, 1 , (",
        "duration, P1Y1, x"
    })
    void refuses_a_hostile_text_in_one_pass(String format, String part, String end) {
        String text = part.repeat(LONG / part.length()) + end;

        assertThat(isAccepted(format, text)).isFalse();
    }

    private static boolean isAccepted(String format, String text) {
        return Formats.named(format).orElseThrow().accepts(TextNode.valueOf(text));
    }
}
