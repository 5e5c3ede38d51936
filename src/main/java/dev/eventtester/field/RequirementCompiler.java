package dev.eventtester.field;

import dev.eventtester.field.ConditionalRequirement.Test;
import dev.eventtester.field.definition.InvalidFieldDefinitionException;
import dev.eventtester.field.definition.Requirement;
import java.util.List;
import java.util.Optional;

/** Compiles conditional requirements, whose conditions mean something else when there are several. */
final class RequirementCompiler {

    private RequirementCompiler() {}

    /**
     * @param key the field that is required, {@code object.member} for a member
     */
    static ConditionalRequirement compile(String key, Requirement.When when) {
        List<Requirement.Condition> conditions = when.conditions();
        if (conditions.size() == 1) {
            String[] path = path(key);
            Optional<String> child = path.length > 1 ? Optional.of(path[1]) : Optional.empty();
            return new ConditionalRequirement(false, List.of(single(conditions.get(0))), path[0], child);
        }
        List<Test> tests =
                conditions.stream().map(RequirementCompiler::oneOfSeveral).toList();
        // fld-cond-nested: the dotted name of a member is then taken for a key of the object that is looked at.
        return new ConditionalRequirement(when.any(), tests, key, Optional.empty());
    }

    private static Test single(Requirement.Condition condition) {
        boolean equal = isEqual(condition);
        String[] path = path(condition.fieldKey());
        if (path.length > 1) {
            return new ConditionalRequirement.ChildValue(path[0], path[1], condition.value(), equal);
        }
        return condition.value().isMissingNode()
                ? new ConditionalRequirement.NonNull(condition.fieldKey(), !equal)
                : new ConditionalRequirement.Value(condition.fieldKey(), condition.value(), equal);
    }

    // Only conditions without a value have their operator checked here; any other than "is" means "is_not".
    private static Test oneOfSeveral(Requirement.Condition condition) {
        String[] path = path(condition.fieldKey());
        boolean equal = condition.operator().equals("is");
        if (path.length > 1) {
            return new ConditionalRequirement.ChildValue(path[0], path[1], condition.value(), equal);
        }
        return condition.value().isMissingNode()
                ? new ConditionalRequirement.Presence(condition.fieldKey(), !isEqual(condition))
                : new ConditionalRequirement.Value(condition.fieldKey(), condition.value(), equal);
    }

    private static boolean isEqual(Requirement.Condition condition) {
        return switch (condition.operator()) {
            case "is" -> true;
            case "is_not" -> false;
            default ->
                throw new InvalidFieldDefinitionException(
                        "Unsupported conditionally required field operator: " + condition.operator());
        };
    }

    private static String[] path(String key) {
        return key.split("\\.", -1);
    }
}
