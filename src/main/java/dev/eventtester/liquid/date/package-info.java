/**
 * Dates as {@code strftime} shows them, in UTC or on the clocks of a place.
 * Nothing here knows templates or JSON.
 */
package dev.eventtester.liquid.date;
