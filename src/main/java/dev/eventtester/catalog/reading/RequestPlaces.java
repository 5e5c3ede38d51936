package dev.eventtester.catalog.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.eventtester.catalog.yaml.YamlObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks what a declared request says as plain text: its method, and the {@code {name}} places of its address. */
final class RequestPlaces {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLACE = Pattern.compile("(?<!\\{)\\{([A-Za-z0-9_]+)}(?!})");

    private RequestPlaces() {}

    static void check(YamlObject request, JsonNode parts) {
        JsonNode method = parts.path("method");
        if (method.isTextual() && !METHODS.contains(method.textValue())) {
            request.value("method")
                    .ifPresent(place -> place.problem("\"method\" is one of " + String.join(", ", METHODS)));
        }
        Set<String> filled = new LinkedHashSet<>();
        request.value("path")
                .ifPresent(path -> path.members("\"path\"").forEach((name, value) -> {
                    filled.add(name);
                    if (!NAME.matcher(name).matches()) {
                        value.problem(
                                "\"" + name + "\" is not a name for a place of the address: letters, digits and _ are");
                    }
                }));
        text(parts.path("url")).ifPresent(url -> compare(request, places(url), filled));
    }

    /** The address as far as it is written down; empty where it is made of other directives. */
    private static Optional<String> text(JsonNode url) {
        JsonNode text = url.isTextual() ? url : url.path("@template");
        return Optional.ofNullable(text.textValue());
    }

    private static Set<String> places(String url) {
        return PLACE.matcher(url)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toSet());
    }

    private static void compare(YamlObject request, Set<String> places, Set<String> filled) {
        places.stream()
                .filter(name -> !filled.contains(name))
                .forEach(name -> request.value("url")
                        .ifPresent(url ->
                                url.problem("the place {" + name + "} of the address has no value under \"path\"")));
        filled.stream()
                .filter(name -> !places.contains(name))
                .forEach(name -> request.value("path")
                        .ifPresent(path -> path.at(name).problem("the address has no place {" + name + "}")));
    }
}
