package dev.eventtester.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.access.Role;
import dev.eventtester.access.Workspaces;
import dev.eventtester.delivery.LoopbackDestination;
import dev.eventtester.delivery.LoopbackDestination.Seen;
import dev.eventtester.delivery.Reply;
import dev.eventtester.event.JsonText;
import dev.eventtester.export.Bash;
import dev.eventtester.service.Service.NewSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

@QuarkusTest
class ExportsTest {

    private static final String SECRET = "the-shared-secret-of-this-test";
    private static final String TRACK = "{\"event\":{\"type\":\"track\",\"event\":\"Order\",\"quote\":\"it's $5!\"}}";

    @Inject
    Workspaces workspaces;

    private final Service owner = Service.owner();
    private LoopbackDestination server;
    private String destination;

    @BeforeEach
    void makeDestination() {
        server = LoopbackDestination.start();
        NewSource source = owner.source("http-api");
        destination = owner.destination(source, "actions-webhook", Map.of("sharedSecret", SECRET));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void call_ids_are_unique_in_an_outcome_and_named_by_reasons() {
        server.always(Reply.status(500));
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        owner.webhook(destination, "b", "type = \"track\"", server.url("/b"));

        JsonNode outcome = owner.test(destination, TRACK);

        Set<String> ids = new HashSet<>();
        outcome.get("mappings")
                .forEach(mapping -> ids.add(mapping.at("/calls/0/id").textValue()));
        assertThat(ids).containsExactlyInAnyOrder("m1c1", "m2c1");
        assertThat(outcome.at("/mappings/1/stages/4/reasons/0/message").textValue())
                .startsWith("m2c1 (POST ");
    }

    @Test
    void a_har_has_every_call() {
        server.on("/a", Reply.json(200, "{\"ok\":true}"));
        server.on("/b", Reply.reset());
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a?x=1"));
        owner.webhook(destination, "b", "type = \"track\"", server.url("/b"));
        owner.webhook(destination, "c", "type = \"page\"", server.url("/c"));
        String outcome = owner.test(destination, TRACK).get("id").textValue();

        Response answer = owner.get("/api/outcomes/" + outcome + "/har");

        answer.then().statusCode(200).contentType("application/json");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"outcome-" + outcome + ".har\"");
        JsonNode log = JsonText.parse(answer.asString()).get("log");
        assertThat(log.at("/creator/version").textValue()).isNotBlank();
        assertThat(log.get("entries")).hasSize(2);
        log.get("entries").forEach(entry -> {
            boolean reset = entry.at("/request/url").textValue().endsWith("/b");
            assertThat(entry.at("/response/status").intValue()).isEqualTo(reset ? 0 : 200);
            assertThat(entry.at("/response").has("_error")).isEqualTo(reset);
        });
    }

    @Test
    void a_curl_command_sends_the_same_request_again() throws Exception {
        owner.mapping(
                destination,
                "send",
                "it's \"leaky\"",
                "type = \"track\"",
                Map.of(
                        "url", server.url("/a?q='1'&key=" + SECRET),
                        "method", "PUT",
                        "headers", Map.of("x-note", "a \"b\" $c `d`", "authorization", "Bearer token"),
                        "data", Map.of("key", SECRET, "quote", Map.of("@path", "$.quote"))),
                true);
        JsonNode outcome = owner.test(destination, TRACK);
        String call = outcome.at("/mappings/0/calls/0/id").textValue();

        Response answer = owner.get("/api/outcomes/" + outcome.get("id").textValue() + "/calls/" + call + "/curl");

        answer.then().statusCode(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(answer.asString()).doesNotContain(SECRET);
        Seen sent = server.seen().get(0);
        Bash.run(
                answer.asString(),
                Map.of(
                        "AUTHORIZATION", "Bearer token",
                        "SECRET_1", SECRET,
                        "SECRET_2", SECRET,
                        "SECRET_3", SECRET,
                        "SECRET_4", SECRET));
        Seen again = server.seen().get(1);
        assertThat(again.method()).isEqualTo(sent.method());
        assertThat(again.target()).isEqualTo(sent.target());
        assertThat(again.text()).isEqualTo(sent.text());
        sent.headers().keySet().removeAll(Set.of("accept-encoding", "connection"));
        assertThat(again.headers()).isEqualTo(sent.headers());
    }

    @Test
    void a_junit_report_tells_what_failed() throws Exception {
        server.on("/b", Reply.status(503).body("we are <closed> \u0001"));
        owner.webhook(destination, "a & b", "type = \"track\"", server.url("/a"));
        owner.webhook(destination, "down", "type = \"track\"", server.url("/b"));
        owner.webhook(destination, "other", "type = \"page\"", server.url("/c"));
        String outcome = owner.test(destination, TRACK).get("id").textValue();

        Response answer = owner.get("/api/outcomes/" + outcome + "/junit");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("application/xml;charset=UTF-8");
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()))
                .getDocumentElement();
        assertThat(suites.getAttribute("tests")).isEqualTo("3");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        Element failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).contains("503", "we are <closed> \\u0001");
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_or_not_the_callers_is_not_found() throws Throwable {
        owner.webhook(destination, "a", "type = \"track\"", server.url("/a"));
        String path =
                "/api/outcomes/" + owner.test(destination, TRACK).get("id").textValue();
        Service stranger = NewWorkspace.owner(workspaces);

        for (String export : new String[] {"/har", "/junit", "/calls/m1c1/curl"}) {
            assertThat(owner.get(path + export).statusCode()).isEqualTo(200);
            Service.error(stranger.get(path + export), 404);
            Service.error(owner.get("/api/outcomes/nope" + export), 404);
        }
        for (String call : new String[] {"c1", "m1c2", "m2c1", "nope"}) {
            Service.error(owner.get(path + "/calls/" + call + "/curl"), 404);
        }
    }

    @Test
    void only_testers_may_export() throws Throwable {
        String path =
                "/api/outcomes/" + owner.test(destination, TRACK).get("id").textValue();
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> workspaces
                .ensure("default", "default")
                .chain(workspace ->
                        workspaces.grant(workspace, "export-viewer", Role.VIEWER, "export-viewer", false))));

        for (String export : new String[] {"/har", "/junit", "/calls/m1c1/curl", "/compare/" + path.substring(14)}) {
            Service.error(Service.as("export-viewer").get(path + export), 403);
            assertThat(given().get(path + export).statusCode()).isEqualTo(401);
        }
    }
}
