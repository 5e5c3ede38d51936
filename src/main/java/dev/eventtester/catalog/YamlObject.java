package dev.eventtester.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An object of a definition file whose keys are known. */
final class YamlObject {

    private final String what;
    private final YamlValue self;
    private final Map<String, YamlValue> members;

    YamlObject(String what, YamlValue self, Map<String, YamlValue> members) {
        this.what = what;
        this.self = self;
        this.members = members;
    }

    YamlValue self() {
        return self;
    }

    boolean has(String key) {
        return members.containsKey(key);
    }

    Optional<YamlValue> value(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** A member that must be there; its absence is a problem of the object. */
    Optional<YamlValue> required(String key) {
        if (!has(key)) {
            self.problem(what + " has no \"" + key + "\", which is required");
        }
        return value(key);
    }

    /** A required, non-empty text. */
    String text(String key) {
        Optional<YamlValue> value = required(key);
        String text =
                value.map(found -> found.text("\"" + key + "\" of " + what)).orElse("");
        value.filter(found -> text.isBlank())
                .ifPresent(found -> found.problem("\"" + key + "\" of " + what + " is blank"));
        return text;
    }

    /** A required text of a given form. */
    String text(String key, Pattern form, String formInWords) {
        String text = text(key);
        if (!text.isBlank() && !form.matcher(text).matches()) {
            members.get(key)
                    .problem("\"" + key + "\" of " + what + " must be " + formInWords + " but it is \"" + text + "\"");
        }
        return text;
    }

    /** An optional text. */
    String text(String key, String otherwise) {
        return value(key).map(value -> value.text("\"" + key + "\" of " + what)).orElse(otherwise);
    }

    /** An optional text out of a few. */
    String oneOf(String key, List<String> allowed, String otherwise) {
        String text = text(key, otherwise);
        if (has(key) && !allowed.contains(text)) {
            members.get(key).problem("\"" + key + "\" of " + what + " must be one of " + String.join(", ", allowed));
            return otherwise;
        }
        return text;
    }

    boolean flag(String key, boolean otherwise) {
        return value(key).map(value -> value.flag("\"" + key + "\" of " + what)).orElse(otherwise);
    }

    /** An optional list of texts. */
    List<String> texts(String key) {
        String itemOf = "an item of \"" + key + "\" of " + what;
        return value(key)
                .map(list -> list.items("\"" + key + "\" of " + what).stream()
                        .map(item -> item.text(itemOf))
                        .toList())
                .orElse(List.of());
    }
}
