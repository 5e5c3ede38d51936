package dev.eventtester.delivery.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a secret can be seen afterwards: nothing. */
class RedactionTest {

    private static final String SECRET = "s3cr3t/Key+with \"quotes\" & ümlaut=";

    private final Redaction redaction = Redaction.of(List.of(SECRET));

    @Test
    void replaces_a_secret_wherever_it_occurs() {
        assertThat(redaction.apply("a " + SECRET + " b " + SECRET)).isEqualTo("a <redacted> b <redacted>");
    }

    @Test
    void leaves_a_text_without_secrets_as_it_is() {
        String text = "nothing \\u0041 %41 here";
        assertThat(redaction.apply(text)).isSameAs(text);
        assertThat(Redaction.none().apply(text)).isSameAs(text);
        assertThat(Redaction.of(List.of("")).apply(text)).isSameAs(text);
    }

    @Test
    void finds_a_secret_encoded_for_forms_and_urls() {
        String form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        assertThat(redaction.apply("k=" + form + "&x=1")).isEqualTo("k=<redacted>&x=1");
        String percent = form.replace("+", "%20");
        assertThat(redaction.apply("k=" + percent + "&x=1")).isEqualTo("k=<redacted>&x=1");
        assertThat(redaction.apply("k=" + lowerHex(percent) + "&x=1")).isEqualTo("k=<redacted>&x=1");
        assertThat(redaction.apply("k=" + percent.replace("%", "%25") + "&x=1")).isEqualTo("k=<redacted>&x=1");
        String everyByte = everyByte(SECRET);
        assertThat(redaction.apply("k=" + everyByte + "&x=%31")).isEqualTo("k=<redacted>&x=%31");
    }

    @Test
    void finds_a_secret_escaped_in_json() {
        String escaped = SECRET.replace("\"", "\\\"");
        assertThat(redaction.apply("{\"k\":\"" + escaped + "\"}")).isEqualTo("{\"k\":\"<redacted>\"}");
        String slashed = escaped.replace("/", "\\/").replace("ü", "\\u00FC").replace("&", "\\u0026");
        assertThat(redaction.apply("{\"k\":\"" + slashed + "\"}")).isEqualTo("{\"k\":\"<redacted>\"}");
        String twice = slashed.replace("\\", "\\\\").replace("\"", "\\\"");
        assertThat(redaction.apply("{\"k\":\"{\\\"j\\\":\\\"" + twice + "\\\"}\"}"))
                .isEqualTo("{\"k\":\"{\\\"j\\\":\\\"<redacted>\\\"}\"}");
    }

    @Test
    void finds_a_secret_escaped_in_json_and_then_encoded_for_a_url() {
        String json = URLEncoder.encode("{\"k\":\"" + SECRET.replace("\"", "\\\"") + "\"}", StandardCharsets.UTF_8);
        assertThat(redaction.apply("/x?json=" + json)).isEqualTo("/x?json=%7B%22k%22%3A%22<redacted>%22%7D");
    }

