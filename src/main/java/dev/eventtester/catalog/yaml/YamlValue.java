package dev.eventtester.catalog.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.json.JsJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of a definition file. Reading it as something that it is not adds a problem with its line and gives an empty
 * value, so that reading goes on and finds the other problems too.
 */
public final class YamlValue {

    private static final String MERGE = "<<";
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NODES = 200_000;

    private final Node node;
    private final Source source;

    YamlValue(Node node, Source source) {
        this.node = node;
        this.source = source;
    }

    /** The file a value stands in, with what is left of its budget: aliases can make a small file a huge document. */
    static final class Source {

        private final String file;
        private final Problems problems;
        private int nodes;

        Source(String file, Problems problems) {
            this.file = file;
            this.problems = problems;
        }
    }

    public String file() {
        return source.file;
    }

    public void problem(String reason) {
        source.problems.add(source.file, node.getStartMark(), reason);
    }

    /** How many problems there are by now, in all files. */
    public int problemsSoFar() {
        return source.problems.count();
    }

    /** The value as an object that may have these keys only. */
    public YamlObject object(String what, Set<String> keys) {
        Map<String, YamlValue> members = members(what);
        members.forEach((key, value) -> {
            if (!keys.contains(key)) {
                value.problem("unknown key \"" + key + "\" in " + what + ", which may have: "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        });
        return new YamlObject(what, this, members);
    }

    /** The value as an object with any keys, in order. */
    public Map<String, YamlValue> members(String what) {
        Map<String, YamlValue> members = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(what + " must be an object but it is " + kind());
            return members;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple.getKeyNode());
            if (key.equals(MERGE)) {
                continue;
            }
            if (members.put(key, new YamlValue(tuple.getValueNode(), source)) != null) {
                new YamlValue(tuple.getKeyNode(), source).problem("the key \"" + key + "\" occurs twice in " + what);
            }
        }
        merged(mapping)
                .forEach(tuple ->
                        members.putIfAbsent(key(tuple.getKeyNode()), new YamlValue(tuple.getValueNode(), source)));
        return members;
    }

    /** The members of the object that a merge key ({@code <<: *anchor}) names. */
    private static List<NodeTuple> merged(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (key(tuple.getKeyNode()).equals(MERGE) && tuple.getValueNode() instanceof MappingNode other) {
                return other.getValue();
            }
        }
        return List.of();
    }

    private static String key(Node key) {
        return key instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** The value as a list. */
    public List<YamlValue> items(String what) {
        List<YamlValue> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> items.add(new YamlValue(item, source)));
        } else {
            problem(what + " must be a list but it is " + kind());
        }
        return items;
    }

    public String text(String what) {
        if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.STR)) {
            return scalar.getValue();
        }
        boolean quotable = !node.getTag().equals(Tag.NULL) && node instanceof ScalarNode;
        problem(what + " must be a text but it is " + kind() + (quotable ? "; quote it if it is meant as a text" : ""));
        return "";
    }

    public boolean flag(String what) {
        if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        problem(what + " must be true or false but it is " + kind());
        return false;
    }

    public boolean isFlag() {
        return node.getTag().equals(Tag.BOOL);
    }

    /** The value as JSON. */
    public JsonNode json() {
        return json(node, 0);
    }

    private JsonNode json(Node from, int depth) {
        if (depth > MAX_DEPTH || ++source.nodes > MAX_NODES) {
            if (source.nodes <= MAX_NODES + 1) {
                problem("the value is too large: at most " + MAX_DEPTH + " levels and, with all aliases of the file"
                        + " written out, " + MAX_NODES + " values");
                source.nodes = MAX_NODES + 1;
            }
            return NullNode.getInstance();
        }
        if (from instanceof MappingNode mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            merged(mapping)
                    .forEach(tuple -> object.set(key(tuple.getKeyNode()), json(tuple.getValueNode(), depth + 1)));
            mapping.getValue().stream()
                    .filter(tuple -> !key(tuple.getKeyNode()).equals(MERGE))
                    .forEach(tuple -> object.set(key(tuple.getKeyNode()), json(tuple.getValueNode(), depth + 1)));
            return object;
        }
        if (from instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item, depth + 1)));
            return array;
        }
        return scalar(from);
    }

    private JsonNode scalar(Node from) {
        String text = ((ScalarNode) from).getValue();
        Tag tag = from.getTag();
        if (tag.equals(Tag.NULL)) {
            return NullNode.getInstance();
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) && text.length() <= 15) {
            long number = Long.parseLong(text);
            return number == (int) number
                    ? JsonNodeFactory.instance.numberNode((int) number)
                    : JsonNodeFactory.instance.numberNode(number);
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return DoubleNode.valueOf(Double.parseDouble(text));
        }
        if (!tag.equals(Tag.STR)) {
            new YamlValue(from, source).problem("tags such as " + tag.getValue() + " are not supported");
        }
        return TextNode.valueOf(text);
    }

    /** The value that a JSON pointer, or a single key, leads to, as far as it leads. */
    public YamlValue at(String pointer) {
        YamlValue value = this;
        for (String step : pointer.split("/")) {
            value = step.isEmpty() ? value : value.child(step).orElse(value);
        }
        return value;
    }

    private Optional<YamlValue> child(String step) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .filter(tuple -> key(tuple.getKeyNode()).equals(step))
                    .map(tuple -> new YamlValue(tuple.getValueNode(), source))
                    .findFirst();
        }
        if (node instanceof SequenceNode sequence && JsJson.index(step) >= 0) {
            return sequence.getValue().stream()
                    .skip(JsJson.index(step))
                    .map(item -> new YamlValue(item, source))
                    .findFirst();
        }
        return Optional.empty();
    }

    private String kind() {
        if (node instanceof MappingNode) {
            return "an object";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return "empty";
        }
        if (tag.equals(Tag.BOOL)) {
            return "true or false";
        }
        boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return isNumber ? "a number" : "a text";
    }
}
