package dev.eventtester.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the written description, once, when the service is built, what its operations share: the envelope, errors,
 * path parameters, pagination and examples. What an operation says itself stays.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class SharedParts implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Set<String> names = document.getComponents().getExamples().keySet();
        Examples examples = new Examples(names);
        document.getComponents().getResponses().forEach((name, response) -> {
            if (response.getContent() == null) {
                response.setContent(ErrorAnswers.content());
            }
            envelop(response);
            examples.addTo(response.getContent(), name);
        });
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().values().forEach(operation -> complete(operation, path, examples)));
    }

    private static void complete(Operation operation, String path, Examples examples) {
        boolean pages = false;
        for (APIResponse response : operation.getResponses().getAPIResponses().values()) {
            if (response.getRef() == null) {
                pages |= envelop(response);
                response.setDescription(operation.getSummary());
                examples.addTo(response.getContent(), operation.getOperationId() + ".response");
            }
        }
        addPathParameters(operation, path);
        if (pages) {
            operation.addParameter(OASFactory.createParameter().ref("Count"));
            operation.addParameter(OASFactory.createParameter().ref("Cursor"));
        }
        RequestBody body = operation.getRequestBody();
        if (body != null) {
            body.setRequired(!Boolean.FALSE.equals(body.getRequired()));
            examples.addTo(body.getContent(), operation.getOperationId() + ".request");
        }
        ErrorAnswers.addTo(operation, path);
    }

    /** Puts what is written as the members of an answer into its envelope; gives whether the answer is a page. */
    private static boolean envelop(APIResponse response) {
        MediaType json = response.getContent().getMediaType("application/json");
        Schema members = json == null ? null : json.getSchema();
        if (members == null || members.getRef() != null || members.getProperties() == null) {
            return false;
        }
        members.addType(Schema.SchemaType.OBJECT);
        json.setSchema(OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addRequired("data")
                .addProperty("data", members));
        Schema position = members.getProperties().get("pagination");
        return position != null && (SCHEMAS + "Pagination").equals(position.getRef());
    }

    private static void addPathParameters(Operation operation, String path) {
        for (String step : path.split("/")) {
            if (!step.startsWith("{")) {
                continue;
            }
            String name = step.substring(1, step.length() - 1);
            if (operation.getParameters() == null
                    || operation.getParameters().stream().noneMatch(parameter -> name.equals(parameter.getName()))) {
                operation.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            }
        }
    }

    /**
     * The examples of the description, each named after what it shows: {@code createSource.request},
     * {@code testDestination.response.partial}, {@code Conflict}.
     */
    private record Examples(Set<String> names) {

        private static final String STREAM = "text/event-stream";

        void addTo(Content content, String shown) {
            content.getMediaTypes().forEach((type, media) -> {
                String place = type.equals(STREAM) ? shown.replace(".response", ".events") : shown;
                names.stream()
                        .filter(name -> name.equals(place) || name.startsWith(place + "."))
                        .forEach(name -> media.addExample(
                                name.substring(name.lastIndexOf('.') + 1),
                                OASFactory.createExample().ref(name)));
            });
        }
    }
}