    @Test
    void finds_a_secret_with_a_character_beyond_the_basic_plane_in_json() {
        Redaction emoji = Redaction.of(List.of("key😀key"));
        assertThat(emoji.apply("\"key\\uD83D\\ude00key\"")).isEqualTo("\"<redacted>\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s:", ":%s", "user:%s", "a%s", "ab%s", "%sx", "x%sy", "xy%sz", "{\"key\":\"%s\"}"})
    void finds_a_secret_in_base64_of_a_text_around_it(String text) {
        String secret = "wk_0123456789abcdefXYZ";
        byte[] bytes = text.formatted(secret).getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(
                Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getEncoder().withoutPadding())) {
            String encoded = encoder.encodeToString(bytes);
            String shown = Redaction.of(List.of(secret)).apply("Basic " + encoded + " end");
            assertThat(shown).startsWith("Basic ").endsWith(" end").contains(Redaction.PLACEHOLDER);
            assertThat(longestShared(shown, encoded))
                    .as("what is left of %s in %s", encoded, shown)
                    .isLessThanOrEqualTo(encoded.length() - secret.length() * 4 / 3 + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s:", ":%s"})
    void replaces_the_whole_of_basic_credentials(String text) {
        String secret = "wk_0123456789abcdefXYZ";
        String encoded =
                Base64.getEncoder().encodeToString(text.formatted(secret).getBytes(StandardCharsets.UTF_8));
        assertThat(Redaction.of(List.of(secret)).apply("Basic " + encoded)).isEqualTo("Basic <redacted>");
    }

    @Test
    void replaces_the_whole_of_basic_credentials_of_which_both_parts_are_secret() {
        Redaction both = Redaction.of(List.of("the-user", "the-password"));
        String encoded = Base64.getEncoder().encodeToString("the-user:the-password".getBytes(StandardCharsets.UTF_8));
        assertThat(both.apply("x " + encoded)).isEqualTo("x <redacted>");
    }

    @Test
    void finds_base64_that_is_encoded_for_a_url() {
        Redaction key = Redaction.of(List.of("?>?>?>ab"));
        String encoded = Base64.getEncoder().encodeToString("?>?>?>ab".getBytes(StandardCharsets.UTF_8));
        assertThat(encoded).containsAnyOf("/", "+").contains("=");
        assertThat(key.apply("a=" + URLEncoder.encode(encoded, StandardCharsets.UTF_8) + "&b"))
                .isEqualTo("a=<redacted>&b");
    }

    @Test
    void replaces_overlapping_and_nested_secrets_as_one() {
        Redaction several = Redaction.of(List.of("abcdef", "defghi", "bcde", "zzzz"));
        assertThat(several.apply("-abcdefghi-")).isEqualTo("-<redacted>-");
        assertThat(several.apply("-abcdex-")).isEqualTo("-a<redacted>x-");
    }

    @Test
    void does_not_see_secrets_in_its_own_placeholder() {
        assertThat(Redaction.of(List.of("redacted", "mysecret")).apply("mysecret"))
                .isEqualTo("<redacted>");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, <redacted>",
        "'{\"k\":\"abc\",\"n\":\"abcd\"}', '{\"k\":\"<redacted>\",\"n\":\"abcd\"}'",
        "'{\\\"k\\\":\\\"abc\\\"}', '{\\\"k\\\":\\\"<redacted>\\\"}'",
        "/x?key=abc&y=abc, /x?key=<redacted>&y=<redacted>",
        "/abc/abcdef?x=abcd, /abc/abcdef?x=abcd",
        "the abc of it, the abc of it",
        "YWJjOg==, <redacted>",
    })
    void replaces_a_short_secret_only_where_it_is_a_whole_value(String text, String shown) {
        assertThat(Redaction.of(List.of("abc")).apply(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization",
                "Authorization",
                "proxy-authorization",
                "cookie",
                "Set-Cookie",
                "www-authenticate",
                "proxy-authenticate",
                "x-csrf-token",
                "x-xsrf-token",
                "x-api-key",
                "api-key",
                "X-Goog-Api-Key",
                "x-client-id",
                "x-forwarded-for",
                "x-amz-security-token",
                "x-amz-date",
                "x-auth-token",
                "private-token",
                "x-vault-token",
                "x-client-secret",
                "ocp-apim-subscription-key",
            })
    void hides_headers_that_carry_credentials(String name) {
        assertThat(Redaction.none().header(name, "anything")).isEqualTo("<redacted>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-type",
                "user-agent",
                "x-ratelimit-remaining-tokens",
                "idempotency-key",
                "x-signature",
                "location"
            })
    void shows_other_headers_without_secrets(String name) {
        assertThat(redaction.header(name, "v " + SECRET)).isEqualTo("v <redacted>");
    }

    @Test
    void finds_a_secret_in_a_header_that_came_as_latin_1() {
        String wire = new String(SECRET.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(redaction.header("x-echo", wire)).isEqualTo("<redacted>");
        assertThat(redaction.header(
                        "x-echo", new String("ü".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isEqualTo("ü");
    }

    @Test
    void hides_the_beginning_of_a_secret_at_a_cut() {
        String secret = "supersecretvalue";
        Redaction one = Redaction.of(List.of(secret));
        for (int kept = 3; kept < secret.length(); kept++) {
            assertThat(cut(one, "text " + secret.substring(0, kept))).isEqualTo("text <redacted>");
        }
        assertThat(cut(one, "text su")).isEqualTo("text su");
        assertThat(cut(one, "text super fine")).isEqualTo("text super fine");
    }

    @Test
    void hides_the_beginning_of_an_escaped_secret_at_a_cut() {
        byte[] form = URLEncoder.encode(SECRET, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        byte[] json = SECRET.replace("\"", "\\\"").replace("ü", "\\u00fc").getBytes(StandardCharsets.UTF_8);
        byte[] base64 = Base64.getEncoder().encode((SECRET + ":").getBytes(StandardCharsets.UTF_8));
        for (byte[] spelling : List.of(form, json, base64)) {
            for (int kept = 6; kept < spelling.length; kept++) {
                String start = new String(Arrays.copyOf(spelling, kept), StandardCharsets.UTF_8);
                assertThat(cut(redaction, "k=" + start)).isEqualTo("k=<redacted>");
            }
        }
    }

    @Test
    void shows_the_end_of_an_uncut_text_that_only_begins_like_a_secret() {
        assertThat(Redaction.of(List.of("supersecretvalue")).apply("text super"))
                .isEqualTo("text super");
    }

    @Test
    void finds_a_secret_in_bytes_that_are_not_text() {
        byte[] bytes =
                concat(new byte[] {(byte) 0xFF, 0}, SECRET.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFE});
        assertThat(redaction.apply(bytes, false))
                .isEqualTo(
                        concat(new byte[] {(byte) 0xFF, 0}, "<redacted>".getBytes(StandardCharsets.UTF_8), new byte[] {
                            (byte) 0xFE
                        }));
    }

    @Test
    void finds_every_spelling_of_random_secrets_in_random_text() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            String secret = random(random, 4 + random.nextInt(30));
            String[] spellings = {
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                everyByte(secret),
                escaped(secret),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
            };
            String spelling = spellings[round % spellings.length];
            String before = random(random, random.nextInt(40));
            String shown = Redaction.of(List.of(secret, "another one")).apply(before + "§" + spelling + "§");
            assertThat(shown).endsWith("§<redacted>§");
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void takes_linear_time_for_secrets_and_texts_that_repeat_themselves() {
        Redaction hostile =
                Redaction.of(List.of("a".repeat(100_000) + "b", "%41".repeat(20_000), "\\\\".repeat(20_000)));
        String shown = hostile.apply("a".repeat(1_000_000) + "\\".repeat(500_000) + "%41".repeat(200_000));
        assertThat(shown).startsWith("aaaa").contains(Redaction.PLACEHOLDER);
    }

    private static String cut(Redaction redaction, String text) {
        return new String(redaction.apply(text.getBytes(StandardCharsets.UTF_8), true), StandardCharsets.UTF_8);
    }

    private static String lowerHex(String encoded) {
        StringBuilder lower = new StringBuilder(encoded);
        for (int i = lower.indexOf("%"); i >= 0; i = lower.indexOf("%", i + 1)) {
            lower.setCharAt(i + 1, Character.toLowerCase(lower.charAt(i + 1)));
            lower.setCharAt(i + 2, Character.toLowerCase(lower.charAt(i + 2)));
        }
        return lower.toString();
    }

    private static String everyByte(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(b & 0xFF));
        }
        return encoded.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04X".formatted(c)));
        return escaped.toString();
    }

    private static String random(Random random, int length) {
        String alphabet = "abcXYZ019 +/=&%\\\"'<>:;,._-üß€😀";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    private static int longestShared(String a, String b) {
        int longest = 0;
        for (int i = 0; i < b.length(); i++) {
            while (i + longest < b.length() && a.contains(b.substring(i, i + longest + 1))) {
                longest++;
            }
        }
        return longest;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
