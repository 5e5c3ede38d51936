package dev.eventtester.field.definition;

import java.util.Locale;
import java.util.Optional;

/** The declared type of a field. */
public enum FieldType {
    STRING,
    TEXT,
    PASSWORD,
    NUMBER,
    INTEGER,
    BOOLEAN,
    OBJECT,
    DATETIME;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name on the wire: {@code string}, {@code datetime}, … */
    public String label() {
        return label;
    }

    static Optional<FieldType> named(String label) {
        for (FieldType type : values()) {
            if (type.label.equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
