package dev.eventtester.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The members of a published model: a star marks a required one, a question mark one that may be null, and {@code =}
 * the values that one may have.
 */
final class Shape {

    private static final String STATUS =
            "DEPRECATED|PRIVATE_BETA|PRIVATE_BUILDING|PRIVATE_SUBMITTED|PUBLIC|PUBLIC_BETA|UNAVAILABLE";
    private static final String FIELD_TYPE = "BOOLEAN|DATETIME|HIDDEN|INTEGER|NUMBER|OBJECT|PASSWORD|STRING|TEXT";
    private static final String INSTANCES = "0|1|NONE|SINGLE|MULTIPLE";

    static final Shape WORKSPACE = of("*id *slug *name");
    static final Shape PAGINATION = of("*current next? previous? totalEntries");
    static final Shape LABEL = of("*key *value description?");
    static final Shape LOGOS = of("*default mark? alt?");
    static final Shape OPTION = of("*name *type *required description? defaultValue label?");
    static final Shape SOURCE_METADATA =
            of("*id *name *slug *description *logos *options *categories *isCloudEventSource *status=" + STATUS
                            + " partnerOwned")
                    .with("logos", LOGOS)
                    .with("options", OPTION);
    static final Shape SOURCE = of("*id *slug name? *metadata *workspaceId *enabled *writeKeys settings *labels")
            .with("metadata", SOURCE_METADATA)
            .with("labels", LABEL);
    static final Shape FIELD = of("*id *sortOrder *fieldKey *label *type=" + FIELD_TYPE
            + " *description placeholder? defaultValue? *required *multiple choices? *dynamic *allowNull hidden");
    static final Shape ACTION =
            of("*id *slug *name *description *platform=CLOUD|MOBILE|WEB *hidden *defaultTrigger? *fields")
                    .with("fields", FIELD);
    static final Shape DESTINATION_METADATA = of("*id *name *description *slug *logos *options *status=" + STATUS
                    + " *previousNames *categories *website *components *supportedFeatures *supportedMethods"
                    + " *supportedPlatforms *actions *presets contacts partnerOwned supportedRegions"
                    + " regionEndpoints")
            .with("logos", LOGOS)
            .with("options", OPTION)
            .with("components", of("*type=BROWSER|SERVER|IOS|ANDROID *code owner=SEGMENT|PARTNER"))
            .with(
                    "supportedFeatures",
                    of("cloudModeInstances=" + INSTANCES + " deviceModeInstances=" + INSTANCES
                            + " replay browserUnbundling browserUnbundlingPublic"))
            .with("supportedMethods", of("pageview identify alias track group"))
            .with("supportedPlatforms", of("browser server mobile warehouse cloudAppObject linkedAudiences"))
            .with("actions", ACTION)
            .with("presets", of("*actionId *name *fields *trigger"));
    static final Shape DESTINATION =
            of("*id name? *enabled *metadata *sourceId *settings").with("metadata", DESTINATION_METADATA);
    static final Shape SUBSCRIPTION = of("*id *name *actionId *actionSlug *destinationId *enabled *settings *trigger"
                    + " modelId? reverseETLSchedule")
            .with("reverseETLSchedule", of("*strategy=CRON|DBT_CLOUD|MANUAL|PERIODIC|SPECIFIC_DAYS config"));
    static final Shape FILTER =
            of("*id *sourceId *destinationId *if *actions *title description? *enabled *createdAt *updatedAt")
                    .with("actions", of("*type=DROP|SAMPLE|ALLOW_PROPERTIES|DROP_PROPERTIES fields percent path?"));
    static final Shape MODEL = of("*id *sourceId *name *description *enabled *query *queryIdentifierColumn");

    private final Map<String, Member> members = new LinkedHashMap<>();

    private record Member(boolean required, boolean nullable, Set<String> values, Shape shape) {}

    private static Shape of(String text) {
        Shape shape = new Shape();
        for (String word : text.split(" +")) {
            String[] parts = word.replace("*", "").replace("?", "").split("=");
            Set<String> values = parts.length == 1 ? Set.of() : Set.copyOf(Arrays.asList(parts[1].split("\\|")));
            shape.members.put(parts[0], new Member(word.startsWith("*"), word.endsWith("?"), values, null));
        }
        return shape;
    }

    private Shape with(String name, Shape inner) {
        members.computeIfPresent(
                name, (key, member) -> new Member(member.required, member.nullable, member.values, inner));
        return this;
    }

    void checkAll(JsonNode objects) {
        assertThat(objects.isArray()).isTrue();
        objects.forEach(this::check);
    }

    void check(JsonNode object) {
        assertThat(object.isObject()).as("an object: %s", object).isTrue();
        object.properties()
                .forEach(entry ->
                        assertThat(members).as("known members of %s", object).containsKey(entry.getKey()));
        members.forEach((name, member) -> check(object, name, member));
    }

    private static void check(JsonNode object, String name, Member member) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            assertThat(member.required)
                    .as("\"%s\" may be missing in %s", name, object)
                    .isFalse();
        } else if (value.isNull()) {
            assertThat(member.nullable)
                    .as("\"%s\" may be null in %s", name, object)
                    .isTrue();
        } else if (member.shape != null && value.isArray()) {
            member.shape.checkAll(value);
        } else if (member.shape != null) {
            member.shape.check(value);
        } else if (!member.values.isEmpty()) {
            assertThat(member.values).as("values of \"%s\"", name).contains(value.asText());
        }
    }
}
