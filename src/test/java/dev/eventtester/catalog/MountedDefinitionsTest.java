package dev.eventtester.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.eventtester.catalog.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountedDefinitionsTest {

    private static final String GOOD = """
        slug: my-crm
        name: My CRM
        settings:
          token: {label: Token, type: password, required: true}
        actions:
          push:
            title: Push
            defaultTrigger: 'type = "track"'
            fields:
              id: {label: ID, type: string, required: true, default: {"@path": $.userId}}
              tag: {label: Tag, type: string}
            request:
              method: POST
              url: https://crm.test/push
              auth: {bearer: {"@path": $.settings.token}}
              json: {id: {"@path": $.payload.id}, tags: [{"@path": $.payload.tag}]}
        presets:
          - name: All
            action: push
            trigger: 'type = "track"'
            mapping: {id: {"@path": $.anonymousId}}
        """;

    @TempDir
    private Path folder;

    @Test
    void reads_a_file_of_the_folder_like_a_built_in_one() throws IOException {
        Files.writeString(folder.resolve("crm.yaml"), GOOD);
        Catalog catalog = load();
        DestinationDefinition crm = catalog.destination("my-crm").orElseThrow();
        assertThat(crm.builtIn()).isFalse();
        assertThat(crm.secretSettings()).containsExactly("token");
        assertThat(crm.sourceKinds()).containsExactlyInAnyOrder(SourceKind.EVENTS, SourceKind.WAREHOUSE);
        assertThat(crm.mappingTestSends()).isTrue();
        assertThat(crm.presets())
                .singleElement()
                .satisfies(
                        preset -> assertThat(preset.mapping()).hasToString("{\"id\":{\"@path\":\"$.anonymousId\"}}"));
        assertThat(catalog.destination(crm.id())).containsSame(crm);
    }

    @Test
    void gives_the_same_ids_after_every_start() throws IOException {
        Files.writeString(folder.resolve("crm.yaml"), GOOD);
        DestinationDefinition first = load().destination("my-crm").orElseThrow();
        DestinationDefinition second = load().destination("my-crm").orElseThrow();
        assertThat(first.id()).isEqualTo(second.id()).matches("[0-9a-f]{24}");
        assertThat(first.actions().get(0).id())
                .isEqualTo(second.actions().get(0).id())
                .matches("[0-9A-Za-z]{22}");
        assertThat(first.actions().get(0).listed())
                .isEqualTo(second.actions().get(0).listed());
    }

    @Test
    void leaves_other_files_of_the_folder_alone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not a definition");
        Files.writeString(folder.resolve(".hidden.yaml"), "not: one");
        Files.createDirectory(folder.resolve("folder.yaml"));
        assertThat(load().destinations()).allMatch(DestinationDefinition::builtIn);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        name: My CRM                  | title: My CRM                    | 2:8: unknown key "title" in a destination
        name: My CRM                  | name:                            | 2:6: "name" of a destination must be a text but it is empty
        name: My CRM                  | name: 42                         | 2:7: "name" of a destination must be a text but it is a number
        slug: my-crm                  | slug: My CRM                     | 1:7: "slug" of a destination must be lower-case letters, digits and -
        slug: my-crm                  | slug: actions-webhook            | 1:7: the slug "actions-webhook" is taken by destinations/actions-webhook.yaml
        name: My CRM                  | mode: server                     | 2:7: "mode" of a destination must be one of cloud, device, warehouse
        type: password                | type: secret                     | 4:10: the field "token" cannot be used
        title: Push                   | hidden: yes                      | 7:13: "hidden" of the action "push" must be true or false but it is a text
        title: Push                   | hidden: true                     | 7:5: the action "push" has no "title", which is required
        'type = "track"'              | 'type == = ('                    | 8:21: the trigger does not compile
        type: string                  | type: string, foo: 1             | 10:42: unknown key "foo" in the field "id"
        {"@path": $.userId}           | {"@path": 5}                     | should be a string or a mapping directive but it is a number
        {"@path": $.userId}           | {"@peth": $.userId}              | has an invalid directive: @peth
        method: POST                  | text: POST                       | 13:7: a request has no "method", which is required
        [{"@path": $.payload.tag}]    | [{"@path": [1]}]                 | should be a string or a mapping directive but it is an array
        method: POST                  | text: a⏎      method: POST  | a request has at most one body
        bearer:                       | token:                           | unknown key "token" in "auth"
        action: push                  | action: pull                     | 19:13: there is no action "pull"
        mapping: {id:                 | mapping: {ident:                 | 21:22: the action "push" has no field "ident"
        url: https://crm.test/push    | when: payload.x                  | the condition does not compile
        url: https://crm.test/push    | url: !!binary aGk=               | tags such as
        request:                      | java: magic⏎    request:        | there is no Java action "magic"
        settings:                     | slug: again⏎settings:         | 3:1: the key "slug" occurs twice in a destination
        method: POST                  | path: {"a b": 1}⏎      method: POST | "a b" is not a name for a place
        method: POST                  | when: answers.x.status = 1⏎      method: POST | no earlier request has the name "x"
        name: My CRM                  | name: [My CRM                    | it is not valid YAML
        name: My CRM                  | name: @My CRM                    | is quoted
        $.settings.token              | $.settings.tokn                  | 15:22: there is no "tokn" in settings, which has: token
        $.payload.tag}]               | $.payload.tags}]                 | there is no "tags" in payload, which has: id, tag
        $.payload.tag}]               | $.userId}]                       | members of the event itself are $.event.userId
        {"@path": $.payload.id}       | $.payload.id                     | 16:18: "$.payload.id" would be sent as this text
        crm.test/push                 | crm.test/{id}/push               | 14:12: the place {id} of the address has no value under "path"
        method: POST                  | path: {id: 1}⏎      method: POST | 13:18: the address has no place {id}
        method: POST                  | method: PUSH                     | 13:15: "method" is one of GET, POST
        method: POST                  | when: payload.tok = 1⏎      method: POST | there is no "tok" in payload
        default: {"@path": $.userId}} | choices: [a, b], default: c}     | the default "c" is none of the choices
        """)
    void stops_the_start_with_file_line_and_reason(String part, String instead, String problem) throws IOException {
        assertThat(GOOD).contains(part);
        Files.writeString(
                folder.resolve("crm.yaml"),
                GOOD.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(instead.replace("⏎", "\n"))));
        CatalogException wrong = catchThrowableOfType(CatalogException.class, this::load);
        assertThat(wrong).as("the start stops").isNotNull();
        assertThat(wrong.problems())
                .anySatisfy(found -> assertThat(found).contains("crm.yaml").contains(problem));
    }

    @Test
    void tells_all_problems_of_all_files_at_once() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), GOOD.replace("title: Push", "tittle: Push"));
        Files.writeString(folder.resolve("b.yaml"), "name: B\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(CatalogException.class)
                .hasMessageContainingAll(
                        "a.yaml:7:13: unknown key \"tittle\"",
                        "a.yaml:7:5: the action \"push\" has no \"title\"",
                        "b.yaml:1:1: a destination has no \"slug\"",
                        "b.yaml:1:1: a cloud destination needs at least one action");
    }

    @Test
    void refuses_two_files_with_one_slug() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), GOOD);
        Files.writeString(folder.resolve("b.yaml"), GOOD.replace("My CRM", "Other"));
        assertThatThrownBy(this::load).hasMessageContaining("b.yaml:1:7: the slug \"my-crm\" is taken by");
    }

    @Test
    void refuses_a_folder_that_is_not_there() {
        Optional<Path> missing = Optional.of(folder.resolve("missing"));
        assertThatThrownBy(() -> Catalog.load(missing, OperatorAddresses.defaults()))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("event-tester.catalog.directory is not a readable folder");
    }

    @Test
    void refuses_a_file_that_aliases_make_huge() throws IOException {
        StringBuilder bomb = new StringBuilder(GOOD).append("constants:\n  a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n");
        for (int i = 1; i < 12; i++) {
            String items = String.join(", ", Collections.nCopies(10, "*a" + (i - 1)));
            bomb.append("  a%d: &a%d [%s]\n".formatted(i, i, items));
        }
        Files.writeString(folder.resolve("bomb.yaml"), bomb);
        assertThatThrownBy(this::load).hasMessageContaining("the value is too large");
    }

    @Test
    void refuses_an_alias_inside_of_itself() throws IOException {
        Files.writeString(folder.resolve("loop.yaml"), GOOD + "constants: &loop {again: *loop}\n");
        assertThatThrownBy(this::load).isInstanceOf(CatalogException.class).hasMessageContaining("loop.yaml");
    }

    @Test
    void refuses_deep_nesting_and_long_files() throws IOException {
        Files.writeString(folder.resolve("deep.yaml"), GOOD + "constants: {a: " + "[".repeat(5000));
        Files.writeString(folder.resolve("long.yaml"), "#".repeat(YamlFile.MAX_LENGTH + 1));
        CatalogException wrong = catchThrowableOfType(CatalogException.class, this::load);
        assertThat(List.of("deep.yaml", "long.yaml"))
                .allSatisfy(file -> assertThat(wrong.problems()).anyMatch(problem -> problem.contains(file)));
    }

    @Test
    void reads_scalars_as_json_does() throws IOException {
        Files.writeString(
                folder.resolve("crm.yaml"),
                GOOD.replace("id: {\"@path\": $.payload.id}", "a: no, b: 012, c: 12:30, d: 1.5, e: ~, f: 2024-01-02"));
        DestinationDefinition crm = load().destination("my-crm").orElseThrow();
        RecordingSender sender = new RecordingSender(MissingNode.getInstance());
        Runs.perform(crm, "push", "{}", "{}", sender);
        assertThat(new String(sender.requests().get(0).body(), StandardCharsets.UTF_8))
                .startsWith("{\"a\":\"no\",\"b\":\"012\",\"c\":\"12:30\",\"d\":1.5,\"e\":null,\"f\":\"2024-01-02\"");
    }

    private Catalog load() {
        return Catalog.load(Optional.of(folder), OperatorAddresses.defaults());
    }
}
