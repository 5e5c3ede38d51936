package dev.eventtester.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.eventtester.actions.declared.Condition;
import dev.eventtester.catalog.yaml.YamlValue;
import dev.eventtester.mapping.Mapping;
import dev.eventtester.mapping.MappingError;
import dev.eventtester.trigger.InvalidTriggerException;
import dev.eventtester.trigger.Trigger;
import java.util.Optional;

/** Checks the triggers and directives of definitions where they stand. */
public final class Directives {

    private Directives() {}

    /** The value as JSON, its directives checked, those inside of lists too. */
    public static JsonNode checked(String name, YamlValue value) {
        JsonNode json = value.json();
        check(name, json, value);
        return json;
    }

    private static void check(String name, JsonNode json, YamlValue value) {
        JsonNode wrapped = JsonNodeFactory.instance.objectNode().set(name, json);
        for (MappingError error : Mapping.compile(wrapped).errors()) {
            String pointer =
                    error.pointer().startsWith("/" + name) ? error.pointer().substring(name.length() + 1) : "";
            value.at(pointer).problem(error.message());
        }
        checkLists(name, json, value);
    }

    // The engine itself looks into lists only when it meets a wrong directive there.
    private static void checkLists(String name, JsonNode json, YamlValue value) {
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                check(name, json.get(i), value.at(Integer.toString(i)));
            }
        }
        if (json.isObject()) {
            json.properties().forEach(member -> checkLists(name, member.getValue(), value.at(member.getKey())));
        }
    }

    public static String trigger(YamlValue value) {
        String text = value.text("a trigger");
        try {
            Trigger.parse(text);
        } catch (InvalidTriggerException e) {
            value.problem("the trigger does not compile: " + e.getMessage());
        }
        return text;
    }

    static Optional<Condition> condition(YamlValue value) {
        try {
            return Optional.of(Condition.parse(value.text("\"when\"")));
        } catch (InvalidTriggerException e) {
            value.problem("the condition does not compile: " + e.getMessage());
            return Optional.empty();
        }
    }
}
