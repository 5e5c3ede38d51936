package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.eventtester.access.Workspaces;
import dev.eventtester.event.JsonText;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TransferTest {

    private static final String SOURCE = "{'id':'rh5B','slug':'shop','name':'The shop','enabled':false,"
            + "'metadata':{'id':'other-id','slug':'http-api','name':'HTTP API'},'workspaceId':'9aQ1',"
            + "'writeKeys':['%s'],'settings':{'region':'eu'},'labels':[{'key':'env','value':'prod'}]}";
    private static final String DESTINATION = "{'id':'66be','sourceId':'rh5B','name':'Crm','enabled':false,"
            + "'metadata':{'id':'unknown','slug':'actions-webhook','actions':[]},"
            + "'settings':{'sharedSecret':'\u2022\u2022\u2022\u2022dada','colour':'red'}}";
    private static final String MAPPING = "{'id':'%s','destinationId':'66be','name':'%s','actionId':'%s',"
            + "'actionSlug':'send','enabled':true,'trigger':'%s','modelId':'',"
            + "'settings':{'url':'https://example.com/','method':'POST','data':{'@path':'$.'}}}";
    private static final String FILTER = "{'id':'%s','sourceId':'rh5B','destinationId':'66be','if':'%s',"
            + "'actions':[{'type':'DROP'}],'title':'No orders','enabled':true,"
            + "'createdAt':'2026-01-01T00:00:00.000Z','updatedAt':'2026-01-01T00:00:00.000Z'}";

    @Inject
    Workspaces workspaces;

    private final String writeKey = "key" + UUID.randomUUID().toString().replace("-", "");
    private Service owner;

    @BeforeEach
    void makeWorkspace() throws Throwable {
        owner = NewWorkspace.owner(workspaces);
    }

    private String lists(String mappings, String filters) {
        return json("{'sources':[" + SOURCE.formatted(writeKey) + "],'destinations':[" + DESTINATION
                + "],'subscriptions':[" + mappings + "],'filters':[" + filters + "]}");
    }

    private String lists() {
        return lists(
                MAPPING.formatted("sub1", "Everything", "elsewhere", "type != \\\"\\\""),
                FILTER.formatted("fil1", "type = \\\"track\\\""));
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private JsonNode report(Object document) {
        return Service.data(owner.post("/api/import", document), 200).get("import");
    }

    private JsonNode exported() {
        return Service.data(owner.get("/api/export"), 200);
    }

    @Test
    void takes_what_the_list_operations_of_another_installation_gave() {
        JsonNode report = report(lists());
        assertThat(report.get("summary").toString())
                .isEqualTo(json("{'sources':{'created':1,'present':0,'refused':0},"
                        + "'models':{'created':0,'present':0,'refused':0},"
                        + "'destinations':{'created':1,'present':0,'refused':0},"
                        + "'subscriptions':{'created':1,'present':0,'refused':0},"
                        + "'filters':{'created':1,'present':0,'refused':0}}"));
        JsonNode all = exported();
        JsonNode source = all.at("/sources/0");
        assertThat(source.get("name").textValue()).isEqualTo("The shop");
        assertThat(source.get("enabled").booleanValue()).isFalse();
        assertThat(source.get("writeKeys").toString()).isEqualTo("[\"" + writeKey + "\"]");
        assertThat(source.get("settings").toString()).isEqualTo(json("{'region':'eu'}"));
        assertThat(source.get("labels").toString()).isEqualTo(json("[{'key':'env','value':'prod'}]"));
        JsonNode destination = all.at("/destinations/0");
        assertThat(destination.get("sourceId")).isEqualTo(source.get("id"));
        assertThat(destination.get("enabled").booleanValue()).isFalse();
        JsonNode mapping = all.at("/subscriptions/0");
        assertThat(mapping.get("destinationId")).isEqualTo(destination.get("id"));
        assertThat(mapping.get("actionSlug").textValue()).isEqualTo("send");
        assertThat(mapping.get("trigger").textValue()).isEqualTo("type != \"\"");
        assertThat(mapping.at("/settings/data/@path").textValue()).isEqualTo("$.");
        assertThat(all.at("/filters/0/destinationId")).isEqualTo(destination.get("id"));
    }

    @Test
    void says_what_every_entry_became_and_what_was_left_out() {
        JsonNode entries = report(lists()).get("entries");
        assertThat(entries.findValuesAsText("kind")).containsExactly("SOURCE", "DESTINATION", "SUBSCRIPTION", "FILTER");
        assertThat(entries.findValuesAsText("from")).containsExactly("rh5B", "66be", "sub1", "fil1");
        assertThat(entries.findValuesAsText("name")).containsExactly("The shop", "Crm", "Everything", "No orders");
        assertThat(entries.at("/0/id")).isEqualTo(exported().at("/sources/0/id"));
        assertThat(entries.at("/1/notes/0").textValue())
                .isEqualTo("The setting \"colour\" was left out: Webhook does not have it.");
    }

    @Test
    void creates_nothing_twice() {
        report(lists());
        JsonNode before = exported();
        JsonNode again = report(lists());
        assertThat(again.get("entries").findValuesAsText("state")).containsOnly("PRESENT");
        assertThat(exported()).isEqualTo(before);
        assertThat(report(before).get("entries").findValuesAsText("state")).containsOnly("PRESENT");
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void creates_again_what_was_deleted_since() {
        report(lists());
        String destination = exported().at("/destinations/0/id").textValue();
        Service.data(owner.delete("/api/destinations/" + destination), 200);
        JsonNode report = report(lists());
        assertThat(report.get("entries").findValuesAsText("state"))
                .containsExactly("PRESENT", "CREATED", "CREATED", "CREATED");
        assertThat(exported().get("subscriptions")).hasSize(1);
        assertThat(report(lists()).get("entries").findValuesAsText("state")).containsOnly("PRESENT");
    }

    @Test
    void takes_the_rest_when_something_cannot_be_taken() {
        String good = MAPPING.formatted("good", "Good", "send", "type = \\\"track\\\"");
        String badTrigger = MAPPING.formatted("bad1", "Bad trigger", "send", "type");
        String badAction = MAPPING.formatted("bad2", "Bad action", "none", "type = \\\"track\\\"")
                .replace("'send'", "'none'");
        String badField = MAPPING.formatted("bad3", "Bad field", "send", "type = \\\"track\\\"")
                .replace("'method'", "'methods'");
        String badFilter = FILTER.formatted("bad4", "type =");
        JsonNode entries = report(lists(String.join(",", badTrigger, badAction, badField, good), badFilter))
                .get("entries");
        assertThat(entries.findValuesAsText("state"))
                .containsExactly("CREATED", "CREATED", "REFUSED", "REFUSED", "REFUSED", "CREATED", "REFUSED");
        assertThat(entries.findValuesAsText("field")).containsExactly("trigger", "actionId", "settings.methods", "if");
        assertThat(entries.at("/3/reasons/0/message").textValue()).isEqualTo("Webhook has no action \"none\".");
        assertThat(exported().get("subscriptions")).hasSize(1);
    }

    @Test
    void refuses_what_depends_on_something_refused() {
        String document = lists().replace("http-api", "teletype");
        JsonNode entries = report(document).get("entries");
        assertThat(entries.findValuesAsText("state")).containsOnly("REFUSED").hasSize(4);
        assertThat(entries.findValuesAsText("field"))
                .containsExactly("metadata.id", "sourceId", "destinationId", "destinationId");
        assertThat(entries.at("/0/reasons/0/message").textValue()).contains("no source \"teletype\"");
    }

    @Test
    void leaves_nothing_of_a_source_with_too_many_write_keys() {
        String keys =
                IntStream.range(0, 21).mapToObj(i -> "\"" + writeKey + i + "\"").collect(Collectors.joining(","));
        JsonNode entries = report(lists().replace("\"" + writeKey + "\"", keys)).get("entries");
        assertThat(entries.findValuesAsText("state")).containsOnly("REFUSED");
        assertThat(entries.at("/0/reasons/0/field").textValue()).isEqualTo("writeKeys");
        assertThat(exported().get("sources")).isEmpty();
    }

    @Test
    void refuses_a_text_that_cannot_be_stored_and_an_entry_without_an_id() {
        String unstorable = MAPPING.formatted("nul", "Nul", "send", "type = \\\"track\\\"")
                .replace("example.com/", "example.com/\\u0000");
        String nameless = MAPPING.formatted("", "Nameless", "send", "type = \\\"track\\\"");
        JsonNode entries = report(lists(unstorable + "," + nameless, FILTER.formatted("fil1", "all")))
                .get("entries");
        assertThat(entries.findValuesAsText("state"))
                .containsExactly("CREATED", "CREATED", "REFUSED", "REFUSED", "CREATED");
        assertThat(entries.at("/3/reasons/0/field").textValue()).isEqualTo("id");
    }

    @Test
    void asks_for_masked_settings_until_they_are_given() {
        String document = lists();
        JsonNode missing = report(document).get("missingSettings");
        JsonNode destination = exported().at("/destinations/0");
        assertThat(missing).hasSize(1);
        assertThat(missing.at("/0/destinationId")).isEqualTo(destination.get("id"));
        assertThat(missing.at("/0/setting").textValue()).isEqualTo("sharedSecret");
        assertThat(destination.get("settings")).isEmpty();
        assertThat(report(document).get("missingSettings")).isEqualTo(missing);

        JsonNode given = report(document.replace("\u2022\u2022\u2022\u2022dada", "a-new-secret-dada"));
        assertThat(given.get("missingSettings")).isEmpty();
        assertThat(exported().at("/destinations/0/settings/sharedSecret").textValue())
                .isEqualTo("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022dada");
        assertThat(report(document.replace("\u2022\u2022\u2022\u2022dada", "another-secret-eeee"))
                        .get("missingSettings"))
                .isEmpty();
        assertThat(exported().at("/destinations/0/settings/sharedSecret").textValue())
                .endsWith("dada");
    }

    @Test
    void gives_events_to_an_imported_source_by_the_key_that_its_clients_have() {
        report(lists().replace("\"enabled\":false", "\"enabled\":true"));
        String event = json("{'type':'track','event':'Moved','userId':'u1','writeKey':'" + writeKey + "'}");
        assertThat(owner.post("/v1/track", event).statusCode()).isEqualTo(200);
        String source = exported().at("/sources/0/id").textValue();
        assertThat(Service.data(owner.get("/api/sources/" + source + "/events"), 200)
                        .at("/events/0/name")
                        .textValue())
                .isEqualTo("Moved");
    }

    @Test
    void says_that_a_write_key_is_another_sources() throws Throwable {
        report(lists());
        owner = NewWorkspace.owner(workspaces);
        JsonNode entry = report(lists()).at("/entries/0");
        assertThat(entry.get("state").textValue()).isEqualTo("CREATED");
        assertThat(entry.at("/notes/0").textValue())
                .isEqualTo("The write key \"" + writeKey + "\" was left out: a source has it already.");
        assertThat(exported().at("/sources/0/writeKeys")).hasSize(1);
    }

    @Test
    void takes_an_export_into_another_workspace() throws Throwable {
        Service.NewSource warehouse = owner.source("postgres");
        JsonNode model = Service.data(
                        owner.post(
                                "/api/reverse-etl-models",
                                json("{'sourceId':'" + warehouse.id()
                                        + "','name':'Users','description':'','enabled':true,"
                                        + "'query':'select id, email from users','queryIdentifierColumn':'id'}")),
                        201)
                .get("reverseEtlModel");
        String destination = owner.destination(warehouse, "actions-segment", Map.of("source_write_key", "k"));
        Service.data(
                owner.post(
                        "/api/destinations/" + destination + "/subscriptions",
                        json("{'name':'Track','actionId':'sendTrack','trigger':'event = \\\"new\\\"','enabled':true,"
                                + "'modelId':'" + model.get("id").textValue() + "',"
                                + "'settings':{'event_name':'Row'},"
                                + "'reverseETLSchedule':{'strategy':'MANUAL'}}")),
                200);
        report(lists());
        JsonNode given = exported();
        owner = NewWorkspace.owner(workspaces);
        JsonNode report = report(Map.of("data", given));
        assertThat(report.get("entries").findValuesAsText("state")).containsOnly("CREATED");
        assertThat(report.get("missingSettings").findValuesAsText("setting")).containsExactly("source_write_key");
        assertThat(withoutIds(exported(), report)).isEqualTo(withoutIds(given, report));
    }

    /** With the new ids in place of the old ones, and without what cannot be the same. */
    private static JsonNode withoutIds(JsonNode exported, JsonNode report) {
        String text = exported.toString();
        for (JsonNode entry : report.get("entries")) {
            text = text.replace(entry.get("from").textValue(), entry.get("id").textValue());
        }
        JsonNode json = JsonText.parse(text);
        for (String member : List.of("workspaceId", "writeKeys", "createdAt", "updatedAt")) {
            json.findParents(member).forEach(parent -> ((ObjectNode) parent).remove(member));
        }
        json.findValues("settings").forEach(settings -> ((ObjectNode) settings).remove("source_write_key"));
        return json;
    }

    @Test
    void takes_the_answers_of_list_operations_as_they_are() {
        JsonNode lists = JsonText.parse(lists());
        List<Object> answers = new ArrayList<>();
        lists.properties()
                .forEach(list -> answers.add(Map.of(
                        "data", Map.of(list.getKey(), list.getValue(), "pagination", Map.of("current", "MA==")))));
        assertThat(report(answers).get("entries").findValuesAsText("state"))
                .containsOnly("CREATED")
                .hasSize(4);
    }

    @Test
    void takes_an_answer_under_the_name_of_what_it_lists() {
        Map<String, Object> named = new HashMap<>();
        JsonText.parse(lists())
                .properties()
                .forEach(list -> named.put(list.getKey(), Map.of("data", Map.of(list.getKey(), list.getValue()))));
        assertThat(report(named).get("entries").findValuesAsText("state"))
                .containsOnly("CREATED")
                .hasSize(4);
    }

    @Test
    void takes_documents_that_are_larger_than_other_bodies() {
        String catalog = "x".repeat(3 * 1024 * 1024);
        String document = lists().replace("\"actions\":[]", "\"description\":\"" + catalog + "\"");
        assertThat(owner.statusOfPost("/api/import", document)).isEqualTo(200);
        assertThat(exported().get("destinations")).hasSize(1);
        assertThat(owner.statusOfPost("/api/import", document.replace(catalog, catalog.repeat(6))))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                    | 422 | sources",
                "[]                    | 422 | sources",
                "{'sources':{}}        | 422 | sources",
                "[{'filters':[7]}]     | 422 | 0.filters.0",
                "7                     | 400 |",
                "{'sources':           | 400 |",
                "~~                    | 400 |",
            })
    void refuses_what_is_no_document(String document, int status, String field) {
        Response answer = owner.post("/api/import", json(document));
        assertThat(Service.error(answer, status).path("field").textValue()).isEqualTo(field);
    }
}
