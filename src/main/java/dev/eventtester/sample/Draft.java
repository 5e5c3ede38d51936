package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.eventtester.event.EventType;
import dev.eventtester.event.Product;
import dev.eventtester.json.JsType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/** One event in the making: a typical one, changed until it has what a mapping reads and what its trigger asks for. */
final class Draft {

    private static final List<String> TYPE = List.of("type");
    private static final List<String> EVENT = List.of("event");
    private static final int LONGEST_LIST = 50;

    private final Map<List<String>, Demand> plan;
    private final List<Wish> wishes;
    private final Inventions invent;
    private final Product product;
    private final EventType type;
    private final ObjectNode event;
    private final ModelRow row;

    /**
     * @param change what a row is called if the plan allows it; null for the usual name
     */
    Draft(Map<List<String>, Demand> plan, List<Wish> wishes, Wanted wanted, String change, Inventions invent) {
        this.plan = plan;
        this.wishes = wishes;
        this.invent = invent;
        this.product = wanted.product();
        String wireType = wireType(wanted.type());
        this.type = EventType.of(wireType).orElse(EventType.TRACK);
        this.event = ProductRecord.of(type, product, name(change), invent);
        event.put("type", wireType);
        this.row = new ModelRow(wanted.columns(), ProductRecord.section(type), event, invent);
    }

    ObjectNode event() {
        return event;
    }

    private String wireType(EventType asked) {
        List<JsonNode> types = new ArrayList<>();
        if (asked != null) {
            types.add(TextNode.valueOf(asked.wire()));
        }
        for (EventType known : EventType.values()) {
            types.add(TextNode.valueOf(known.wire()));
        }
        return demand(TYPE)
                .answer(types)
                .map(JsonNode::asText)
                .orElse(types.get(0).textValue());
    }

    /** What the trigger wants a track to be called, so that its properties are made for that name. */
    private String name(String change) {
        if (type != EventType.TRACK || (!plan.containsKey(EVENT) && change == null)) {
            return null;
        }
        String usual = ProductRecord.of(EventType.TRACK, product, null, invent)
                .path("event")
                .textValue();
        List<JsonNode> names = new ArrayList<>();
        if (change != null) {
            names.add(TextNode.valueOf(change));
        }
        names.add(TextNode.valueOf(usual));
        names.add(TextNode.valueOf("updated"));
        names.add(TextNode.valueOf(TypicalEvent.TRACK_NAME));
        return demand(EVENT)
                .answer(names)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElse(usual);
    }

    private Demand demand(List<String> names) {
        return plan.getOrDefault(names, new Demand(List.of()));
    }

    /** Fills what the mapping reads, then changes what the trigger wants otherwise. */
    void complete() {
        wishes.stream().filter(wish -> wish.unless() == null).forEach(this::grant);
        satisfy();
        wishes.stream().filter(this::isFallback).forEach(this::grant);
        if (product == Product.REVERSE_ETL && ProductRecord.isDeletedRow(event)) {
            Set<String> needed = neededColumns();
            ProductRecord.emptyRow(event, column -> needed.contains(column) || row.outlives(column));
        }
        if (product == Product.LINKED_AUDIENCES) {
            ProductRecord.settleMembership(event);
        }
        satisfy();
        row.settle();
    }

    /** Gives some fields what suits them best, whatever is there. */
    void repair(Set<String> fields) {
        for (Wish wish : wishes) {
            boolean refused = fields.contains(wish.field()) && !wish.isGrantedBy(Places.at(event, wish.names()));
            if (refused && row.mayChange(wish.names())) {
                JsonNode ideal = FieldValue.of(wish, invent);
                if (demand(wish.names()).accepts(ideal)) {
                    Places.put(event, wish.names(), ideal);
                }
            }
        }
        satisfy();
        row.settle();
    }

