package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.eventtester.field.TypeUnion.Type;
import dev.eventtester.field.definition.FieldDefinition;
import dev.eventtester.field.definition.FieldType;
import dev.eventtester.field.definition.InvalidFieldDefinitionException;
import dev.eventtester.field.definition.Requirement;
import dev.eventtester.field.format.Format;
import dev.eventtester.field.format.Formats;
import dev.eventtester.json.JsJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/** Turns field definitions into the rules that a payload is validated with. */
final class SchemaCompiler {

    private final DefinitionFaults faults = new DefinitionFaults();
    private int depth;

    static ObjectSchema compile(Map<String, FieldDefinition> fields) {
        SchemaCompiler compiler = new SchemaCompiler();
        ObjectSchema schema = compiler.members(fields, "", false, true);
        compiler.faults.refuse();
        return schema;
    }

    private ObjectSchema members(
            Map<String, FieldDefinition> fields, String path, boolean open, boolean withRequirements) {
        if (++depth > FieldDefinition.MAX_DEPTH) {
            throw new InvalidFieldDefinitionException(
                    "fields exceed the limit of " + FieldDefinition.MAX_DEPTH + " nested levels");
        }
        Map<String, ValueSchema> declared = new LinkedHashMap<>();
        Set<String> required = new HashSet<>();
        Map<String, Requirement.When> conditional = new LinkedHashMap<>();
        for (Entry<String, FieldDefinition> member : inOrder(fields)) {
            String key = member.getKey();
            FieldDefinition field = member.getValue();
            String place = path + "/properties/" + Findings.escaped(key);
            declared.put(key, field.multiple() ? list(field, place) : value(field, place));
            collectConditional(key, field, conditional);
            if (field.isRequired()) {
                required.add(key);
            }
        }
        depth--;
        if (!withRequirements) {
            return new ObjectSchema(declared, Set.of(), List.of(), open);
        }
        List<ConditionalRequirement> requirements = new ArrayList<>();
        conditional.forEach((key, when) -> requirements.add(RequirementCompiler.compile(key, when)));
        return new ObjectSchema(declared, required, requirements, open);
    }

    /** A condition inside of an object is judged where the object is a member, under the key {@code object.member}. */
    private static void collectConditional(
            String key, FieldDefinition field, Map<String, Requirement.When> conditional) {
        if (field.type() == FieldType.OBJECT) {
            for (Entry<String, FieldDefinition> member :
                    inOrder(field.properties().orElse(Map.of()))) {
                if (member.getValue().required() instanceof Requirement.When when) {
                    conditional.put(key + "." + member.getKey(), when);
                }
            }
        }
        if (field.required() instanceof Requirement.When when) {
            conditional.put(key, when);
        }
    }

    private ValueSchema value(FieldDefinition field, String path) {
        List<Type> types = new ArrayList<>(types(field.type()));
        if (field.allowNull()) {
            types.add(Type.NULL);
        }
        boolean nested = isNested(field);
        // fld-props-allownull: nested fields replace the types of the object, and with them null.
        TypeUnion union = new TypeUnion(nested ? List.of(Type.OBJECT) : types);
        Limits limits = limits(field, path);
        Format format = format(field, path);
        Optional<ObjectSchema> members =
                nested ? field.properties().map(properties -> nested(field, properties, path)) : Optional.empty();
        ValueSchema.Parts parts = new ValueSchema.Parts(field.label(), union, choices(field, path), limits, format);
        return new ValueSchema(parts, members, Optional.empty());
    }

    // fld-multiple-format: formats and bounds are of the list, where they mean nothing; they are only looked at.
    private ValueSchema list(FieldDefinition field, String path) {
        limits(field, path);
        format(field, path);
        int before = faults.count();
        ValueSchema items = isNested(field) ? nestedItems(field, path + "/items") : plainItems(field, path + "/items");
        faults.closeItems(before, path + "/items");
        ValueSchema.Parts parts =
                new ValueSchema.Parts(field.label(), new TypeUnion(List.of(Type.ARRAY)), null, null, null);
        return new ValueSchema(parts, Optional.empty(), Optional.of(items));
    }

