package dev.eventtester.trigger.sketch;

/**
 * One remark about a trigger's text.
 *
 * @param code        a stable name in kebab case
 * @param start       offset of the first character in UTF-16 units
 * @param end         offset after the last character
 * @param consequence what will really happen
 * @param advisory    whether the engine reads the text as written and only the data may disagree
 */
public record Note(String code, int start, int end, String consequence, boolean advisory) {}
