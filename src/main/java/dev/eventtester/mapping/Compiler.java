package dev.eventtester.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsJson;
import dev.eventtester.json.JsType;
import dev.eventtester.liquid.TemplateVariables;
import dev.eventtester.mapping.directive.Budget;
import dev.eventtester.mapping.directive.Choice;
import dev.eventtester.mapping.directive.Directives;
import dev.eventtester.mapping.directive.Evaluation;
import dev.eventtester.mapping.directive.EventPath;
import dev.eventtester.mapping.directive.Expression;
import dev.eventtester.mapping.directive.Replacement;
import dev.eventtester.mapping.directive.Reshaping;
import dev.eventtester.mapping.directive.Selection;
import dev.eventtester.mapping.directive.TemplateText;
import dev.eventtester.mapping.directive.Trace;
import dev.eventtester.mapping.directive.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;

/** Turns the values of a mapping into expressions. Inside arrays they were not validated, so options can be anything. */
final class Compiler {

    private static final JsonNode EMPTY = TextNode.valueOf("");

    private final Budget budget;
    private final Scope start;
    private final Set<String> paths;

    Compiler(Budget budget) {
        this(budget, Scope.ROOT, new LinkedHashSet<>());
    }

    private Compiler(Budget budget, Scope start, Set<String> paths) {
        this.budget = budget;
        this.start = start;
        this.paths = paths;
    }

    /** The event's paths that the compiled expressions read, in the order of the mapping. */
    Set<String> paths() {
        return paths;
    }

    Expression compile(JsonNode mapping) {
        return value(mapping, start);
    }

    private Expression value(JsonNode value, Scope scope) {
        budget.spend(value.size() + 1);
        if (value.isArray()) {
            return elements(value, scope.inside());
        }
        if (!value.isObject()) {
            return new Expression.Constant(value);
        }
        boolean directive = Directives.isMeant(value) && !Directives.hasForeignKeys(value);
        return directive ? directive(Directives.name(value), value, scope) : members(value, scope);
    }

    private Expression elements(JsonNode array, Scope scope) {
        List<Expression> elements = new ArrayList<>(array.size());
        boolean constant = true;
        for (JsonNode element : array) {
            Expression compiled = value(element, scope);
            constant &= compiled instanceof Expression.Constant;
            elements.add(compiled);
        }
        Expression whole = new Expression.Elements(List.copyOf(elements));
        return constant ? folded(whole) : whole;
    }

    private Expression members(JsonNode object, Scope scope) {
        List<String> keys = new ArrayList<>(object.size());
        List<Expression> values = new ArrayList<>(object.size());
        List<Trace.Field> fields = new ArrayList<>(object.size());
        boolean constant = scope.keys() == null;
        for (Entry<String, JsonNode> member : JsJson.members(object)) {
            Scope inner = scope.member(member.getKey());
            Expression value = value(member.getValue(), inner);
            constant &= value instanceof Expression.Constant;
            keys.add(member.getKey());
            values.add(value);
            if (inner.keys() != null) {
                fields.add(new Trace.Field(inner.keys(), value.origin()));
            }
        }
        Expression whole = new Expression.Members(
                List.copyOf(keys), List.copyOf(values), fields.isEmpty() ? null : List.copyOf(fields));
        return constant ? folded(whole) : whole;
    }

    /** What depends on no event is evaluated once. */
    private static Expression folded(Expression constant) {
        return new Expression.Constant(constant.evaluate(MissingNode.getInstance(), new Evaluation(null, null)));
    }

    private Expression directive(String name, JsonNode directive, Scope scope) {
        JsonNode options = directive.get(name);
        Scope inside = scope.inside();
        return switch (name) {
            case "@path" -> path(options, inside);
            case "@template" -> template(options, inside);
            case "@liquid" -> liquid(options, inside);
            case "@literal" -> value(options, scope);
            case "@excludeWhenNull" -> new Reshaping.ExcludeWhenNull(value(options, inside));
            case "@arrayPath" -> arrayPath(options, inside);
            case "@if" -> options.isObject() ? choice(options, scope) : needs(name, "an \"exists\" key");
            case "@case" -> options.isObject() ? casing(options, inside) : needs(name, "a \"operator\" key");
            case "@replace" -> options.isObject() ? replace(options, inside) : needs(name, "a \"pattern\" key");
            case "@flatten" -> options.isObject() ? flatten(options, inside) : needs(name, "a \"separator\" key");
            case "@json" -> options.isObject() ? json(options, inside) : needs(name, "a \"value\" key");
            case "@merge" ->
                options.isObject() ? merge(options, inside) : needs(name, "an \"objects\" key and a \"direction\" key");
            case "@transform" ->
                options.isObject() ? transform(options, scope) : needs(name, "an \"apply\" key and a \"mapping\" key");
            default -> new Expression.Failure(name + " is not a valid directive, got undefined", name);
        };
    }

    private static Expression needs(String directive, String keys) {
        return new Expression.Failure(directive + " requires an object with " + keys, directive);
    }

    private static Expression lacks(String directive, String key) {
        return new Expression.Failure(directive + " requires a \"" + key + "\" key", directive);
    }

    private Expression path(JsonNode option, Scope scope) {
        if (!option.isTextual()) {
            return new Selection.AtMadePath(value(option, scope), scope.subject());
        }
        EventPath path = EventPath.inDirective(option.textValue());
        reads(path, scope);
        return new Selection.AtPath(path, option.textValue(), scope.subject());
    }

