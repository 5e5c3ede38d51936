package dev.eventtester.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a value's name says about it: {@code billing_email} is an address, {@code createdAt} a time. */
final class NamedValue {

    private static final Map<String, Function<Inventions, JsonNode>> BY_WORD = Map.ofEntries(
            words("email emails mail", invent -> text(invent.email())),
            words("phone mobile telephone tel msisdn", invent -> text(invent.phone())),
            words("url uri link href website homepage", invent -> text(Inventions.SITE + "/sample")),
            words("referrer referer", invent -> text(Inventions.SITE + "/")),
            words("image avatar photo logo picture icon", invent -> text(Inventions.SITE + "/sample.png")),
            words("domain host hostname", invent -> text("www.example.com")),
            words("ip", invent -> text(invent.ip())),
            words("currency", invent -> text("USD")),
            words(
                    "price revenue total subtotal amount value cost tax discount shipping balance ltv spend",
                    invent -> DoubleNode.valueOf(49.95)),
            words("quantity count qty num", invent -> IntNode.valueOf(2)),
            words("age", invent -> IntNode.valueOf(34)),
            words("score rating position rank level", invent -> IntNode.valueOf(4)),
            words("latitude lat", invent -> DoubleNode.valueOf(37.25)),
            words("longitude lng lon", invent -> DoubleNode.valueOf(-115.8)),
            words("speed", invent -> IntNode.valueOf(0)),
            words("density", invent -> DoubleNode.valueOf(2.5)),
            words("height", invent -> IntNode.valueOf(2400)),
            words("width", invent -> IntNode.valueOf(1080)),
            words("birthday birthdate dob birth", invent -> text("1990-04-12")),
            words("timestamp time date at datetime since until expires", invent -> text(invent.time())),
            words("timezone tz", invent -> text("America/New_York")),
            words("locale", invent -> text("en-US")),
            words("language lang", invent -> text("en")),
            words("country", invent -> text("US")),
            words("city town", invent -> text("Springfield")),
            words("state region province", invent -> text("CA")),
            words("zip postal postcode zipcode", invent -> text("90000")),
            words("street address", invent -> text("1 Example Street")),
            words("firstname", invent -> text("Alex")),
            words("lastname surname", invent -> text("Example")),
            words("fullname username", invent -> text("Alex Example")),
            words("company organization organisation", invent -> text("Example Inc.")),
            words("gender", invent -> text("unknown")),
            words("sku", invent -> text("SAMPLE-001")),
            words("coupon promo promotion", invent -> text("SAMPLE10")),
            words("plan tier", invent -> text("Pro")),
            words("color colour", invent -> text("#336699")),
            words("path", invent -> text("/sample")),
            words("search", invent -> text("?q=sample")),
            words("agent useragent", invent -> text(Inventions.BROWSER)),
            words("version", invent -> text("1.2.3")),
            words("uuid guid", invent -> text(invent.uuid())),
            words("hash sha256 checksum", invent -> text(invent.hex(64))),
            words("token idfa gaid advertisingid", invent -> text(invent.uuid())),
            words(
                    "enabled active subscribed verified consent accepted wifi bluetooth cellular flag",
                    invent -> BooleanNode.TRUE));

    private static final Map<String, Function<Inventions, JsonNode>> RULES = spread();

    private NamedValue() {}

    private static Map.Entry<String, Function<Inventions, JsonNode>> words(
            String words, Function<Inventions, JsonNode> value) {
        return Map.entry(words, value);
    }

    private static Map<String, Function<Inventions, JsonNode>> spread() {
        Map<String, Function<Inventions, JsonNode>> rules = new HashMap<>();
        BY_WORD.forEach((words, value) -> {
            for (String word : words.split(" ")) {
                rules.put(word, value);
            }
        });
        return Map.copyOf(rules);
    }

    /** The value that a name asks for; empty if it says nothing. */
    static Optional<JsonNode> of(String name, Inventions invent) {
        List<String> words = wordsOf(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = words.get(words.size() - 1);
        String joined = String.join("", words);
        if (joined.equals("userid")) {
            return Optional.of(text(invent.userId()));
        }
        if (joined.equals("messageid") || joined.equals("anonymousid")) {
            return Optional.of(text(invent.uuid()));
        }
        if (words.size() > 1 && (last.equals("id") || last.equals("key") || last.equals("code"))) {
            return Optional.of(last.equals("code") ? codeOf(words, invent) : text(invent.id(words.get(0))));
        }
        if (last.equals("id")) {
            return Optional.of(text(invent.id("id")));
        }
        if (words.get(0).equals("is") || words.get(0).equals("has")) {
            return Optional.of(BooleanNode.TRUE);
        }
        if (words.size() > 1 && last.equals("name")) {
            return Optional.ofNullable(RULES.get(joined)).map(rule -> rule.apply(invent));
        }
        Function<Inventions, JsonNode> rule = RULES.getOrDefault(joined, RULES.get(last));
        return Optional.ofNullable(rule).map(found -> found.apply(invent));
    }

    private static JsonNode codeOf(List<String> words, Inventions invent) {
        Function<Inventions, JsonNode> rule = RULES.get(words.get(words.size() - 2));
        return rule == null ? text("SAMPLE10") : rule.apply(invent);
    }

    /** A text that says what it stands for. */
    static JsonNode any(String name) {
        List<String> words = wordsOf(name);
        return text(words.isEmpty() ? "Sample" : "Sample " + String.join(" ", words));
    }

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    static JsonNode object(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("address")
                ? TypicalEvent.address()
                : JsonNodeFactory.instance.objectNode().put("sample", true);
    }

    /** The words of a name in camel case, snake case or any other, in lower case; at most ten. */
    private static List<String> wordsOf(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length() && words.size() < 10 && i < 100; i++) {
            char c = i == name.length() ? ' ' : name.charAt(i);
            boolean starts = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            if (!word.isEmpty() && (starts || !Character.isLetterOrDigit(c))) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        return words;
    }
}
