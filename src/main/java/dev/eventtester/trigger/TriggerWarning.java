package dev.eventtester.trigger;

/**
 * A place where a trigger does something else than its text suggests.
 *
 * @param code        a stable name in kebab case
 * @param position    offset in the text in UTF-16 units from 0
 * @param length      how many units the place covers
 * @param consequence what will really happen
 * @param rewrite     the whole trigger as it was probably meant, or null where none exists
 */
public record TriggerWarning(String code, int position, int length, String consequence, String rewrite) {}
