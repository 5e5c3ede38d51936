package dev.eventtester.mapping.directive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsJson;
import java.util.List;
import java.util.Map.Entry;

/** Directives that make objects of other values. */
public sealed interface Reshaping extends Expression {

    /** {@code @flatten}. */
    record Flatten(Expression separator, Expression value, boolean omitArrays) implements Reshaping {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode joint = separator.evaluate(event, run);
            if (!joint.isTextual()) {
                throw new DirectiveException("@flatten requires a string separator");
            }
            ObjectNode flat = Values.object(16);
            flatten(value.evaluate(event, run), "", joint.textValue(), flat, run.budget, 1);
            return flat;
        }

        private void flatten(JsonNode from, String prefix, String joint, ObjectNode to, Budget budget, int depth) {
            boolean descends = from instanceof ObjectNode || (from instanceof ArrayNode && !omitArrays);
            if (!descends) {
                to.set(prefix, from);
                return;
            }
            if (depth > Budget.MAX_VALUE_DEPTH) {
                throw Budget.valueTooDeep();
            }
            budget.spend(from.size() + 1);
            if (from instanceof ObjectNode) {
                for (Entry<String, JsonNode> member : JsJson.members(from)) {
                    String key = key(prefix, joint, member.getKey(), budget);
                    flatten(member.getValue(), key, joint, to, budget, depth + 1);
                }
                return;
            }
            for (int i = 0; i < from.size(); i++) {
                String key = key(prefix, joint, Integer.toString(i), budget);
                flatten(from.get(i), key, joint, to, budget, depth + 1);
            }
        }

        private static String key(String prefix, String joint, String key, Budget budget) {
            if (prefix.isEmpty()) {
                return key;
            }
            budget.spendText(prefix.length() + joint.length() + key.length());
            return prefix + joint + key;
        }

        @Override
        public String origin() {
            return Expression.origin("@flatten of", value.origin());
        }
    }

    /** {@code @merge}; {@code notArray} is the type of options that are not the array that they should be, or null. */
    record Merge(Expression direction, List<Expression> objects, String notArray) implements Reshaping {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode side = direction.evaluate(event, run);
            if (notArray != null) {
                throw new DirectiveException("@merge: expected opts.array, got " + notArray);
            }
            List<JsonNode> values =
                    objects.stream().map(object -> object.evaluate(event, run)).toList();
            // LEFT passes validation and is not left (map-merge-direction-1-a).
            boolean left = side.isTextual() && side.textValue().equals("left");
            ObjectNode merged = Values.object(16);
            for (int i = 0; i < values.size(); i++) {
                contribute(values.get(left ? values.size() - 1 - i : i), merged, run.budget);
            }
            return merged;
        }

        private static void contribute(JsonNode value, ObjectNode to, Budget budget) {
            budget.spend(value.size() + 1);
            if (value instanceof ObjectNode object) {
                to.setAll(object);
            } else if (value instanceof ArrayNode) {
                for (int i = 0; i < value.size(); i++) {
                    to.set(Integer.toString(i), value.get(i));
                }
            } else if (value.isTextual()) {
                String text = value.textValue();
                budget.spend(text.length());
                for (int i = 0; i < text.length(); i++) {
                    to.set(Integer.toString(i), TextNode.valueOf(text.substring(i, i + 1)));
                }
            }
        }

        @Override
        public String origin() {
            return "@merge";
        }
    }

    /** {@code @transform}. */
    record Transform(Expression apply, Expression mapping) implements Reshaping {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            return mapping.evaluate(apply.evaluate(event, run), run);
        }

        @Override
        public String origin() {
            return "@transform";
        }
    }

    /** {@code @excludeWhenNull}: objects lose null members at any depth, arrays are left alone. */
    record ExcludeWhenNull(Expression value) implements Reshaping {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode plain = value.evaluate(event, run);
            if (plain.isNull()) {
                run.absent(() -> "it is null, which @excludeWhenNull leaves out");
                return MissingNode.getInstance();
            }
            return withoutNulls(plain, run.budget, 1);
        }

        private static JsonNode withoutNulls(JsonNode value, Budget budget, int depth) {
            if (!(value instanceof ObjectNode)) {
                return value;
            }
            if (depth > Budget.MAX_VALUE_DEPTH) {
                throw Budget.valueTooDeep();
            }
            budget.spend(value.size() + 1);
            ObjectNode kept = Values.object(value.size());
            for (Entry<String, JsonNode> member : value.properties()) {
                if (!member.getValue().isNull()) {
                    kept.set(member.getKey(), withoutNulls(member.getValue(), budget, depth + 1));
                }
            }
            return kept;
        }

        @Override
        public String origin() {
            return Expression.origin("@excludeWhenNull of", value.origin());
        }
    }

    /** {@code @json}. */
    record Json(JsonNode mode, Expression value) implements Reshaping {

        @Override
        public JsonNode evaluate(JsonNode event, Evaluation run) {
            JsonNode plain = value.evaluate(event, run);
            // Validation lower-cases the mode, this does not (map-json-mode-1-a).
            return switch (mode.isTextual() ? mode.textValue() : "") {
                case "encode" -> plain.isMissingNode() ? plain : encode(plain, run.budget);
                case "decode" -> plain.isTextual() ? decode(plain, run.budget) : plain;
                default -> {
                    run.absent(() -> "@json knows the modes encode and decode, not " + JsJson.stringify(mode));
                    yield MissingNode.getInstance();
                }
            };
        }

        private static JsonNode encode(JsonNode value, Budget budget) {
            String json = JsJson.stringify(value, budget::spend);
            budget.spendText(json.length());
            return TextNode.valueOf(json);
        }

        private static JsonNode decode(JsonNode text, Budget budget) {
            JsonNode value = JsJson.parse(text.textValue(), budget::spend);
            return value.isMissingNode() ? text : value;
        }

        @Override
        public String origin() {
            return Expression.origin("@json of", value.origin());
        }
    }
}
