package dev.eventtester.field.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/** The formats that a definition may name: those of the reference engine's validator, and its two own. */
public final class Formats {

    private static final Set<String> UNCHECKED = Set.of("text", "password", "binary");

    private static final Map<String, Predicate<String>> OF_TEXT = Map.ofEntries(
            Map.entry("date-like", LenientDate::isDate),
            Map.entry("date", DateFormats::isDate),
            Map.entry("time", DateFormats::isTime),
            Map.entry("date-time", DateFormats::isDateTime),
            Map.entry("duration", DateFormats::isDuration),
            Map.entry("uri", UriFormats::isUri),
            Map.entry("uri-reference", UriFormats::isUriReference),
            Map.entry("uri-template", UriTemplate::isTemplate),
            Map.entry("url", WebAddress::isUrl),
            Map.entry("email", NameFormats::isEmail),
            Map.entry("hostname", NameFormats::isHostname),
            Map.entry("ipv4", IpFormats::isIpv4),
            Map.entry("ipv6", IpFormats::isIpv6),
            Map.entry("regex", RegexSyntax::isRegex),
            Map.entry("uuid", NameFormats::isUuid),
            Map.entry("json-pointer", PointerFormats::isPointer),
            Map.entry("json-pointer-uri-fragment", PointerFormats::isUriFragment),
            Map.entry("relative-json-pointer", PointerFormats::isRelativePointer),
            Map.entry("byte", NameFormats::isBase64));

    private static final Map<String, DoublePredicate> OF_NUMBER = Map.of(
            "int32", number -> number % 1 == 0 && Math.abs(number + 0.5) < 1L << 31,
            "int64", number -> number % 1 == 0,
            "float", number -> true,
            "double", number -> true);

    private Formats() {}

    /** Whether a definition may use the name. */
    public static boolean isKnown(String name) {
        return UNCHECKED.contains(name) || OF_TEXT.containsKey(name) || OF_NUMBER.containsKey(name);
    }

    /** The rule behind a name; none for a name that only informs. */
    public static Optional<Format> named(String name) {
        Predicate<String> ofText = OF_TEXT.get(name);
        if (ofText != null) {
            return Optional.of(new Format.OfText(name, ofText));
        }
        return Optional.ofNullable(OF_NUMBER.get(name)).map(rule -> new Format.OfNumber(name, rule));
    }
}
