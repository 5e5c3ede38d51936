package dev.eventtester.field;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Bounds of a number's value or a text's length.
 *
 * @param ofText whether the bounds are about lengths
 * @param minimum negative infinity for none
 * @param maximum positive infinity for none
 */
record Limits(boolean ofText, double minimum, double maximum) {

    // fld-minmax-string: lengths are compared in code points, and told in UTF-16 units.
    void check(JsonNode data, Object segment, String label, Findings findings) {
        if (ofText && data.isTextual()) {
            String text = data.textValue();
            int length = text.codePointCount(0, text.length());
            if (length > maximum) {
                findings.wrong(segment, label, Messages.tooLong(maximum, text.length()));
            }
            if (length < minimum) {
                findings.wrong(segment, label, Messages.tooShort(minimum, text.length()));
            }
        } else if (!ofText && TypeUnion.isFinite(data)) {
            double number = data.doubleValue();
            if (number > maximum) {
                findings.wrong(segment, label, Messages.tooGreat(maximum));
            }
            if (number < minimum) {
                findings.wrong(segment, label, Messages.tooSmall(minimum));
            }
        }
    }
}