    private void reads(EventPath path, Scope scope) {
        if (scope.prefix() != null) {
            String read = scope.prefix() + path.dotted();
            budget.spendText(read.length());
            paths.add(read);
        }
    }

    private Expression template(JsonNode option, Scope scope) {
        if (!option.isTextual()) {
            return new Wording.MadeTemplate(value(option, scope));
        }
        TemplateText template = TemplateText.parse(option.textValue());
        template.paths().forEach(path -> reads(path, scope));
        return new Wording.Template(template);
    }

    private Expression liquid(JsonNode option, Scope scope) {
        if (!option.isTextual()) {
            return new Expression.Failure("liquid template value must be a string", "@liquid");
        }
        budget.spendTemplate(option.textValue().length());
        if (option.textValue().length() <= Wording.Rendered.MAX_LENGTH) {
            TemplateVariables.find(option.textValue(), name -> reads(EventPath.inTemplate(name), scope));
        }
        return Wording.Rendered.of(option.textValue());
    }

    private Expression arrayPath(JsonNode options, Scope scope) {
        if (!options.isArray()) {
            String kind = JsType.of(options).label();
            return new Expression.Failure("@arrayPath expected array, got " + kind, "@arrayPath");
        }
        JsonNode source = options.path(0);
        Expression items = source.isTextual() ? path(source, scope) : value(source, scope);
        EventPath path = items instanceof Selection.AtPath at ? at.path() : null;
        JsonNode shape = options.path(1);
        boolean shaped = shape.isObject() && !shape.isEmpty();
        return new Selection.AtArrayPath(items, shaped ? value(shape, scope.items(path)) : null);
    }

    private Expression choice(JsonNode options, Scope scope) {
        JsonNode exists = options.path("exists");
        JsonNode blank = options.path("blank");
        if (!JsType.isTruthy(exists) && !JsType.isTruthy(blank)) {
            String message = "@if requires an \"exists\" key or a \"blank\" key";
            return new Expression.Failure(message, "@if");
        }
        // A raw falsy else is ignored (map-if-falsy-branches-a), a falsy then is not.
        return new Choice(
                exists.isMissingNode(),
                value(exists.isMissingNode() ? blank : exists, scope.inside()),
                options.has("then") ? value(options.get("then"), scope) : null,
                JsType.isTruthy(options.path("else")) ? value(options.get("else"), scope) : null);
    }

    private Expression casing(JsonNode options, Scope scope) {
        JsonNode operator = options.path("operator");
        return JsType.isTruthy(operator)
                ? new Wording.Case(operator, valueIfTruthy(options, scope))
                : lacks("@case", "operator");
    }

    private Expression valueIfTruthy(JsonNode options, Scope scope) {
        JsonNode value = options.path("value");
        return JsType.isTruthy(value) ? value(value, scope) : null;
    }

    private Expression replace(JsonNode options, Scope scope) {
        if (!JsType.isTruthy(options.path("pattern"))) {
            return lacks("@replace", "pattern");
        }
        return new Replacement(
                options.path("pattern"),
                orElse(options.path("replacement"), EMPTY),
                options.path("pattern2"),
                orElse(options.path("replacement2"), EMPTY),
                orElse(options.path("ignorecase"), BooleanNode.FALSE),
                orElse(options.path("global"), BooleanNode.TRUE),
                valueIfTruthy(options, scope));
    }

    private static JsonNode orElse(JsonNode option, JsonNode otherwise) {
        return JsType.isNullish(option) ? otherwise : option;
    }

    private Expression flatten(JsonNode options, Scope scope) {
        if (!JsType.isTruthy(options.path("separator"))) {
            return lacks("@flatten", "separator");
        }
        return new Reshaping.Flatten(
                value(options.get("separator"), scope),
                value(options.path("value"), scope),
                JsType.isTruthy(options.path("omitArrays")));
    }

    private Expression json(JsonNode options, Scope scope) {
        if (!JsType.isTruthy(options.path("mode"))) {
            return lacks("@json", "mode");
        }
        if (!JsType.isTruthy(options.path("value"))) {
            return lacks("@json", "value");
        }
        return new Reshaping.Json(options.get("mode"), value(options.get("value"), scope));
    }

    private Expression merge(JsonNode options, Scope scope) {
        JsonNode direction = options.path("direction");
        JsonNode objects = options.path("objects");
        if (!JsType.isTruthy(direction)) {
            return lacks("@merge", "direction");
        }
        if (!JsType.isTruthy(objects)) {
            return lacks("@merge", "objects");
        }
        List<Expression> compiled = new ArrayList<>();
        if (objects.isArray()) {
            objects.forEach(object -> compiled.add(value(object, scope)));
        }
        String notArray = objects.isArray() ? null : JsType.of(objects).label();
        return new Reshaping.Merge(value(direction, scope), List.copyOf(compiled), notArray);
    }

    private Expression transform(JsonNode options, Scope scope) {
        JsonNode apply = options.path("apply");
        JsonNode mapping = options.path("mapping");
        if (!JsType.isTruthy(mapping)) {
            return lacks("@transform", "mapping");
        }
        if (!JsType.isTruthy(apply)) {
            return lacks("@transform", "apply");
        }
        if (!apply.isObject()) {
            return new Expression.Failure("@transform \"apply\" key should be an object", "@transform");
        }
        Compiler inner = new Compiler(budget, scope.inside(), paths);
        return new Reshaping.Transform(Program.of(apply, inner, budget), value(mapping, scope.applied()));
    }
}