    /** A track has no name and an identify no groupId, though a mapping of all types may ask for them. */
    private boolean isNatural(Wish wish) {
        if (wish.isRequired()) {
            return true;
        }
        return switch (wish.names().get(0)) {
            case "event" -> type == EventType.TRACK;
            case "name", "category" -> type == EventType.PAGE || type == EventType.SCREEN;
            case "groupId" -> type == EventType.GROUP;
            case "previousId" -> type == EventType.ALIAS;
            default -> true;
        };
    }

    private boolean isFallback(Wish wish) {
        return wish.unless() != null && JsType.isNullish(Places.at(event, wish.unless()));
    }

    private void grant(Wish wish) {
        if (!isNatural(wish) || !row.mayChange(wish.names())) {
            return;
        }
        JsonNode current = Places.at(event, wish.names());
        if (current.isContainerNode() && FieldValue.complete(current, wish, invent)) {
            return;
        }
        if (!wish.isGrantedBy(current)) {
            Places.put(event, wish.names(), FieldValue.of(wish, invent));
        }
    }

    /** Deepest places first, so that what surrounds them is there; lengths last, for what has to be so long. */
    private void satisfy() {
        List<Entry<List<String>, Demand>> places = new ArrayList<>(plan.entrySet());
        places.sort(Comparator.comparing((Entry<List<String>, Demand> place) -> isLength(place.getKey()))
                .thenComparing(place -> -place.getKey().size()));
        for (Entry<List<String>, Demand> place : places) {
            if (!place.getValue().accepts(Places.at(event, place.getKey()))) {
                satisfy(place.getKey(), place.getValue());
            }
        }
    }

    private boolean isLength(List<String> names) {
        return names.size() > 2 && names.get(names.size() - 1).equals(Places.LENGTH);
    }

    private void satisfy(List<String> names, Demand demand) {
        List<Wish> readers =
                wishes.stream().filter(wish -> wish.names().equals(names)).toList();
        List<JsonNode> suggestions = new ArrayList<>();
        suggestions.add(Places.at(event, names));
        readers.forEach(wish -> suggestions.add(FieldValue.of(wish, invent)));
        suggestions.add(FieldValue.of(Wish.plain(names), invent));
        JsonNode value = demand.answer(
                        suggestions, candidate -> readers.stream().allMatch(wish -> wish.isGrantedBy(candidate)))
                .orElse(null);
        if (value == null) {
            return;
        }
        JsonNode parent = isLength(names) ? Places.at(event, names.subList(0, names.size() - 1)) : event;
        if (!parent.isObject() && !value.isTextual() && !value.isBoolean()) {
            resize(names.subList(0, names.size() - 1), value);
        } else if (value.isMissingNode()) {
            Places.remove(event, names);
        } else {
            Places.put(event, names, value);
        }
    }

    /** Makes a list or text as long as asked for; what is not there yet becomes a list. */
    private void resize(List<String> names, JsonNode length) {
        if (length.isMissingNode()) {
            Places.remove(event, names);
            return;
        }
        int wanted = (int) Math.max(0, Math.min(length.asDouble(), LONGEST_LIST));
        JsonNode current = Places.at(event, names);
        if (current.isTextual()) {
            String text = current.textValue() + "x".repeat(wanted);
            Places.put(event, names, TextNode.valueOf(text.substring(0, wanted)));
            return;
        }
        JsonNode item = current.isArray() && !current.isEmpty()
                ? current.get(0)
                : NamedValue.any(Wish.plain(names).last());
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < wanted; i++) {
            list.add(i < current.size() ? current.get(i) : item.deepCopy());
        }
        Places.put(event, names, list);
    }

    private Set<String> neededColumns() {
        Set<String> needed = new HashSet<>();
        plan.keySet().stream().filter(names -> names.size() > 1).forEach(names -> needed.add(names.get(1)));
        wishes.stream()
                .filter(wish -> wish.isRequired() && wish.names().size() > 1)
                .forEach(wish -> needed.add(wish.names().get(1)));
        return needed;
    }
}
