/**
 * What an action asks of its payload: the cleaning, coercion and validation that follow from its field definitions.
 * Pure: JSON in, values out; a {@link dev.eventtester.field.FieldSet} is compiled once and then only evaluated.
 */
package dev.eventtester.field;
