package dev.eventtester.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.LoopbackDestination.Seen;
import dev.eventtester.delivery.address.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command is run by the real bash and the real curl. */
class CurlCommandTest {

    private static final Map<String, String> TEXT = Map.of("content-type", "text/plain", "user-agent", "tester");

    private LoopbackDestination server;

    @BeforeEach
    void start() {
        server = LoopbackDestination.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "it's \"quoted\" 'twice'",
                "$HOME ${HOME} $(id) `id` \\ \\n !! !$ #x ~ * ? [a] {b,c} & ; | > < ( )",
                "@/etc/passwd",
                "@-",
                "-d @/etc/passwd",
                "two\nlines\r\nand\ttabs\n",
                "a\u0000b",
                "\u0001\u001b[31m\u007f\u009b\u202e\u2028\ufeff",
                "é ü 漢字 😀",
                "%s %d %%",
                "<redacted",
            })
    void sends_the_same_text(String body) throws Exception {
        Seen seen = run(Documents.request("POST", server.url("/a"), TEXT, body));

        assertThat(seen.method()).isEqualTo("POST");
        assertThat(seen.text()).isEqualTo(body);
        assertThat(seen.headers()).containsEntry("content-type", "text/plain").containsEntry("user-agent", "tester");
    }

    @Test
    void sends_the_same_bytes() throws Exception {
        Random random = new Random(7);
        for (int length : new int[] {1, 2, 3, 57, 1000, 70_000}) {
            byte[] body = new byte[length];
            random.nextBytes(body);

            assertThat(run(Documents.request("PUT", server.url("/b"), TEXT, body))
                            .body())
                    .isEqualTo(body);
        }
    }

    @Test
    void sends_any_text_that_chance_makes() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 20; i++) {
            StringBuilder body = new StringBuilder();
            random.ints(100, 0, 0x300)
                    .map(c -> c % 5 == 0 ? "'\"\\$`!\n\r\0 ".charAt(c % 10) : c)
                    .forEach(body::appendCodePoint);

            Seen seen = run(Documents.request("POST", server.url("/c"), TEXT, body.toString()));

            assertThat(seen.text()).isEqualTo(body.toString());
        }
    }

    @Test
    void sends_a_text_longer_than_an_argument_may_be() throws Exception {
        String body = "é'x".repeat(120_000);

        assertThat(run(Documents.request("POST", server.url("/d"), TEXT, body)).text())
                .isEqualTo(body);
    }

    @Test
    void sends_the_same_headers_and_no_others() throws Exception {
        Map<String, String> headers = Map.of(
                "x-quote", "it's \"$HOME\" `id` \\", "x-empty", "", "x-tab", "a\tb", "x-umlaut", "ü", "accept", "a/b");

        Seen seen = run(Documents.request("POST", server.url("/e"), headers, "body"));

        assertThat(seen.headers().keySet())
                .containsExactlyInAnyOrder(
                        "accept", "content-length", "host", "x-empty", "x-quote", "x-tab", "x-umlaut");
        assertThat(seen.headers()).containsEntry("x-quote", headers.get("x-quote"));
        assertThat(seen.headers()).containsEntry("x-tab", "a\tb").containsEntry("x-empty", "");
        assertThat(new String(seen.headers().get("x-umlaut").getBytes(StandardCharsets.ISO_8859_1), "UTF-8"))
                .isEqualTo("ü");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/[a]/{b,c}?x=[1-3]&y={z}",
                "/a/../b/./c",
                "/q?it='s&d=$HOME&b=`id`&p=%41%zz",
                "/é?ü=漢",
                "/a\"<b>^?c=\"<d>^`{}",
                "/?",
            })
    void sends_to_the_same_target(String target) throws Exception {
        Seen seen = run(Documents.request("GET", server.url(target), Map.of()));

        assertThat(seen.target()).isEqualTo(Target.parse(server.url(target)).uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"})
    void uses_the_same_method_without_a_body(String method) throws Exception {
        Seen seen = run(Documents.request(method, server.url("/m"), Map.of()));

        assertThat(seen.method()).isEqualTo(method);
        assertThat(seen.body()).isEmpty();
        assertThat(seen.headers()).doesNotContainKeys("content-type", "user-agent");
        boolean expectsBody = List.of("POST", "PUT", "PATCH").contains(method);
        assertThat(seen.headers().containsKey("content-length")).isEqualTo(expectsBody);
    }

    @Test
    void takes_every_redacted_place_from_a_variable_that_a_comment_names() throws Exception {
        ObjectNode request = Documents.request(
                "POST",
                server.url("/k/<redacted>/x?token=<redacted>"),
                Map.of("authorization", "<redacted>", "x-key", "a<redacted>b"),
                "{\"key\":\"<redacted>\"}");
        String command = command(request);
        assertThat(command)
                .contains("# ", "AUTHORIZATION: ", "SECRET_1: in the header x-key", "SECRET_2: in the body")
                .contains("SECRET_3: in the URL", "SECRET_4: in the URL")
                .doesNotContain("redacted>", "%3Credacted");

        Seen seen = run(
                command,
                Map.of(
                        "AUTHORIZATION", "Bearer a b",
                        "SECRET_1", "k'1\"",
                        "SECRET_2", "$x",
                        "SECRET_3", "p",
                        "SECRET_4", "q%20r"));

        assertThat(seen.headers()).containsEntry("authorization", "Bearer a b").containsEntry("x-key", "ak'1\"b");
        assertThat(seen.text()).isEqualTo("{\"key\":\"$x\"}");
        assertThat(seen.target()).isEqualTo("/k/p/x?token=q%20r");
    }

    @Test
    void takes_redacted_places_of_binary_bodies_from_variables_too() throws Exception {
        byte[] body = "\u00ff<redacted>\u00fe\u0000<redacted>".getBytes(StandardCharsets.ISO_8859_1);
        String command = command(Documents.request("POST", server.url("/k"), TEXT, body));

        Seen seen = run(command, Map.of("SECRET_1", "one", "SECRET_2", "two"));

        assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1)).isEqualTo("\u00ffone\u00fe\u0000two");
    }

    @Test
    void leaves_out_what_http_cannot_carry_and_says_so() throws Exception {
        ObjectNode request =
                Documents.request("GET /x HTTP/1.1\r\nx: y", server.url("/f"), Map.of("a", "b\r\nc: d", "b c", "d"));
        String command = command(request);

        Seen seen = run(command, Map.of());

        assertThat(command).contains("# Its method is left out", "# A header is left out");
        assertThat(seen.method()).isEqualTo("GET");
        assertThat(seen.headers()).doesNotContainKeys("a", "c", "b c");
    }

    @Test
    void opens_nothing_but_http() throws Exception {
        String output = output(command(Documents.request("GET", "file:///etc/passwd", Map.of())), Map.of());

        assertThat(output).doesNotContain("root:");
    }

    @Test
    void a_name_with_a_line_break_stays_a_comment() throws Exception {
        ObjectNode mapping = Documents.mapping("a\necho gotcha\u2028", "FAILED");
        ObjectNode call = Documents.unanswered(
                Documents.call(Documents.request("GET", server.url("/g"), Map.of())), "TIMED_OUT", "no\necho gotcha");

        String output = output(CurlCommand.of(new RecordedCall(mapping, call)), Map.of());

        assertThat(output).doesNotContain("gotcha");
        assertThat(server.seen()).hasSize(1);
    }

    private static String command(ObjectNode request) {
        return CurlCommand.of(new RecordedCall(Documents.mapping("m", "SUCCEEDED"), Documents.call(request)));
    }

    private Seen run(ObjectNode request) throws Exception {
        return run(command(request), Map.of());
    }

    private Seen run(String command, Map<String, String> variables) throws Exception {
        int before = server.seen().size();
        String output = output(command, variables);
        assertThat(server.seen()).as(command + output).hasSize(before + 1);
        return server.seen().get(before);
    }

    private static String output(String command, Map<String, String> variables) throws Exception {
        return Bash.run(command, variables);
    }
}