    private ValueSchema nestedItems(FieldDefinition field, String path) {
        ValueSchema.Parts parts = new ValueSchema.Parts("", new TypeUnion(List.of(Type.OBJECT)), null, null, null);
        Optional<ObjectSchema> members = field.properties().map(properties -> nested(field, properties, path));
        return new ValueSchema(parts, members, Optional.empty());
    }

    private ValueSchema plainItems(FieldDefinition field, String path) {
        TypeUnion types = new TypeUnion(types(field.type()));
        ValueSchema.Parts parts = new ValueSchema.Parts("", types, choices(field, path), null, null);
        return new ValueSchema(parts, Optional.empty(), Optional.empty());
    }

    private Choices choices(FieldDefinition field, String path) {
        if (field.choices().isEmpty()) {
            return null;
        }
        List<JsonNode> values = new ArrayList<>();
        field.choices().forEach(choice -> values.add(choice.value()));
        if (field.allowNull()) {
            values.add(NullNode.getInstance());
        }
        faults.checkUnique(values, path);
        return new Choices(values);
    }

    private ObjectSchema nested(FieldDefinition field, Map<String, FieldDefinition> properties, String path) {
        boolean conditional =
                properties.values().stream().anyMatch(property -> property.required() instanceof Requirement.When);
        // fld-cond-nested: one conditional member and the object loses all requirements of its own.
        return members(properties, path, field.additionalProperties(), !conditional);
    }

    private static boolean isNested(FieldDefinition field) {
        return field.type() == FieldType.OBJECT && field.properties().isPresent();
    }

    private static List<Type> types(FieldType type) {
        return switch (type) {
            case STRING, TEXT, PASSWORD -> List.of(Type.STRING);
            case NUMBER -> List.of(Type.NUMBER);
            case INTEGER -> List.of(Type.INTEGER);
            case BOOLEAN -> List.of(Type.BOOLEAN);
            case OBJECT -> List.of(Type.OBJECT);
            case DATETIME -> List.of(Type.STRING, Type.NUMBER);
        };
    }

    // fld-minmax-zero, fld-minmax-integer: a bound of 0 and any bound of an integer is no bound.
    private Limits limits(FieldDefinition field, String path) {
        boolean ofText = field.type() == FieldType.STRING;
        Optional<Double> minimum = field.minimum().filter(bound -> bound != 0);
        Optional<Double> maximum = field.maximum().filter(bound -> bound != 0);
        boolean bounded = minimum.isPresent() || maximum.isPresent();
        if (!bounded || !(ofText || field.type() == FieldType.NUMBER)) {
            return null;
        }
        if (ofText) {
            maximum.ifPresent(bound -> faults.checkLength(bound, path + "/maxLength"));
            minimum.ifPresent(bound -> faults.checkLength(bound, path + "/minLength"));
        }
        return new Limits(ofText, minimum.orElse(Double.NEGATIVE_INFINITY), maximum.orElse(Double.POSITIVE_INFINITY));
    }

    private Format format(FieldDefinition field, String path) {
        String name = switch (field.type()) {
            case DATETIME -> "date-like";
            case PASSWORD -> "password";
            case TEXT -> "text";
            default -> field.format().orElse(null);
        };
        if (name == null) {
            return null;
        }
        if (!Formats.isKnown(name)) {
            faults.unknownFormat(name, path);
        }
        return Formats.named(name).orElse(null);
    }

    private static List<Entry<String, FieldDefinition>> inOrder(Map<String, FieldDefinition> fields) {
        List<Entry<String, FieldDefinition>> members = new ArrayList<>(fields.entrySet());
        members.sort(Comparator.comparingLong(member -> {
            long index = JsJson.index(member.getKey());
            return index < 0 ? Long.MAX_VALUE : index;
        }));
        return members;
    }
}
