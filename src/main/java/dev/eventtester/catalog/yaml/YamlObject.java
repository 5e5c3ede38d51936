package dev.eventtester.catalog.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An object of a definition file whose keys are known. */
public final class YamlObject {

    private final String what;
    private final YamlValue self;
    private final Map<String, YamlValue> members;

    YamlObject(String what, YamlValue self, Map<String, YamlValue> members) {
        this.what = what;
        this.self = self;
        this.members = members;
    }

    public YamlValue self() {
        return self;
    }

    public boolean has(String key) {
        return members.containsKey(key);
    }

    public Optional<YamlValue> value(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** A member that must be there; its absence is a problem of the object. */
    public Optional<YamlValue> required(String key) {
        if (!has(key)) {
            self.problem(what + " has no \"" + key + "\", which is required");
        }
        return value(key);
    }

    /** A required, non-empty text. */
    public String text(String key) {
        Optional<YamlValue> value = required(key);
        String text =
                value.map(found -> found.text("\"" + key + "\" of " + what)).orElse("");
        value.filter(found -> text.isBlank())
                .ifPresent(found -> found.problem("\"" + key + "\" of " + what + " is blank"));
        return text;
    }

    /** A required text of a given form. */
    public String text(String key, Pattern form, String formInWords) {
        String text = text(key);
        if (!text.isBlank() && !form.matcher(text).matches()) {
            members.get(key)
                    .problem("\"" + key + "\" of " + what + " must be " + formInWords + " but it is \"" + text + "\"");
        }
        return text;
    }

    /** An optional text. */
    public String text(String key, String otherwise) {
        return value(key).map(value -> value.text("\"" + key + "\" of " + what)).orElse(otherwise);
    }

    /** An optional text out of a few. */
    public String oneOf(String key, List<String> allowed, String otherwise) {
        String text = text(key, otherwise);
        if (has(key) && !allowed.contains(text)) {
            members.get(key).problem("\"" + key + "\" of " + what + " must be one of " + String.join(", ", allowed));
            return otherwise;
        }
        return text;
    }

    public boolean flag(String key, boolean otherwise) {
        return value(key).map(value -> value.flag("\"" + key + "\" of " + what)).orElse(otherwise);
    }

    /** An optional list of texts. */
    public List<String> texts(String key) {
        String itemOf = "an item of \"" + key + "\" of " + what;
        return value(key)
                .map(list -> list.items("\"" + key + "\" of " + what).stream()
                        .map(item -> item.text(itemOf))
                        .toList())
                .orElse(List.of());
    }
}
