/**
 * The fields of an action, or the settings of a destination, as their author declares them.
 * A definition is read strictly, with the place of whatever is wrong, and says nothing yet about any payload.
 */
package dev.eventtester.field.definition;
